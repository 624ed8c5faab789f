import { t } from '../../shared/messages/messages';

/** Says of a heading that an export would be refused for it, in the editor and in the preview alike. */
export const stopsExport = (): string =>
  t('Would stop an export: this heading says something withheld, or nearly. Change it, or see Review.');
