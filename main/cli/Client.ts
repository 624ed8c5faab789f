import type { Method, Params, Result } from '../../shared/contract/api';
import { AppError } from '../../shared/model/errors';
import { createDispatcher } from '../rpc/createDispatcher';
import { cancelled } from '../system/runTool';
import type { Output } from './Output';
import { readPassphrase } from './readPassphrase';
import { ProgressLine } from './ProgressLine';

/** The command line's end of the contract. It has the same dispatcher as the window, in its own process. */
export class Client {
  private readonly progress: ProgressLine;
  private readonly service = createDispatcher({
    onDefect: (defect) => {
      // This helps whoever mends it. It is off by default because a foreign error may quote anything.
      if (process.env.WITHHELD_DEBUG) console.error(defect);
    },
  });
  private calls = 0;
  private current: string | null = null;
  private cancelled = false;

  /** @param stderr receives the progress of calls. */
  constructor(stderr: Output['stderr']) {
    this.progress = new ProgressLine(stderr);
  }

  async call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    // A cancel between two calls stops the next one. An open project is closed all the same.
    if (this.cancelled && method !== 'project.close') throw cancelled();
    const id = `c${++this.calls}`;
    this.current = id;
    const envelope = await this.service.dispatcher.dispatch({ id, method, params }, (p) =>
      this.progress.show(p),
    );
    this.progress.end();
    this.current = null;
    if (!envelope) throw new Error('a call was answered like a cancel');
    if (!envelope.ok) throw AppError.from(envelope.error);
    return envelope.result as Result<M>;
  }

  /** Opens a project for the length of `work`. */
  async withProject<T>(
    path: string,
    passphraseFile: string | undefined,
    work: (project: string) => Promise<T>,
  ): Promise<T> {
    const passphrase = await readPassphrase(passphraseFile, false);
    const { project } = await this.call('project.open', { path, passphrase });
    try {
      return await work(project);
    } finally {
      await this.call('project.close', { project });
    }
  }

  /** Cancels the running call, as Ctrl-C asks. What was finished before is kept. */
  cancel(): void {
    this.cancelled = true;
    if (this.current !== null) void this.service.dispatcher.dispatch({ cancel: this.current });
  }

  close(): Promise<void> {
    return this.service.close();
  }
}
