import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Progress } from '../../shared/contract/envelope';
import { confirmSpeakers } from '../../shared/edits/confirmSpeakers';
import { makeMarks } from '../../shared/edits/makeMarks';
import { renameSpeaker } from '../../shared/edits/speakers';
import { toAppErrorShape, type AppErrorShape } from '../../shared/model/errors';
import { call } from './calls/call';
import type { Interview } from './interview/Interview';
import { changeSettings } from './settings';
import { useInterview } from './useInterview';
import { sessionNow } from './useSession';

/** The way to find out who speaks: for a number of people, or by their microphones. */
export type HowToTell = { people: number } | { channels: true };

interface Telling {
  /** True while the panel is open. */
  shown: boolean;
  how: HowToTell;
  /** Ends what is going on; null when nothing is. */
  stop: (() => void) | null;
  progress: Progress | null;
  error: AppErrorShape | null;
  /** Sentences about the last proposal. */
  notes: readonly string[];
}

const CLOSED: Telling = {
  ...{ shown: false, how: { people: 2 }, stop: null, progress: null, error: null },
  notes: [],
};
const sources = new WeakMap<Interview, StoreApi<Telling>>();

function sourceOf(interview: Interview): StoreApi<Telling> {
  const source = sources.get(interview) ?? createStore(() => CLOSED);
  sources.set(interview, source);
  return source;
}

/** Returns the state of the search for who speaks. */
export const useTelling = (): Telling => useStore(sourceOf(useInterview()));

export const showSpeakers = (interview: Interview, shown: boolean): void =>
  sourceOf(interview).setState({ shown });

export const chooseHow = (interview: Interview, how: HowToTell): void =>
  sourceOf(interview).setState({ how });

/** Lets the person choose a voice model of their own, which is kept for the next interview. */
export async function chooseVoiceModel(): Promise<void> {
  const { path } = await call('window.chooseFile', { kind: 'voiceModel' });
  if (path !== null) await changeSettings({ voiceModel: path });
}

export const leaveOutVoiceModel = (): Promise<void> => changeSettings({ voiceModel: '' });

/** Proposes who says what. Lines that are labelled meanwhile count the next time. */
export async function proposeSpeakers(interview: Interview): Promise<void> {
  const source = sourceOf(interview);
  const { how, stop } = source.getState();
  if (stop) return;
  const { voiceModel } = sessionNow().settings;
  const controller = new AbortController();
  source.setState({ stop: () => controller.abort(), progress: null, error: null, notes: [] });
  try {
    // The proposal has to know the labels that were just given.
    await interview.saved();
    const { notes } = await call(
      'speakers.propose',
      { project: interview.project, ...how, ...('people' in how && voiceModel !== '' && { voiceModel }) },
      { signal: controller.signal, onProgress: (progress) => source.setState({ progress }) },
    );
    source.setState({ notes });
  } catch (error) {
    const shape = toAppErrorShape(error);
    source.setState({ error: shape.code === 'CANCELLED' ? null : shape });
  } finally {
    source.setState({ stop: null, progress: null });
  }
}

export const stopProposing = (interview: Interview): void => sourceOf(interview).getState().stop?.();

/** Confirms the speakers who are proposed. */
export function confirmProposed(interview: Interview): void {
  interview.execute(confirmSpeakers(interview.document));
  sourceOf(interview).setState({ error: null, notes: [] });
}

export const nameSpeaker = (interview: Interview, id: string, name: string): void =>
  interview.execute(renameSpeaker(interview.document, id, name));

/** Withholds all that somebody says. This is refused, with the reason, as long as the speaker is only proposed. */
export function withholdSpeaker(interview: Interview, name: string): void {
  try {
    interview.execute(makeMarks(interview.document, [{ speaker: name }], 'rough').command);
    forgetTrouble(interview);
  } catch (error) {
    sourceOf(interview).setState({ error: toAppErrorShape(error) });
  }
}

export const forgetTrouble = (interview: Interview): void => sourceOf(interview).setState({ error: null });
