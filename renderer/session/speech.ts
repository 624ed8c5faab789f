import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Progress } from '../../shared/contract/envelope';
import { toAppErrorShape, type AppErrorShape } from '../../shared/model/errors';
import type { ProjectDocument } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { speechWithoutWords } from '../../shared/plan/speechWithoutWords';
import { call } from './calls/call';
import type { Interview } from './interview/Interview';
import { useInterview, useInterviewState } from './useInterview';

interface Looking {
  looking: boolean;
  progress: Progress | null;
  error: AppErrorShape | null;
}

const IDLE: Looking = { looking: false, progress: null, error: null };
const sources = new WeakMap<Interview, StoreApi<Looking>>();

function sourceOf(interview: Interview): StoreApi<Looking> {
  const source = sources.get(interview) ?? createStore(() => IDLE);
  sources.set(interview, source);
  return source;
}

/** Looks for speech in the recording, if that was not done yet. It ends with the interview. */
export async function lookForSpeech(interview: Interview): Promise<void> {
  const source = sourceOf(interview);
  const { media, speech } = interview.document;
  if (media === null || speech !== null || source.getState().looking) return;
  source.setState({ ...IDLE, looking: true });
  try {
    const onProgress = (progress: Progress) => source.setState({ progress });
    await call('speech.find', { project: interview.project }, { onProgress });
    source.setState(IDLE);
  } catch (error) {
    const shape = toAppErrorShape(error);
    source.setState({ ...IDLE, error: shape.code === 'CANCELLED' ? null : shape });
  }
}

/** Tells whether there is a finished transcript, which may lack words. An unfinished one lacks them anyway. */
export const isTranscribed = ({ words, transcription }: ProjectDocument): boolean =>
  words.length > 0 && (transcription === null || transcription.finished === transcription.windows.length);

const NONE: readonly Span[] = [];
const found = new WeakMap<ProjectDocument, readonly Span[]>();

/** Finds the stretches once for each document. */
function stretchesOf(document: ProjectDocument): readonly Span[] {
  if (!isTranscribed(document)) return NONE;
  const known = found.get(document) ?? speechWithoutWords(document);
  found.set(document, known);
  return known;
}

/** Gives the spans in which somebody seems to speak without words, and about which nobody has decided. */
export const useSpeechWithoutWords = (): readonly Span[] =>
  useInterviewState(({ document }) => stretchesOf(document));

/** Tells how far the search for speech is. */
export const useLookingForSpeech = (): Looking => useStore(sourceOf(useInterview()));
