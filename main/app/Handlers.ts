import type * as z from 'zod';
import type { Api } from '../../shared/contract/api';
import type { Progress } from '../../shared/contract/envelope';

/** What every handler gets beside its parameters: how to learn of a cancel, and how to tell how far it is. */
export interface CallContext {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  /** Told of a defect of ours that does not end the call, as where verification runs into one. */
  onDefect?: (defect: unknown) => void;
}

/** Methods by name, with the schemas of what they take and give. */
export type Contract = Record<string, { params: z.ZodType; result: z.ZodType }>;

/** One handler a method, typed by the contract. */
export type HandlersOf<C extends Contract> = {
  [M in keyof C]: (
    params: z.output<C[M]['params']>,
    context: CallContext,
  ) => Promise<z.output<C[M]['result']>> | z.output<C[M]['result']>;
};

export type Handlers = HandlersOf<Api>;
