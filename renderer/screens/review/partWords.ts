import { t } from '../../../shared/messages/messages';
import type { TranscriptSuggestion } from '../../../shared/leaks/openSuggestions';
import type { LeakPlaceKind } from '../../../shared/model/leakPlace';

/** A part of what is published in which something withheld may be left. */
export interface Part {
  kind: LeakPlaceKind;
  /** The number of a heading's chapter, counted from 1, if it is known. */
  chapter?: number | undefined;
}

/** Finds the part that a suggestion is in when it is in no words of the transcript. */
export const partOf = ({ left, heading }: TranscriptSuggestion): Part =>
  left ?? { kind: heading ? 'heading' : 'label' };

/** Returns what people call such a part. */
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

/** Returns a sentence that tells in which part something is. */
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
