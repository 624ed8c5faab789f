import { t } from '../../../shared/messages/messages';
import type { TranscriptSuggestion } from '../../../shared/leaks/openSuggestions';
import type { LeakPlaceKind } from '../../../shared/model/leakPlace';

/** A part of what is published that something withheld may be left in. */
export interface Part {
  kind: LeakPlaceKind;
  /** The number of a heading's chapter, counted from 1, where it is known. */
  chapter?: number | undefined;
}

/** Finds where a suggestion stands that is of no words of the transcript. */
export const partOf = ({ left, heading }: TranscriptSuggestion): Part =>
  left ?? { kind: heading ? 'heading' : 'label' };

/** What people call such a part. */
export function partName({ kind, chapter }: Part): string {
  switch (kind) {
    case 'words':
      return t('Transcript');
    case 'label':
      return t('Label of a speaker');
    case 'heading':
      return chapter === undefined
        ? t('Heading of a chapter')
        : t('Heading of chapter {chapter}', { chapter });
    case 'title':
      return t('Title');
    case 'introduction':
      return t('Introduction');
    case 'description':
      return t('Description for readers');
    case 'marker':
      return t('Word in all markers');
    case 'folder':
      return t('Name of the folder to export to');
  }
}

/** Says in which of these parts something is. */
export function inPart({ kind, chapter }: Part): string {
  switch (kind) {
    case 'words':
      return t('This is in the transcript.');
    case 'label':
      return t('This is in the label of a speaker.');
    case 'heading':
      return chapter === undefined
        ? t('This is in the heading of a chapter.')
        : t('This is in the heading of chapter {chapter}.', { chapter });
    case 'title':
      return t('This is in the title.');
    case 'introduction':
      return t('This is in the introduction.');
    case 'description':
      return t('This is in a description for readers.');
    case 'marker':
      return t('This is the word in all markers.');
    case 'folder':
      return t('This is in the name of the folder to export to.');
  }
}
