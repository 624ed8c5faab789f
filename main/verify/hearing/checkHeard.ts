import type { Listen } from '../../../shared/contract/exports';
import type { Check } from '../../../shared/model/check';
import type { Ear, OpenRecogniser } from '../../../shared/model/Recogniser';
import { runCheck, type CheckRun } from '../runCheck';
import { clockTenths } from '../../../shared/text/clock';
import { hearPlaces, type Heard, type HeardExport } from './hearPlaces';
import { aroundSpans, hearingWindows } from './hearingWindows';

export interface HearingQuestion extends HeardExport {
  listen: Listen;
  /** Seconds of the recording. */
  duration: number;
  /** Null when there is no model to hear with. */
  recogniser: OpenRecogniser | null;
  ear?: Ear | undefined;
}

const NAME = 'heard again';

/**
 * Checks that the recogniser, which hears the export again from the file on the disk and through every channel and mix of
 * channels that differs from the others, hears no form of anything withheld.
 *
 * Recognisers fill masks with what they expect, and what they expect there differs from processor to processor. So a name
 * counts only when it is heard again under other masks and in other contexts, and a person who listened may overrule it.
 */
export async function checkHeard(question: HearingQuestion): Promise<CheckRun> {
  const { listen, spans, duration, recogniser, ear } = question;
  const { name } = question.file;
  const notDone = (detail: string): Check => ({ name: NAME, file: name, ok: true, done: false, detail });
  if (listen === 'none') return notDone('The recogniser was not asked to hear it again.');
  if (!recogniser) {
    return notDone(
      'There is no model to hear it with: the one that transcribed it was not found or does not know all that is spoken, and none was named.',
    );
  }
  const stretches = listen === 'all' ? [{ from: 0, to: duration }] : aroundSpans(spans, duration);
  const where = listen === 'all' ? 'in all of it' : 'around the masked spans';
  const windows = hearingWindows(stretches, spans);
  if (windows.length === 0) {
    const what = spans.length === 0 ? 'Nothing' : 'All of it';
    return notDone(`${what} is masked, so there was nothing to hear around it.`);
  }
  let found: Heard = { places: [], overruled: 0 };
  const check = await runCheck(NAME, name, `Nothing withheld was heard ${where}.`, async () => {
    found = await hearPlaces(windows, recogniser, question);
    return found.places.map(
      ({ from, mix }) =>
        `something withheld can be heard at ${clockTenths(from)}${mix === null ? '' : `, in ${mix} of the sound`}`,
    );
  });
  const { places, overruled } = found;
  const more = [check.ok && overruled > 0 && overruledWords(overruled), ear && earWords(ear)];
  return {
    ...check,
    detail: [check.detail, ...more.filter(Boolean)].join(' '),
    ...(overruled > 0 && { overruled }),
    ...(places.length > 0 && { places: places.map(({ from, to }) => ({ from, to })) }),
  };
}

const overruledWords = (count: number): string =>
  `In ${count === 1 ? 'one place' : `${count} places`} the recogniser was overruled by a person who listened.`;

const KINDS = { whisper: 'Whisper', parakeet: 'Parakeet' };

/** Says who listened, for whoever is to know how far the one that wrote the transcript judged itself. */
function earWords({ kind, transcribed }: Ear): string {
  if (transcribed === null) return `A ${KINDS[kind]} model listened.`;
  const who = transcribed
    ? 'The model that transcribed it'
    : 'Another model than the one that transcribed it';
  return `${who} listened (${KINDS[kind]}).`;
}
