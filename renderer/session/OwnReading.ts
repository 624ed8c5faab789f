import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Progress } from '../../shared/contract/envelope';
import { toAppErrorShape, type AppErrorShape } from '../../shared/model/errors';
import type { Suggestion } from '../../shared/model/suggestion';
import { call } from './calls/call';

/** The state of a names model of one's own that reads the transcript. */
export interface OwnReadingState {
  reading: boolean;
  progress: Progress | null;
  /** The reason why it did not read. What was found without it stays. */
  error: AppErrorShape | null;
}

const IDLE: OwnReadingState = { reading: false, progress: null, error: null };

/** Has a names model of one's own read an interview beside all other work, since it takes minutes. */
export class OwnReading {
  readonly store: StoreApi<OwnReadingState> = createStore(() => IDLE);
  #current: AbortController | null = null;

  /** Stops the reading. */
  stop(): void {
    this.#current?.abort();
    this.#current = null;
    this.store.setState(IDLE);
  }

  /** @returns the suggestions with what the model found; null where it failed or was stopped. */
  async read(project: string, namesModel: string): Promise<Suggestion[] | null> {
    this.stop();
    const current = new AbortController();
    this.#current = current;
    const tell = (state: Partial<OwnReadingState>) => {
      if (this.#current === current) this.store.setState(state);
    };
    tell({ reading: true });
    try {
      const { suggestions } = await call(
        'suggest.project',
        { project, namesModel },
        { signal: current.signal, onProgress: (progress) => tell({ progress }) },
      );
      const taken = this.#current === current;
      tell(IDLE);
      return taken ? suggestions : null;
    } catch (error) {
      const shape = toAppErrorShape(error);
      tell({ ...IDLE, error: shape.code === 'CANCELLED' ? null : shape });
      return null;
    }
  }
}
