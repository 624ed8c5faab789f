import { create } from 'zustand';
import type { Progress } from '../../../shared/contract/envelope';
import { toAppErrorShape, type AppErrorShape } from '../../../shared/model/errors';
import { call } from '../calls/call';
import { changeSettings } from '../settings';
import { sessionNow } from '../useSession';

/** A model that is coming to this machine, or that failed to come. */
export interface Getting {
  /** Null once it has ended. */
  stop: AbortController | null;
  progress: Progress | null;
  error: AppErrorShape | null;
}

interface AllGetting {
  /** By the model's name, or by `FILE` for a file that is being added. */
  of: ReadonlyMap<string, Getting>;
  /** The name of the model that came last. */
  came: string | null;
  /** Number of changes to the models on this machine. Whoever shows them looks again after each. */
  changes: number;
}

/** The name of a file that is being added. No model can have it. */
export const FILE = '/';

/** All models on their way here. They go on whatever is on the screen. */
export const useGetting = create<AllGetting>(() => ({ of: new Map(), came: null, changes: 0 }));

/** Gets a model from its host. The caller has told the person which host, and how much. */
export const getModel = (name: string): Promise<void> =>
  follow(name, (options) => call('models.get', { name }, options));

/** Pauses the getting of a model; what came is kept. */
export const pauseModel = (name: string): void => useGetting.getState().of.get(name)?.stop?.abort();

/** Adds a model from a file that is chosen now. */
export async function addModelFile(): Promise<void> {
  const { path } = await call('window.chooseFile', { kind: 'model' });
  if (path !== null) await follow(FILE, (options) => call('models.add', { file: path }, options));
}

/** Removes a model, or the part of it that came. */
export async function removeModel(name: string): Promise<void> {
  try {
    await call('models.remove', { name });
    tell(name, null);
  } catch (error) {
    tell(name, { stop: null, progress: null, error: toAppErrorShape(error) });
  }
  changed();
}

/** Takes a failure off the screen. */
export const forgetFailure = (name: string): void => tell(name, null);

async function follow(
  name: string,
  work: (options: {
    signal: AbortSignal;
    onProgress: (progress: Progress) => void;
  }) => Promise<{ name: string }>,
): Promise<void> {
  if (useGetting.getState().of.get(name)?.stop) return;
  const stop = new AbortController();
  tell(name, { stop, progress: null, error: null });
  try {
    const got = await work({
      signal: stop.signal,
      onProgress: (progress) => tell(name, { stop, progress, error: null }),
    });
    tell(name, null);
    useGetting.setState({ came: got.name });
    await chooseFirst(got.name);
  } catch (error) {
    const shape = toAppErrorShape(error);
    tell(name, shape.code === 'CANCELLED' ? null : { stop: null, progress: null, error: shape });
  }
  changed();
}

/** Chooses the first model that comes for transcribing, if the one that was chosen before is not here. */
async function chooseFirst(name: string): Promise<void> {
  const chosen = sessionNow().settings.model;
  const { models } = await call('models.list', {});
  const isHere = /[\\/]/u.test(chosen) || models.some((model) => model.name === chosen && model.present);
  if (!isHere) await changeSettings({ model: name });
}

function tell(name: string, getting: Getting | null): void {
  useGetting.setState(({ of }) => {
    const next = new Map(of);
    if (getting) next.set(name, getting);
    else next.delete(name);
    return { of: next };
  });
}

const changed = (): void => useGetting.setState(({ changes }) => ({ changes: changes + 1 }));
