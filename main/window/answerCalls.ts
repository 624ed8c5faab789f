import type { IpcMain, WebContents } from 'electron';
import type { Envelope, Progress } from '../../shared/contract/envelope';
import type { AppEvent } from '../../shared/contract/events';
import { CALL } from './channels';
import { isTrustedSender } from './isTrustedSender';
import type { Jobs } from './Jobs';

export type Dispatch = (
  message: unknown,
  onProgress: (progress: Progress) => void,
) => Promise<Envelope | null>;

/** Answers what the page calls, and tells it how far each call is; anyone else is turned away. */
export function answerCalls(
  ipcMain: IpcMain,
  contents: WebContents,
  origin: string,
  { dispatch, jobs, tell }: { dispatch: Dispatch; jobs: Jobs; tell: (event: AppEvent) => void },
): void {
  ipcMain.handle(CALL, (event, message: unknown) => {
    if (!isTrustedSender(event, contents, origin)) throw new Error('not from the window');
    const told = (progress: Progress) => tell({ type: 'progress', id: idOf(message), progress });
    return jobs.follow(
      (onProgress: (progress: Progress) => void) =>
        // Reading for names goes on by itself and is done again at will: nobody who closes the window is asked to wait for it.
        dispatch(message, (progress) => (progress.stage === 'suggest' ? told : onProgress)(progress)),
      told,
    );
  });
}

/** Only a message that was accepted gets as far as progress, and that has an id. */
const idOf = (message: unknown): string => (message as { id: string }).id;
