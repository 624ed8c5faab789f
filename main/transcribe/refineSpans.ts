import type { Progress } from '../../shared/contract/envelope';
import { saidWithin, spanOfWords } from '../../shared/plan/boundaries';
import type { Span } from '../../shared/model/entity';
import type { SpanOf } from '../../shared/edits/makeMarks';
import { foldPhrase } from '../../shared/text/matching';
import { commonWords } from '../../shared/text/commonWords';
import { isTimed, type TimedWord } from '../../shared/model/word';
import { listenForSpeech } from '../media/mixes/listenForSpeech';
import { ProgressMeter } from '../system/ProgressMeter';
import type { Vault } from '../vault/Vault';
import { alignWindows, type AlignedWord } from './windows/alignWindows';
import { findWindows } from './windows/findWindows';
import { quietMoments } from './windows/quietMoments';
import { pausesByLoudness } from './windows/pausesByLoudness';
import type { ResolvedModel } from './models/resolveModel';
import type { SoundLevels } from '../media/mixes/SoundLevels';
import { spokenLanguage } from './spokenLanguage';
import { SoundMap } from './windows/SoundMap';

export interface RefineOptions {
  /** The model that hears the places again; without it only quiet moments are looked for. */
  model: ResolvedModel | null;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Limits (seconds) of the windows. They differ from those that were transcribed, so that their edges are a second
 * opinion, and they are short, since the recogniser places words best after a pause.
 */
const WINDOWS = { longestSent: 12, longestSpan: 28 };
/** Seconds; a second hearing that differs by more is about another place. */
const SAME_PLACE_SECONDS = 1;

/**
 * Finds where runs of words are said, more exactly than their times tell. The recogniser hears the places again. Every
 * word then reaches from the earliest to the latest time that either hearing gives it, and edges go outward to a quiet
 * moment.
 * @param runs the runs of words whose spans will be asked for.
 * @returns a function that gives the span (seconds) of a run, for `makeMarks`; undefined without a recording.
 * @throws {AppError} as `alignWindows`.
 */
export async function refineSpans(
  vault: Vault,
  runs: readonly (readonly TimedWord[])[],
  { model, signal, onProgress }: RefineOptions,
): Promise<SpanOf> {
  const { media, boundaries, speech } = vault.document;
  if (!media || runs.length === 0) return () => undefined;
  const { levels } = await listenForSpeech(vault, { signal });
  const wanted = new Set(runs.flat().map(({ id }) => id));
  const heard = model
    ? await hearAgain(vault, model, levels, wanted, { signal, onProgress })
    : new Map<string, Span>();
  const loudness = quietMoments(levels, speech);
  return (words) =>
    spanOfWords(
      words.map((word) => widest(word, heard.get(word.id))),
      media.duration,
      boundaries,
      loudness,
    );
}

/** Finds where the wanted words, by id, are heard a second time. */
async function hearAgain(
  vault: Vault,
  model: ResolvedModel,
  levels: SoundLevels,
  wanted: ReadonlySet<string>,
  { signal, onProgress }: Pick<RefineOptions, 'signal' | 'onProgress'>,
): Promise<Map<string, Span>> {
  const words = vault.document.words.filter(isTimed);
  const places = findWindows({ levels }, pausesByLoudness(new SoundMap(levels)), WINDOWS)
    .map((window) => ({
      window,
      words: words.filter(({ start, end }) => start < window.to && end > window.from),
    }))
    .filter((place) => place.words.some(({ id }) => wanted.has(id)));
  const meter = new ProgressMeter('align', 'steps', places.length, onProgress);
  const language = spokenLanguage(vault.document, model.facts);
  const windows = places.map(({ window }) => window);
  const hearings = alignWindows(vault, model, windows, { language, signal });
  const found = new Map<string, Span>();
  for (const [i, place] of places.entries()) {
    meter.report(i);
    const heard = await hearings.next();
    if (heard.done) break;
    for (const [word, again] of samePlaces(place.words, heard.value)) {
      found.set(word.id, { from: Math.min(again.start, again.point ?? Infinity), to: again.end });
    }
  }
  await hearings.next();
  meter.report(places.length);
  return found;
}

function* samePlaces(
  words: readonly TimedWord[],
  heard: readonly AlignedWord[],
): Generator<[TimedWord, AlignedWord]> {
  const folded = (list: readonly { text: string }[]) => list.map(({ text }) => foldPhrase(text).join(' '));
  for (const [i, j] of commonWords(folded(words), folded(heard))) {
    const [word, again] = [words[i], heard[j]];
    if (!word || !again) continue;
    const far = Math.max(Math.abs(word.start - again.start), Math.abs(word.end - again.end));
    if (far <= SAME_PLACE_SECONDS) yield [word, again];
  }
}

function widest(word: TimedWord, heard: Span | undefined): TimedWord {
  const { from, to } = saidWithin(word);
  const { within: _, ...rest } = word;
  return { ...rest, start: Math.min(from, heard?.from ?? from), end: Math.max(to, heard?.to ?? to) };
}
