import { useStore } from 'zustand';
import type { Interview, InterviewState } from './interview/Interview';
import { openInterviewOf, useSession } from './useSession';

/** Gives the open interview to what is on its screen. */
export function useInterview(): Interview {
  const interview = useSession(openInterviewOf);
  if (!interview) throw new Error('no interview is shown');
  return interview;
}

/** Gives a part of the interview's state. What uses it is drawn again when that part changes. */
export const useInterviewState = <T>(select: (state: InterviewState) => T): T =>
  useStore(useInterview().store, select);
