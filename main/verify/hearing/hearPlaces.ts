import type { Span } from '../../../shared/model/entity';
import type { LeakFinder } from '../../../shared/leaks/LeakFinder';
import type { OpenRecogniser, Recogniser } from '../../../shared/model/Recogniser';
import { spanToSamples } from '../../../shared/plan/boundaries';
import { spansWithout } from '../../../shared/plan/spansWithout';
import type { Mix } from '../../media/mixes/Mix';
import { mixesOfWindow } from '../../media/mixes/mixesOf';
import { mixSamples } from '../../media/mixes/mixSamples';
import type { ExportedFile } from '../ExportedFile';
import { decodeExport } from '../sound/decodeExport';
import { isHeardAgain, isSamePlace, RATE_HZ, SURROUNDINGS_SECONDS, type Surroundings } from './heardAgain';
import { heardNames, type HeardName } from './heardNames';
import { heardTooOften, standingOf, type PublishedWord } from './publishedAt';
import { SoundWindow } from '../sound/SoundWindow';
import { Unreadable } from '../Unreadable';
import { turnedUp } from './turnedUp';

/** Seconds by which codecs may round a recording's length down. */
const ROUNDED_SECONDS = 0.3;
/** Seconds by which the place of a name may differ when it is heard in another format. */
const REACH_SECONDS = 0.5;

/** Seconds; nobody says a name in less. */
const SHORTEST_HEARD_SECONDS = 0.1;

/** An exported file, and the facts known about it. */
export interface HeardExport {
  file: ExportedFile;
  /** Seconds */
  spans: readonly Span[];
  /** True when every span was found to hold the generated signal and nothing else. */
  masked: boolean;
  /** Places (seconds) where a person listened and heard nothing withheld, whatever the recogniser hears. */
  overruled?: readonly Span[] | undefined;
  finder: LeakFinder;
  /** The words of the same export's text, if they are known. */
  published?: readonly PublishedWord[] | undefined;
  signal?: AbortSignal | undefined;
  /** Called with the seconds heard so far, and with all that are to be heard. */
  onSeconds?: ((done: number, total: number) => void) | undefined;
}

export interface HeardPlace extends Span {
  /**
   * The channel or mix in which it is heard, if an ear alone may miss it; null when all channels are heard together.
   */
  mix: Pick<Mix, 'kind' | 'channels'> | null;
}

type Confirm = typeof isHeardAgain;

export interface Heard {
  /** Seconds of the recording. */
  places: HeardPlace[];
  /** Number of places that are not among them only because a person listened there. */
  overruled: number;
}

/**
 * Hears windows of an exported file through every channel and mix that differs from the others.
 * @param confirm is asked about each name that is heard; only names that it confirms count.
 * @throws {AppError} the recogniser's, `TOOL_MISSING`, `CANCELLED`; {Unreadable} when the sound cannot be decoded.
 */
export async function hearPlaces(
  windows: readonly Span[],
  open: OpenRecogniser,
  { file, finder, spans, masked, published = [], overruled = [], signal, onSeconds }: HeardExport,
  confirm: Confirm = isHeardAgain,
): Promise<Heard> {
  const { channels } = await file.sound();
  const total = windows.reduce((sum, { from, to }) => sum + to - from, 0);
  const tool = decodeExport(file.path, RATE_HZ, { signal });
  let recogniser: Recogniser | undefined;
  try {
    recogniser = await open(signal);
    const sound = new SoundWindow(tool.stdout, channels);
    const found: (HeardName & HeardPlace)[] = [];
    let done = 0;
    for (const window of windows) {
      const { first, end } = spanToSamples(window, RATE_HZ);
      const begin = Math.max(0, first - SURROUNDINGS_SECONDS * RATE_HZ);
      const samples = (await sound.window(begin, end + SURROUNDINGS_SECONDS * RATE_HZ)).slice();
      const own = samples.subarray((first - begin) * channels, (end - begin) * channels);
      for (const mix of mixesOfWindow(own, channels, RATE_HZ)) {
        const place = { first: begin, masks: masked ? spans : [] };
        const listened = { first: first - begin, end: end - begin };
        const mixed = turnedUp(mixSamples(samples, mix), listened, { ...place, rate: RATE_HZ });
        const around = { ...place, samples: mixed };
        const known = [...found];
        const names = await namesIn(recogniser, { first, end }, around, {
          finder,
          published,
          known,
          confirm,
        });
        const alone = channels > 1 && mix.kind !== 'sum' ? mix : null;
        found.push(...names.map((name) => ({ ...name, mix: alone })));
      }
      done += window.to - window.from;
      onSeconds?.(done, total);
    }
    const heard = (await sound.length()) / RATE_HZ;
    const { code } = await tool.done;
    if (code !== 0 || heard < (windows.at(-1)?.to ?? 0) - ROUNDED_SECONDS)
      throw new Unreadable('the sound cannot be decoded');
    const isOverruled = ({ from, to }: Span) =>
      overruled.some((place) => from > place.from - REACH_SECONDS && to < place.to + REACH_SECONDS);
    const around = found.filter((name) => standingOf(published, name) === 'around');
    const isListenedTo = ({ from, to }: Span) =>
      spansWithout([{ from, to: Math.min(to, heard) }], [...windows, ...spans]).every(
        (left) => left.to - left.from < SHORTEST_HEARD_SECONDS,
      );
    const tooOften = new Set(heardTooOften(published, around, isListenedTo));
    const places = found
      .filter((name) => !around.includes(name) || tooOften.has(name))
      .map(({ from, to, mix }) => ({ from, to, mix }));
    return {
      places: places.filter((place) => !isOverruled(place)),
      overruled: places.filter(isOverruled).length,
    };
  } finally {
    recogniser?.close();
    tool.child.kill('SIGKILL');
  }
}

interface NamesWanted {
  finder: LeakFinder;
  published: readonly PublishedWord[];
  /** Names that were found before, in other mixes or windows. */
  known: readonly HeardName[];
  confirm: Confirm;
}

/**
 * Hears a window of one mix. It returns names that are heard more than once, are not known already and are not
 * published just there; times are the recording's.
 */
async function namesIn(
  recogniser: Recogniser,
  { first, end }: { first: number; end: number },
  around: Surroundings,
  { finder, published, known, confirm }: NamesWanted,
): Promise<HeardName[]> {
  const window = around.samples.slice(first - around.first, end - around.first);
  const offset = first / RATE_HZ;
  const found: HeardName[] = [];
  for (const heard of await heardNames(recogniser, window, finder)) {
    const name = { ...heard, from: heard.from + offset, to: heard.to + offset };
    if (standingOf(published, name) === 'there') continue;
    if ([...known, ...found].some((other) => isTold(name, other, published))) continue;
    if (await confirm(recogniser, around, name, finder)) found.push(name);
  }
  return found;
}

/**
 * Tells whether a name adds nothing to another that was heard at its place before. If the other may be excused, since
 * it is published around there, it counts only for the same words: a kept first name does not excuse the surname after
 * it.
 */
const isTold = (name: HeardName, other: HeardName, published: readonly PublishedWord[]): boolean =>
  isSamePlace(name, other) &&
  (standingOf(published, other) === 'nowhere' || name.said.join(' ') === other.said.join(' '));
