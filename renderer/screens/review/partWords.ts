import type { LeakPlaceKind } from '../../../shared/model/leakPlace';

/** What people call the parts of what is published that something withheld may be left in. */
export const PART_WORDS: Readonly<Record<LeakPlaceKind, string>> = {
  words: 'the transcript',
  label: 'label of a speaker',
  title: 'title',
  introduction: 'introduction',
  description: 'description for readers',
  folder: 'name of the folder to export to',
};
