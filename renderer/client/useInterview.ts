import { useStore } from 'zustand';
import { useApp } from './app';
import type { Interview, InterviewState } from './Interview';

/** The interview that is shown; only for what is on its screen. */
export function useInterview(): Interview {
  const interview = useApp((state) => state.interview);
  if (!interview) throw new Error('no interview is shown');
  return interview;
}

/** A part of its state; what uses it is drawn again when that part changes. */
export const useInterviewState = <T>(select: (state: InterviewState) => T): T =>
  useStore(useInterview().store, select);
