import type { Span } from '../../shared/model/entity';
import { kMeans, squaredDistance } from './kMeans';
import { likeliestTurns } from './likeliestTurns';
import { separateVoices, weightedMean } from './separateVoices';
import { FRAMES_PER_SECOND, type VoiceFrames } from './VoiceFrames';
import { VoiceModel } from './VoiceModel';
import { voiceWindows, type SpeechFrames } from './voiceWindows';

/** Frames of a block (50 ms), which is given to one voice as a whole. */
const BLOCK_FRAMES = 5;
/** Cost of a change of voices, in likelihood; after a pause it is only this share of it. */
const CHANGE_COST = { first: 8, then: 10 };
const PAUSE_SHARE = 0.35;
/** Frames of a gap in speech; a longer gap is a pause. */
const PAUSE_FRAMES = 8;
/** Weights of a frame's windows and of its own sound; they are small, since neighbouring frames say the same. */
const WINDOW_SHARE = 0.04;
const FRAME_SHARE = 0.12;
/** The most that a single frame may count against a voice. */
const WORST_FRAME_LIKELIHOOD = -6;
const WINDOW_ROUNDS = 5;
const MODEL_ROUNDS = 3;
/** Least frames from which a voice's sounds are learned. */
const LEAST_MODEL_FRAMES = 150;
/** Likelihood by which a known stretch counts against all other voices. */
const KNOWN_LIKELIHOOD = 1e3;
/** The middle of a group counts as much as this many windows whose voice somebody named. */
const GROUP_WEIGHT = 4;
/** Least frames of a window that may stand for a voice. */
const FULL_FRAMES = 150;
/** Share of speech, and seconds; a voice with less than the larger of these is folded into those around it. */
const SMALL_SHARE = 0.02;
const SMALL_SECONDS = 3;

/** Largest margin; nothing is any surer beyond it. */
const MOST_MARGIN = 10;

/** A stretch (seconds) whose voice is known, counted from 0. */
export interface KnownVoice extends Span {
  voice: number;
}

/** A stretch (seconds) in which one voice speaks. */
export interface VoiceTurn extends Span {
  voice: number;
  /** Lead in likelihood over the next voice, for each 50 ms; `SURE_MARGIN` and more is sure. */
  margin: number;
}

export interface VoicesApart {
  /** In order. */
  turns: VoiceTurn[];
  /** Voices that were heard too little to be told from others, and are counted with those. */
  folded: number[];
}

/**
 * Tells apart the voices of `count` people, without knowing any beforehand. It groups windows of two seconds, then
 * finds turns by how likely each block of 50 ms belongs to each group (Viterbi), then again by models of each voice's
 * sounds.
 * @param speech stretches in which somebody speaks (seconds), in order, without overlap.
 * @param known stretches whose voice is given: they keep it, and others are compared with them.
 * @param given a place among voices for each of `windowsOf`, from a better judge than the sounds alone.
 */
export function tellVoicesApart(
  frames: VoiceFrames,
  speech: readonly Span[],
  count: number,
  known: readonly KnownVoice[] = [],
  given?: readonly Float64Array[],
): VoicesApart {
  const spoken = speechFrames(speech, frames.count);
  const windows = voiceWindows(spoken);
  if (windows.length === 0 || count < 1) return { turns: [], folded: [] };
  const places = given ?? separateVoices(frames, windows);
  const blocks = blocksOf(spoken, windows);
  const fixed = givenVoices(blocks, known);
  const lengths = windows.map(({ from, to }) => to - from);
  let middles = seeded(startOf(places, lengths, count), windows, places, known);
  while (middles.length < count) middles.push(new Float64Array(places[0]?.length ?? 0));

  const byWindows = () => windowScores(blocks, places, middles);
  let scores = byWindows();
  let voices = turnsBy(scores, blocks, fixed, count, CHANGE_COST.first);
  for (let round = 1; round < WINDOW_ROUNDS; round++) {
    middles = middles.map((middle, k) => middleOf(k, blocks, voices, places, lengths) ?? middle);
    scores = byWindows();
    voices = turnsBy(scores, blocks, fixed, count, CHANGE_COST.first);
  }
  middles = middles.map((middle, k) => middleOf(k, blocks, voices, places, lengths) ?? middle);
  for (let round = 0; round < MODEL_ROUNDS; round++) {
    const models = modelsOf(frames, blocks, voices, count, round + 1);
    if (!models) break;
    scores = byWindows();
    addFrameScores(scores, frames, blocks, models);
    voices = turnsBy(scores, blocks, fixed, count, CHANGE_COST.then);
  }
  const folded = tooSmall(blocks, voices, count).filter((voice) => known.every((one) => one.voice !== voice));
  for (const voice of folded) for (let b = 0; b < blocks.length; b++) scores[b * count + voice] = -Infinity;
  if (folded.length > 0) voices = turnsBy(scores, blocks, fixed, count, CHANGE_COST.then);
  return { turns: turnsOf(blocks, voices, scores, count), folded };
}

