import type { BrowserWindow, Dialog } from 'electron';
import { t } from '../../shared/messages/messages';

/** Asks whether to close although something runs. Escape, and closing the question, mean to keep working. */
export async function mayClose(dialog: Dialog, window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Withheld',
    message: t('Withheld is still working.'),
    detail: t('Stopping ends what is running. Everything that is finished is kept.'),
    buttons: [t('Keep working'), t('Stop and close')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
