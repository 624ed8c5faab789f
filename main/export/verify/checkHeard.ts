import type { Blur, Check, Listen } from '../../../shared/contract/api';
import type { Span } from '../../../shared/redaction/entity';
import type { LeakFinder } from '../../../shared/redaction/LeakFinder';
import type { HeardWord, OpenRecogniser, Recogniser } from '../../../shared/transcript/Recogniser';
import { spanToSamples } from '../../../shared/redaction/boundaries';
import { runTool } from '../../system/runTool';
import { SpanSignal } from '../mask/SpanSignal';
import { ask } from './ask';
import { clock } from './clock';
import { aroundSpans, hearingWindows } from './hearingWindows';
import { SoundWindow } from './SoundWindow';

export interface HearingQuestion {
  path: string;
  file: string;
  listen: Listen;
  blur: Blur;
  /** Seconds */
  spans: readonly Span[];
  /** Seconds of the recording. */
  duration: number;
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
/** Seconds on either side of a heard word that are masked as well before the place is heard once more. */
const BESIDE = 0.3;
/** A name that is heard once more although its place is masked, and nearly as surely, is a guess of the recogniser's. */
const AS_SURE = 0.8;

/**
 * The recogniser hears the export again, from the file on the disk, and hears no form of anything withheld.
 *
 * Recognisers fill gaps with what they expect, so a name that is heard is masked where it was heard, with some sound on
 * either side, and its window is heard once more: what was said there is gone then, and what was guessed is still there.
 * Measured with the demo model around 52 honest spans: a name heard at none of them with noise, none with silence and 3
 * with a tone, before guesses are taken away; with the spans open, at 50.
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
  { path, finder, spans, blur, signal, onSeconds }: HearingQuestion,
): Promise<number[]> {
  if (windows.length === 0) return [];
  const total = windows.reduce((sum, { from, to }) => sum + to - from, 0);
  const tool = runTool('ffmpeg', decodeArguments(path), { signal });
  tool.stdin.end();
  let recogniser: Recogniser | undefined;
  try {
    recogniser = await open(signal);
    const sound = new SoundWindow(tool.stdout, 1);
    const places: number[] = [];
    let done = 0;
    for (const window of windows) {
      const { first, end } = spanToSamples(window, RATE);
      const samples = (await sound.window(first, end)).slice();
      for (const name of await heardNames(recogniser, samples, finder)) {
        const masked = maskMore(samples, first, name, spans, blur);
        const again = await heardNames(recogniser, masked, finder);
        const guessed = again.some(
          (other) => overlaps(other, name) && other.confidence > AS_SURE * name.confidence,
        );
        if (!guessed) places.push(window.from + name.start);
      }
      done += window.to - window.from;
      onSeconds?.(done, total);
    }
    await sound.length();
    const { code } = await tool.done;
    if (code !== 0) throw new Error('the sound cannot be decoded');
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

/** A copy of a window in which the place of a word is masked too, and the spans that it touches with it. */
function maskMore(
  samples: Float32Array,
  first: number,
  word: HeardWord,
  spans: readonly Span[],
  blur: Blur,
): Float32Array {
  let from = first / RATE + word.start - BESIDE;
  let to = first / RATE + word.end + BESIDE;
  for (const span of spans.filter((one) => one.from < to && one.to > from)) {
    from = Math.min(from, span.from - BESIDE);
    to = Math.max(to, span.to + BESIDE);
  }
  const start = Math.max(0, Math.round(from * RATE) - first);
  const end = Math.min(samples.length, Math.round(to * RATE) - first);
  const copy = samples.slice();
  if (start < end) {
    new SpanSignal(blur, RATE, { first: first + start, end: first + end }).fill(copy.subarray(start, end));
  }
  return copy;
}

const overlaps = (a: HeardWord, b: HeardWord): boolean =>
  a.start < b.end + BESIDE && b.start < a.end + BESIDE;

function decodeArguments(path: string): string[] {
  return [
    ...['-nostdin', '-v', 'error', '-protocol_whitelist', 'file,pipe', '-i', `file:${path}`, '-map', '0:a:0'],
    ...['-af', 'aresample=async=1:first_pts=0', '-ac', '1', '-ar', String(RATE)],
    ...['-c:a', 'pcm_f32le', '-f', 'f32le', 'pipe:1'],
  ];
}
