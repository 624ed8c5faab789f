import { t } from '../../../shared/messages/messages';
import type { LeakPlaceKind } from '../../../shared/model/leakPlace';

/** What people call the parts of what is published that something withheld may be left in. */
export function partName(kind: LeakPlaceKind): string {
  switch (kind) {
    case 'words':
      return t('Transcript');
    case 'label':
      return t('Label of a speaker');
    case 'title':
      return t('Title');
    case 'introduction':
      return t('Introduction');
    case 'description':
      return t('Description for readers');
    case 'folder':
      return t('Name of the folder to export to');
  }
}

/** Says in which of these parts something is. */
export function inPart(kind: LeakPlaceKind): string {
  switch (kind) {
    case 'words':
      return t('This is in the transcript.');
    case 'label':
      return t('This is in the label of a speaker.');
    case 'title':
      return t('This is in the title.');
    case 'introduction':
      return t('This is in the introduction.');
    case 'description':
      return t('This is in a description for readers.');
    case 'folder':
      return t('This is in the name of the folder to export to.');
  }
}
