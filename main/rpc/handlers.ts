import type { z } from 'zod';
import type { Api, Method, Result } from '../../shared/contract/api';
import type { Progress } from '../../shared/contract/envelope';

/** What every handler gets beside its parameters: how to hear of a cancel, and how to tell how far it is. */
export interface CallContext {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/** One handler a method, typed by the contract. */
export type Handlers = {
  [M in Method]: (params: z.output<Api[M]['params']>, context: CallContext) => Promise<Result<M>> | Result<M>;
};
