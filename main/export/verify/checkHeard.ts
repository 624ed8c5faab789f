import type { Check, Listen } from '../../../shared/contract/api';
import type { Span } from '../../../shared/redaction/entity';
import type { LeakFinder } from '../../../shared/redaction/LeakFinder';
import type { HeardWord, OpenRecogniser, Recogniser } from '../../../shared/transcript/Recogniser';
import { spanToSamples } from '../../../shared/redaction/boundaries';
import { maskRanges } from '../../../shared/mask/maskRanges';
import { ask } from './ask';
import { clock } from './clock';
import { decodeExport } from './decodeExport';
import { aroundSpans, hearingWindows } from './hearingWindows';
import { SoundWindow } from './SoundWindow';

export interface HearingQuestion {
  path: string;
  file: string;
  listen: Listen;
  /** Seconds */
  spans: readonly Span[];
  /** Seconds of the recording. */
  duration: number;
  /** Whether every span was found to hold the generated signal and nothing else. */
  masked: boolean;
  finder: LeakFinder;
  /** Null when there is no model to hear with. */
  recogniser: OpenRecogniser | null;
  signal?: AbortSignal | undefined;
  /** Told how many seconds of how many are heard. */
  onSeconds?: ((done: number, total: number) => void) | undefined;
}

const NAME = 'heard again';
/** Hz, of what recognisers hear. */
const RATE = 16_000;
/** A word that only sounds like a name counts when the recogniser is this sure of it. */
const SURE = 0.5;
/** Of a word that is heard outside of the masks no more than this lies inside one. */
const OUTSIDE = 0.25;
/** Seconds by which codecs may round a recording's length down. */
const ROUNDED = 0.3;
/** Seconds by which the times of one word may differ from one hearing to the next. */
const BESIDE = 0.3;

/**
 * The recogniser hears the export again, from the file on the disk, and hears no form of anything withheld.
 *
 * Recognisers fill noise with what they expect, so a name that is heard inside a mask counts only when it is heard again
 * with the masks silenced, since what is said outside of them is still there, or when the masks are not what they should
 * be. Without that the demo model heard a withheld name in 5 of 172 honest spans (noise, tone and silence), with it in none.
 */
export async function checkHeard(question: HearingQuestion): Promise<Check> {
  const { file, listen, spans, duration, recogniser } = question;
  const notDone = (detail: string): Check => ({ name: NAME, file, ok: true, done: false, detail });
  if (listen === 'none') return notDone('The recogniser was not asked to hear it again.');
  if (!recogniser) {
    return notDone(
      'There is no model to hear it with: the one that transcribed it was not found, and none was named.',
    );
  }
  const stretches = listen === 'all' ? [{ from: 0, to: duration }] : aroundSpans(spans, duration);
  const where = listen === 'all' ? 'in all of it' : 'around the masked spans';
  const windows = hearingWindows(stretches, spans);
  if (windows.length === 0) {
    const what = spans.length === 0 ? 'Nothing' : 'All of it';
    return notDone(`${what} is masked, so there was nothing to hear around it.`);
  }
  return ask(NAME, file, `Nothing withheld was heard ${where}.`, async () =>
    (await hear(windows, recogniser, question)).map(
      (at) => `something withheld can be heard at ${clock(at)}`,
    ),
  );
}

/** @returns where (seconds) something withheld is heard. */
async function hear(
  windows: readonly Span[],
  open: OpenRecogniser,
  { path, finder, spans, masked, signal, onSeconds }: HearingQuestion,
): Promise<number[]> {
  if (windows.length === 0) return [];
  const total = windows.reduce((sum, { from, to }) => sum + to - from, 0);
  const tool = decodeExport(path, RATE, { mono: true, signal });
  let recogniser: Recogniser | undefined;
  try {
    recogniser = await open(signal);
    const sound = new SoundWindow(tool.stdout, 1);
    const places: number[] = [];
    let done = 0;
    for (const window of windows) {
      const { first, end } = spanToSamples(window, RATE);
      const samples = (await sound.window(first, end)).slice();
      const names = await heardNames(recogniser, samples, finder);
      const doubtful = names.filter((name) => masked && shareMasked(name, window.from, spans) > OUTSIDE);
      const said =
        doubtful.length > 0 ? await heardNames(recogniser, silenced(samples, first, spans), finder) : [];
      for (const name of names) {
        const guessed = doubtful.includes(name) && !said.some((other) => overlaps(name, other));
        if (!guessed) places.push(window.from + name.start);
      }
      done += window.to - window.from;
      onSeconds?.(done, total);
    }
    const heard = (await sound.length()) / RATE;
    const { code } = await tool.done;
    if (code !== 0 || heard < (windows.at(-1)?.to ?? 0) - ROUNDED)
      throw new Error('the sound cannot be decoded');
    return places;
  } finally {
    recogniser?.close();
    tool.child.kill('SIGKILL');
  }
}

async function heardNames(
  recogniser: Recogniser,
  samples: Float32Array,
  finder: LeakFinder,
): Promise<HeardWord[]> {
  const words = await recogniser.hear(samples);
  return finder.find(words.map(({ text }) => text)).flatMap(({ at, likeness }) => {
    const word = words[at];
    return word && (likeness !== 'sound' || word.confidence >= SURE) ? [word] : [];
  });
}

/** How much of a word lies inside spans, by the recogniser's times: 0 to 1. */
function shareMasked({ start, end }: HeardWord, offset: number, spans: readonly Span[]): number {
  const overlap = ({ from, to }: Span) =>
    Math.max(0, Math.min(offset + end, to) - Math.max(offset + start, from));
  return spans.reduce((sum, span) => sum + overlap(span), 0) / Math.max(end - start, 0.01);
}

/** A copy of a window without the masks in it. */
function silenced(samples: Float32Array, first: number, spans: readonly Span[]): Float32Array {
  const copy = samples.slice();
  for (const range of maskRanges(spans, RATE))
    copy.fill(0, Math.max(0, range.first - first), Math.max(0, range.end - first));
  return copy;
}

const overlaps = (a: HeardWord, b: HeardWord): boolean =>
  a.start < b.end + BESIDE && b.start < a.end + BESIDE;
