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

/** How it is to be found out who speaks: for how many people, or by their microphones. */
export type HowToTell = { people: number } | { channels: true };

interface Telling {
  /** The panel is open. */
  shown: boolean;
  how: HowToTell;
  /** Ends what is going on; null where nothing is. */
  stop: (() => void) | null;
  progress: Progress | null;
  error: AppErrorShape | null;
  /** What is to be known of the last proposal. */
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

/** Tells what is known of the search for who speaks. */
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

/** Proposes who says what; lines that were labelled meanwhile are taken into account the next time. */
export async function proposeSpeakers(interview: Interview): Promise<void> {
  const source = sourceOf(interview);
  const { how, stop } = source.getState();
  if (stop) return;
  const { voiceModel } = sessionNow().settings;
  const controller = new AbortController();
  source.setState({ stop: () => controller.abort(), progress: null, error: null, notes: [] });
  try {
    // The labels that were just given are to be known to it.
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

/** Says that whoever is proposed speaks indeed. */
export function confirmProposed(interview: Interview): void {
  interview.execute(confirmSpeakers(interview.document));
  sourceOf(interview).setState({ error: null, notes: [] });
}

export const nameSpeaker = (interview: Interview, id: string, name: string): void =>
  interview.execute(renameSpeaker(interview.document, id, name));

/** Withholds all that somebody says; refused, with the reason, as long as it is only proposed who speaks. */
export function withholdSpeaker(interview: Interview, name: string): void {
  try {
    interview.execute(makeMarks(interview.document, [{ speaker: name }], 'rough').command);
    forgetTrouble(interview);
  } catch (error) {
    sourceOf(interview).setState({ error: toAppErrorShape(error) });
  }
}

export const forgetTrouble = (interview: Interview): void => sourceOf(interview).setState({ error: null });
