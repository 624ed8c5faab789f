import type { Listen } from '../../../shared/contract/exports';
import { t } from '../../../shared/messages/messages';
import type { Ear, OpenRecogniser } from '../../../shared/model/Recogniser';
import { spoken, type Say } from '../../published/SpokenCheck';
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
 * Checks that the recogniser hears no form of anything withheld. It hears the export again from the file on the disk,
 * through every channel and mix of channels that differs from the others.
 *
 * Recognisers fill masks with what they expect, which differs from processor to processor. So a name counts only when
 * it is heard again under other masks and in other contexts, and a person who listened may overrule it.
 */
export async function checkHeard(question: HearingQuestion): Promise<CheckRun> {
  const { listen, spans, duration, recogniser, ear } = question;
  const { name } = question.file;
  const notDone = (say: Say): CheckRun => spoken({ name: NAME, file: name, ok: true, done: false }, say);
  if (listen === 'none') return notDone(() => t('The recogniser was not asked to hear it again.'));
  if (!recogniser) {
    return notDone(() =>
      t(
        'There is no model to hear it with: the one that transcribed it was not found or does not know all that is spoken, and none was named.',
      ),
    );
  }
  const stretches = listen === 'all' ? [{ from: 0, to: duration }] : aroundSpans(spans, duration);
  const windows = hearingWindows(stretches, spans);
  if (windows.length === 0) {
    return notDone(() =>
      spans.length === 0
        ? t('Nothing is masked, so there was nothing to hear around it.')
        : t('All of it is masked, so there was nothing to hear around it.'),
    );
  }
  let found: Heard = { places: [], overruled: 0 };
  const passed = () => {
    const silent =
      listen === 'all'
        ? t('Nothing withheld was heard in all of it.')
        : t('Nothing withheld was heard around the masked spans.');
    return found.overruled > 0 ? `${silent} ${overruledWords(found.overruled)}` : silent;
  };
  const check = await runCheck(NAME, name, passed, async () => {
    found = await hearPlaces(windows, recogniser, question);
    return found.places.map(
      ({ from, mix }) =>
        () =>
          t(
            '{mix, select, channel {something withheld can be heard at {time}, in channel {one} of the sound} difference {something withheld can be heard at {time}, in channel {one} less channel {two} of the sound} other {something withheld can be heard at {time}}}',
            {
              mix: mix?.kind ?? 'sum',
              time: clockTenths(from),
              one: mix?.channels[0] ?? null,
              two: mix?.channels[1] ?? null,
            },
          ),
    );
  });
  const { places, overruled } = found;
  const { say = () => check.detail } = check;
  const sayAll = ear ? () => `${say()} ${earWords(ear)}` : say;
  return {
    ...check,
    detail: sayAll(),
    say: sayAll,
    ...(overruled > 0 && { overruled }),
    ...(places.length > 0 && { places: places.map(({ from, to }) => ({ from, to })) }),
  };
}

const overruledWords = (count: number): string =>
  t(
    '{count, plural, =1 {In one place the recogniser was overruled by a person who listened.} one {In # place the recogniser was overruled by a person who listened.} other {In # places the recogniser was overruled by a person who listened.}}',
    { count },
  );

const KINDS = { whisper: 'Whisper', parakeet: 'Parakeet' };

/** Says which model listened, so that readers know whether the one that wrote the transcript judged itself. */
function earWords({ kind, transcribed }: Ear): string {
  const model = KINDS[kind];
  if (transcribed === null) return t('A {model} model listened.', { model });
  return transcribed
    ? t('The model that transcribed it listened ({model}).', { model })
    : t('Another model than the one that transcribed it listened ({model}).', { model });
}
