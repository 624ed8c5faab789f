import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Progress } from '../../shared/contract/envelope';
import { toAppErrorShape, type AppErrorShape } from '../../shared/model/errors';
import type { ProjectDocument } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { speechWithoutWords } from '../../shared/plan/speechWithoutWords';
import { call } from './calls/call';
import type { Interview } from './interview/Interview';
import { useInterview } from './useInterview';

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
/** The stretches that were found last for each finding of speech. */
const last = new WeakMap<readonly Span[], readonly Span[]>();

/**
 * Finds the spans in which somebody seems to speak without words, and about which nobody has decided. They are found once
 * for each document, and the list stays the same as long as it says the same.
 */
export function stretchesOf(document: ProjectDocument): readonly Span[] {
  const { speech } = document;
  if (!speech || !isTranscribed(document)) return NONE;
  const known = found.get(document);
  if (known) return known;
  const before = last.get(speech);
  const made = speechWithoutWords(document);
  const stretches = before && isSame(made, before) ? before : made;
  found.set(document, stretches);
  last.set(speech, stretches);
  return stretches;
}

const isSame = (now: readonly Span[], before: readonly Span[]): boolean =>
  now.length === before.length &&
  now.every(({ from, to }, i) => from === before[i]?.from && to === before[i].to);

const behind = new WeakMap<Interview, StoreApi<{ stretches: readonly Span[] }>>();

/** Follows the stretches of an interview. Each change is painted before they are looked for. */
function behindOf(interview: Interview): StoreApi<{ stretches: readonly Span[] }> {
  const known = behind.get(interview);
  if (known) return known;
  const store = createStore(() => ({ stretches: stretchesOf(interview.document) }));
  const tell = () => {
    const stretches = stretchesOf(interview.document);
    if (stretches !== store.getState().stretches) store.setState({ stretches });
  };
  let waits = false;
  interview.store.subscribe(({ document }, before) => {
    if (waits || document === before.document) return;
    waits = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        waits = false;
        tell();
      }),
    );
  });
  behind.set(interview, store);
  return store;
}

/** Gives the stretches of speech without words. They follow a change of the interview once that is painted. */
export const useSpeechWithoutWords = (): readonly Span[] =>
  useStore(behindOf(useInterview()), ({ stretches }) => stretches);

/** Tells how far the search for speech is. */
export const useLookingForSpeech = (): Looking => useStore(sourceOf(useInterview()));