interface Block extends SpeechFrames {
  /** Indexes of the windows in which it lies. */
  windows: number[];
  /** True when a pause lies before it. */
  afterPause: boolean;
}

/** Returns the windows of speech by which voices are told apart, in frames. */
export const windowsOf = (speech: readonly Span[], count: number): SpeechFrames[] =>
  voiceWindows(speechFrames(speech, count));

function speechFrames(speech: readonly Span[], count: number): SpeechFrames[] {
  return speech
    .map(({ from, to }) => ({
      from: Math.max(0, Math.round(from * FRAMES_PER_SECOND)),
      to: Math.min(count, Math.round(to * FRAMES_PER_SECOND)),
    }))
    .filter(({ from, to }) => from < to);
}

function blocksOf(spoken: readonly SpeechFrames[], windows: readonly SpeechFrames[]): Block[] {
  const blocks: Block[] = [];
  let begin = 0;
  let before = -Infinity;
  for (const { from, to } of spoken) {
    const afterPause = from - before > PAUSE_FRAMES;
    before = to;
    for (let first = from; first < to; first += BLOCK_FRAMES) {
      const block = { from: first, to: Math.min(to, first + BLOCK_FRAMES) };
      while (begin < windows.length && (windows[begin]?.to ?? 0) <= first) begin++;
      const inside: number[] = [];
      for (let i = begin; i < windows.length && (windows[i]?.from ?? 0) < block.to; i++)
        if ((windows[i]?.to ?? 0) > first) inside.push(i);
      blocks.push({ ...block, windows: inside, afterPause: afterPause && first === from });
    }
  }
  return blocks;
}

/** Returns the known voice of each block; -1 where it is not known. */
function givenVoices(blocks: readonly Block[], known: readonly KnownVoice[]): Int8Array {
  const given = new Int8Array(blocks.length).fill(-1);
  const inOrder = known.toSorted((a, b) => a.from - b.from);
  let at = 0;
  for (const [i, { from, to }] of blocks.entries()) {
    const middle = (from + to) / 2 / FRAMES_PER_SECOND;
    while (at < inOrder.length && (inOrder[at]?.to ?? 0) <= middle) at++;
    const one = inOrder[at];
    if (one && one.from <= middle) given[i] = one.voice;
  }
  return given;
}

function startOf(places: readonly Float64Array[], lengths: readonly number[], count: number): Float64Array[] {
  const sorted = lengths.toSorted((a, b) => a - b);
  const least = Math.min(FULL_FRAMES, sorted[Math.floor(0.6 * (sorted.length - 1))] ?? 0);
  const full = places.filter((_, i) => (lengths[i] ?? 0) >= least);
  return kMeans(full.length > count ? full : places, count);
}

/** Gives groups the numbers of the known voices that they lie nearest to, and moves them towards these. */
function seeded(
  groups: readonly Float64Array[],
  windows: readonly SpeechFrames[],
  places: readonly Float64Array[],
  known: readonly KnownVoice[],
): Float64Array[] {
  const own = groups.map((_, voice) => {
    const mine = known.filter((one) => one.voice === voice);
    return places.filter((_place, i) => {
      const { from, to } = windows[i] ?? { from: 0, to: 0 };
      return mine.some(
        (one) =>
          Math.min(to, one.to * FRAMES_PER_SECOND) - Math.max(from, one.from * FRAMES_PER_SECOND) >
          0.6 * (to - from),
      );
    });
  });
  const order = nearestOrder(own, groups);
  return order.map((group, voice) => {
    const middle = groups[group] ?? new Float64Array(0);
    const mine = own[voice] ?? [];
    if (mine.length === 0) return middle;
    return weightedMean(
      [
        middle,
        weightedMean(
          mine,
          mine.map(() => 1),
        ),
      ],
      [GROUP_WEIGHT, mine.length],
    );
  });
}

/** Gives each voice a group of its own, so that known voices lie as near to theirs as possible. */
function nearestOrder(own: readonly Float64Array[][], groups: readonly Float64Array[]): number[] {
  const means = own.map((mine) =>
    mine.length > 0
      ? weightedMean(
          mine,
          mine.map(() => 1),
        )
      : null,
  );
  let best: { order: number[]; distance: number } | null = null;
  for (const order of permutations(groups.map((_, i) => i))) {
    const distance = means.reduce((sum, mean, voice) => {
      const group = groups[order[voice] ?? 0];
      return mean && group ? sum + squaredDistance(mean, group) : sum;
    }, 0);
    if (!best || distance < best.distance) best = { order, distance };
  }
  return best?.order ?? [];
}

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

