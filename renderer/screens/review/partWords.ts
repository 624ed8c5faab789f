import type { TranscriptSuggestion } from '../../../shared/leaks/openSuggestions';
import type { LeakPlaceKind } from '../../../shared/model/leakPlace';

/** What people call the parts of what is published that something withheld may be left in. */
const PART_WORDS: Readonly<Record<LeakPlaceKind, string>> = {
  words: 'the transcript',
  label: 'label of a speaker',
  heading: 'heading of a chapter',
  title: 'title',
  introduction: 'introduction',
  description: 'description for readers',
  folder: 'name of the folder to export to',
};

/** Says where a suggestion stands that is of no words of the transcript. */
export const partOf = ({ left, heading }: TranscriptSuggestion): string =>
  left?.chapter === undefined
    ? PART_WORDS[left?.kind ?? (heading ? 'heading' : 'label')]
    : `heading of chapter ${left.chapter}`;
