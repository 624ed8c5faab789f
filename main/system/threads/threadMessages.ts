import type { Locale } from '../../../shared/messages/messages';
import type { AppErrorShape } from '../../../shared/model/errors';

/** What is asked of a thread and answered; each kind of thread has its own. */
export interface ThreadTalk {
  question: unknown;
  answer: unknown;
  /** How far it is; `never` where it does not tell. */
  progress: unknown;
}

/**
 * What a thread is sent: a question, with the language to answer it in, or that nobody waits for the answer any more.
 */
export type ToThread<Talk extends ThreadTalk> =
  { id: number; question: Talk['question']; language: Locale } | { cancel: number };

/** What a thread sends back: how far it is, and then either the answer or what went wrong. */
export type FromThread<Talk extends ThreadTalk> =
  | { id: number; progress: Talk['progress'] }
  | { id: number; answer: Talk['answer'] }
  | { id: number; error: AppErrorShape }
  | { id: number; defect: string };
