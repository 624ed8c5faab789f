import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../../shared/contract/envelope';
import { toAppErrorShape, type AppErrorShape } from '../../../shared/model/errors';
import { call, type CallOptions, type Method, type Params, type Result } from './call';

export interface Job<M extends Method> {
  running: boolean;
  progress: Progress | null;
  error: AppErrorShape | null;
  result: Result<M> | null;
  /** Makes the call, and then does what follows it. An error of either is the job's. */
  start: (params: Params<M>, follow?: (result: Result<M>) => Promise<void>) => Promise<Result<M> | null>;
  cancel: () => void;
  /** Forgets an error or a result. */
  reset: () => void;
}

/** Makes a long call, tells how far it is, and can end it. It ends when its component leaves the screen. */
export function useJob<M extends Method>(method: M): Job<M> {
  const [state, setState] = useState<Pick<Job<M>, 'running' | 'progress' | 'error' | 'result'>>(IDLE);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    async (params: Params<M>, follow?: (result: Result<M>) => Promise<void>): Promise<Result<M> | null> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const isCurrent = () => running.current === controller;
      setState({ ...IDLE, running: true });
      const options: CallOptions = {
        signal: controller.signal,
        onProgress: (progress) => {
          if (isCurrent()) setState((before) => ({ ...before, progress }));
        },
      };
      try {
        const result = await call(method, params, options);
        await follow?.(result);
        if (isCurrent()) setState({ ...IDLE, result });
        return result;
      } catch (error) {
        const shape = toAppErrorShape(error);
        // A call that something else ended tells why.
        const isWanted = shape.code === 'CANCELLED' && controller.signal.aborted;
        if (isCurrent()) setState({ ...IDLE, error: isWanted ? null : shape });
        return null;
      }
    },
    [method],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  const reset = useCallback(() => setState(IDLE), []);
  return { ...state, start, cancel, reset };
}

const IDLE = { running: false, progress: null, error: null, result: null };
