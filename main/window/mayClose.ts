import type { BrowserWindow, Dialog } from 'electron';

/** Asks whether to close although something runs. Escape, and closing the question, keep working. */
export async function mayClose(dialog: Dialog, window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Withheld',
    message: 'Withheld is still working.',
    detail: 'Stopping ends what is running. Everything that is finished is kept.',
    buttons: ['Keep working', 'Stop and close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
