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

/** Answers the page's calls, and tells it the progress of each; anyone else is turned away. */
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
        // Reading for names runs by itself and can be done again, so nobody is asked to wait for it before closing.
        dispatch(message, (progress) => (progress.stage === 'suggest' ? told : onProgress)(progress)),
      told,
    );
  });
}

/** Returns the id of a message, which is there: only a message that was accepted gets as far as progress. */
const idOf = (message: unknown): string => (message as { id: string }).id;
