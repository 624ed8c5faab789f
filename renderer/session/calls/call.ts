import type * as z from 'zod';
import { t } from '../../../shared/messages/messages';
import type { Api } from '../../../shared/contract/api';
import type { Envelope, Progress } from '../../../shared/contract/envelope';
import { AppError } from '../../../shared/model/errors';
import { eventSchema, type AppEvent } from '../../../shared/contract/events';
import type { windowApi } from '../../../shared/contract/windowApi';

type Methods = Api & typeof windowApi;
export type Method = keyof Methods;
export type Params<M extends Method> = z.input<Methods[M]['params']>;
export type Result<M extends Method> = z.output<Methods[M]['result']>;

export interface CallOptions {
  /** Aborting this ends the call; what was finished is kept. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/**
 * Calls a method of the contract.
 * @throws {AppError} with a sentence for the person and a next step.
 */
export async function call<M extends Method>(
  method: M,
  params: Params<M>,
  { signal, onProgress }: CallOptions = {},
): Promise<Result<M>> {
  const id = crypto.randomUUID();
  const cancel = () => void window.withheld.call({ cancel: id });
  const forget = onProgress
    ? onEvent((event) => {
        if (event.type === 'progress' && event.id === id) onProgress(event.progress);
      })
    : undefined;
  signal?.addEventListener('abort', cancel);
  try {
    if (signal?.aborted)
      throw new AppError('CANCELLED', t('The work was cancelled.'), t('Start it again to go on.'));
    const envelope = (await window.withheld.call({ id, method, params })) as Envelope<Result<M>>;
    if (envelope.ok) return envelope.result;
    throw AppError.from(envelope.error);
  } finally {
    signal?.removeEventListener('abort', cancel);
    forget?.();
  }
}

const listeners = new Set<(event: AppEvent) => void>();

/** Follows events, which come without a call. @returns a function that ends this. */
export function onEvent(listener: (event: AppEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Hands events on from now on, first those from before there was a page. It is called once, when everybody who needs
 * those is listening.
 */
export function startEvents(): void {
  window.withheld.on((event) => {
    const parsed = eventSchema.parse(event);
    for (const listener of [...listeners]) listener(parsed);
  });
}
