import type * as z from 'zod';
import type { Api } from '../../shared/contract/api';
import type { Progress } from '../../shared/contract/envelope';

/** Holds what every handler gets beside its parameters: a signal that cancels it, and functions that report. */
export interface CallContext {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  /** Called for a defect of ours that does not end the call, such as one that verification runs into. */
  onDefect?: (defect: unknown) => void;
}

/** Methods by name, with the schemas of what they take and give. */
export type Contract = Record<string, { params: z.ZodType; result: z.ZodType }>;

/** One handler for each method, typed by the contract. */
export type HandlersOf<C extends Contract> = {
  [M in keyof C]: (
    params: z.output<C[M]['params']>,
    context: CallContext,
  ) => Promise<z.output<C[M]['result']>> | z.output<C[M]['result']>;
};

export type Handlers = HandlersOf<Api>;