/** Scores how well each block fits each middle, by the windows that it lies in. */
function windowScores(
  blocks: readonly Block[],
  places: readonly Float64Array[],
  middles: readonly Float64Array[],
): Float64Array {
  const fits = places.map((place) => middles.map((middle) => -0.5 * squaredDistance(place, middle)));
  const scores = new Float64Array(blocks.length * middles.length);
  for (const [b, { from, to, windows }] of blocks.entries()) {
    for (let k = 0; k < middles.length; k++) {
      let sum = 0;
      for (const window of windows) sum += fits[window]?.[k] ?? 0;
      if (windows.length > 0)
        scores[b * middles.length + k] = (WINDOW_SHARE * (to - from) * sum) / windows.length;
    }
  }
  return scores;
}

function addFrameScores(
  scores: Float64Array,
  frames: VoiceFrames,
  blocks: readonly Block[],
  models: readonly VoiceModel[],
): void {
  for (const [b, { from, to }] of blocks.entries()) {
    for (let frame = from; frame < to; frame++) {
      const each = models.map((model) => model.score(frames, frame));
      const highest = Math.max(...each);
      for (const [k, value] of each.entries()) {
        const at = b * models.length + k;
        scores[at] = (scores[at] ?? 0) + FRAME_SHARE * Math.max(WORST_FRAME_LIKELIHOOD, value - highest);
      }
    }
  }
}

function turnsBy(
  scores: Float64Array,
  blocks: readonly Block[],
  given: Int8Array,
  count: number,
  cost: number,
): Uint8Array {
  const fixed = scores.slice();
  for (const [b, voice] of given.entries()) {
    if (voice < 0) continue;
    for (let k = 0; k < count; k++)
      if (k !== voice) fixed[b * count + k] = (fixed[b * count + k] ?? 0) - KNOWN_LIKELIHOOD;
  }
  return likeliestTurns(fixed, count, (b) => (blocks[b]?.afterPause ? PAUSE_SHARE * cost : cost));
}

/** Averages the places of a voice's windows; undefined when it has hardly any. */
function middleOf(
  voice: number,
  blocks: readonly Block[],
  voices: Uint8Array,
  places: readonly Float64Array[],
  lengths: readonly number[],
): Float64Array | undefined {
  const own = new Float64Array(places.length);
  const all = new Float64Array(places.length);
  for (const [b, { from, to, windows }] of blocks.entries()) {
    for (const window of windows) {
      all[window] = (all[window] ?? 0) + to - from;
      if (voices[b] === voice) own[window] = (own[window] ?? 0) + to - from;
    }
  }
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const weights = places.map((_, i) => {
    const share = (own[i] ?? 0) / Math.max(1, all[i] ?? 0);
    return share > 0.5 ? (share * (lengths[i] ?? 0)) / longest : 0;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 1 ? weightedMean(places, weights) : undefined;
}

/** Learns a model of each voice; null when any voice has too little to learn from. */
function modelsOf(
  frames: VoiceFrames,
  blocks: readonly Block[],
  voices: Uint8Array,
  count: number,
  seed: number,
): VoiceModel[] | null {
  const own = Array.from({ length: count }, (): number[] => []);
  for (const [b, { from, to }] of blocks.entries())
    for (let frame = from; frame < to; frame++) own[voices[b] ?? 0]?.push(frame);
  if (own.some((mine) => mine.length < LEAST_MODEL_FRAMES)) return null;
  return own.map((mine) => VoiceModel.learn(frames, mine, seed));
}

/** Finds the voices that say too little to be anyone's, but never all of them. */
function tooSmall(blocks: readonly Block[], voices: Uint8Array, count: number): number[] {
  const seconds = Array.from({ length: count }, () => 0);
  for (const [b, { from, to }] of blocks.entries()) {
    const voice = voices[b] ?? 0;
    seconds[voice] = (seconds[voice] ?? 0) + (to - from) / FRAMES_PER_SECOND;
  }
  const all = seconds.reduce((sum, own) => sum + own, 0);
  const most = Math.max(...seconds);
  return seconds.flatMap((own, voice) =>
    own < most && own < Math.max(SMALL_SECONDS, SMALL_SHARE * all) ? [voice] : [],
  );
}

function turnsOf(
  blocks: readonly Block[],
  voices: Uint8Array,
  scores: Float64Array,
  count: number,
): VoiceTurn[] {
  const turns: (VoiceTurn & { blocks: number })[] = [];
  for (const [b, block] of blocks.entries()) {
    const voice = voices[b] ?? 0;
    let other = -Infinity;
    for (let k = 0; k < count; k++) if (k !== voice) other = Math.max(other, scores[b * count + k] ?? 0);
    // No other voice is left that this one could be mistaken for.
    const margin =
      other === -Infinity ? MOST_MARGIN : Math.min(MOST_MARGIN, (scores[b * count + voice] ?? 0) - other);
    const span = { from: block.from / FRAMES_PER_SECOND, to: block.to / FRAMES_PER_SECOND };
    const last = turns.at(-1);
    if (last?.voice === voice && Math.abs(last.to - span.from) < 1e-6) {
      last.margin += (margin - last.margin) / ++last.blocks;
      last.to = span.to;
    } else turns.push({ ...span, voice, margin, blocks: 1 });
  }
  return turns.map(({ blocks: _, ...turn }) => turn);
}
