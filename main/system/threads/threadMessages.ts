import type { Locale } from '../../../shared/messages/messages';
import type { AppErrorShape } from '../../../shared/model/errors';

/** The types of a thread's questions and answers; each kind of thread has its own. */
export interface ThreadTalk {
  question: unknown;
  answer: unknown;
  /** Progress of an answer; `never` when the thread does not tell it. */
  progress: unknown;
}

/**
 * A message to a thread: a question with the language to answer it in, or word that nobody waits for the answer any
 * more.
 */
export type ToThread<Talk extends ThreadTalk> =
  { id: number; question: Talk['question']; language: Locale } | { cancel: number };

/** A message from a thread: progress, and at last either the answer or what went wrong. */
export type FromThread<Talk extends ThreadTalk> =
  | { id: number; progress: Talk['progress'] }
  | { id: number; answer: Talk['answer'] }
  | { id: number; error: AppErrorShape }
  | { id: number; defect: string };
