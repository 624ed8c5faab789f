import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ChannelLevels } from '../../main/speakers/ChannelLevels';
import { tellVoicesApart, type VoiceTurn } from '../../main/speakers/tellVoicesApart';
import { turnsByChannel } from '../../main/speakers/turnsByChannel';
import { VoiceFrames } from '../../main/speakers/VoiceFrames';
import { SURE_MARGIN } from '../../main/speakers/voicesOfWords';
import { withoutPads } from '../../main/speakers/withoutPads';
import { readPieces } from '../../main/speech/readPieces';
import { SpeechDetector } from '../../main/speech/SpeechDetector';
import { FRAME_SECONDS, PIECE_FRAMES } from '../../main/speech/speechScores';
import { speechSpans } from '../../main/speech/speechSpans';
import type { Span } from '../../shared/model/entity';
import { interleaved } from '../support/makeConversation';
import { samplesOfFile } from '../support/speech';
import type { Bench } from './Bench';
import { composeConversation, RATE, type Recipe, type TrueTurn } from './composeConversation';
import type { Row } from './Row';

/** Recordings of people, which the project does not come with: ten readers, and meetings with who speaks when. */
const REAL = join(__dirname, '..', '..', '..', 'shared', 'real');
const READERS = join(REAL, 'speech-librispeech');
const MEETINGS = join(REAL, 'conversation-ami');
const MEN = ['1688', '2033', '2414', '2609', '3005'];
const WOMEN = ['1998', '3080', '3331', '367', '533'];
/** Readers on whom nothing was tuned, neither the method nor when it says that it is unsure. */
const ONLY_MEASURED = new Set(['2609', '3005', '3331', '533']);

interface Heard {
  /** Seconds of speech of one person at a time, and those of them that are given to that person. */
  seconds: number;
  right: number;
  /** Seconds that are said to be unsure, and the wrong ones among them. */
  unsure: number;
  caught: number;
}

/**
 * Measures the share of one person's speech that is given to that person. It takes conversations composed of readings
 * (about 80 s of speech for two), and 30 s of meetings, for which no share is promised. It takes two minutes.
 */
export const whoSpeaks: Bench = async ({ say }) => {
  if (!existsSync(READERS) || !existsSync(MEETINGS)) {
    say('Recordings of people (../shared/real) are not there: it was not measured who speaks.');
    return [];
  }
  const readers = new Map<string, Float32Array[]>();
  for (const id of [...MEN, ...WOMEN]) readers.set(id, await utterancesOf(id));
  const of = (ids: readonly string[]) => ids.map((id) => readers.get(id) ?? []);
  const compose = async (ids: readonly string[], recipe: Recipe) => {
    say(`Listening to ${ids.join(' and ')}${recipe.room ? ' in a room' : ''}…`);
    const { channels, turns } = composeConversation(of(ids), recipe);
    return hear(channels[0] ?? new Float32Array(), turns, ids.length);
  };

  const rows: Row[] = [];
  for (const [room, goal] of [
    [false, 97],
    [true, 92],
  ] as const) {
    const [tuned, others]: [Heard[], Heard[]] = [[], []];
    for (const [i, ids] of [...pairsOf(MEN), ...pairsOf(WOMEN)].entries()) {
      const heard = await compose(ids, { seed: 100 + i, room });
      (ids.some((id) => ONLY_MEASURED.has(id)) ? others : tuned).push(heard);
    }
    const where = room ? 'two of one sex, room and noise' : 'two of one sex, levelled';
    rows.push(rowOf(where, [...tuned, ...others], goal));
    rows.push(rowOf(`  with a reader on whom nothing was tuned`, others, goal));
    rows.push(rowOf(`  of readers who were tuned on`, tuned, null));
  }
  const threes: Heard[] = [];
  for (const group of [MEN, WOMEN])
    for (let i = 0; i < group.length; i += 2)
      threes.push(
        await compose(
          [0, 1, 2].map((k) => group[(i + k) % group.length] ?? ''),
          { seed: 30 + i },
        ),
      );
  rows.push(rowOf('three of one sex, levelled', threes, null));

  for (const crosstalk of [-20, -6, -3]) {
    const heard = [...pairsOf(MEN), ...pairsOf(WOMEN)].map((ids, i) => {
      const { channels, turns } = composeConversation(of(ids), { seed: 60 + i, crosstalk });
      const levels = new ChannelLevels(channels.length);
      levels.push(interleaved(channels));
      levels.end();
      return score(turnsByChannel(levels.each, turns) ?? [], turns, ids.length);
    });
    rows.push(rowOf(`by channel, crosstalk ${crosstalk} dB`, heard, 97));
  }
  return [...rows, await meetings(say)];
};

async function utterancesOf(reader: string): Promise<Float32Array[]> {
  const files = readdirSync(READERS).filter((name) => name.startsWith(`${reader}-`));
  return Promise.all(files.sort().map((name) => samplesOfFile(join(READERS, name))));
}

const pairsOf = (group: readonly string[]): string[][] =>
  group.flatMap((one, i) => group.slice(i + 1).map((other) => [one, other]));

async function meetings(say: (line: string) => void): Promise<Row> {
  const truth = z
    .record(z.string(), z.array(z.object({ from: z.number(), to: z.number(), speaker: z.string() })))
    .parse(JSON.parse(readFileSync(join(MEETINGS, 'truth.json'), 'utf8')));
  const heard: Heard[] = [];
  for (const [name, all] of Object.entries(truth)) {
    const people = [...new Set(all.map(({ speaker }) => speaker))];
    if (people.length < 2) continue;
    say(`Listening to ${name}…`);
    const turns = all.map(({ from, to, speaker }) => ({ from, to, reader: people.indexOf(speaker) }));
    heard.push(await hear(await samplesOfFile(join(MEETINGS, `${name}.flac`)), turns, people.length));
  }
  return rowOf('meetings of 30 s, two to four people', heard, null);
}

async function hear(sound: Float32Array, turns: readonly TrueTurn[], people: number): Promise<Heard> {
  const speech = withoutPads(await speechIn(sound));
  const frames = new VoiceFrames(sound.length, () => true);
  frames.push(sound);
  return score(tellVoicesApart(frames, speech, people).turns, turns, people);
}

const detector = new SpeechDetector();

async function speechIn(sound: Float32Array): Promise<Span[]> {
  const scores = new Float32Array(Math.ceil(sound.length / RATE / FRAME_SECONDS));
  let first = 0;
  for await (const piece of readPieces(inOne(sound), 1)) {
    const [heard] = await detector.score([piece]);
    if (heard) scores.set(heard.subarray(0, Math.max(0, scores.length - first)), first);
    first += PIECE_FRAMES;
  }
  return speechSpans(scores, sound.length / RATE);
}

// oxlint-disable-next-line typescript/require-await -- what is read comes over time elsewhere
async function* inOne({ buffer, byteOffset, byteLength }: Float32Array): AsyncGenerator<Buffer> {
  yield Buffer.from(buffer, byteOffset, byteLength);
}

/** Counts the frames of 10 ms in which one person speaks. Each voice counts as one person: whom it mostly is. */
function score(found: readonly VoiceTurn[], truth: readonly TrueTurn[], people: number): Heard {
  const frame = (seconds: number) => Math.round(seconds * 100);
  const length = frame(Math.max(0, ...truth.map(({ to }) => to)));
  const [who, count] = [new Int8Array(length), new Int8Array(length)];
  for (const { from, to, reader } of truth)
    for (let i = frame(from); i < frame(to); i++) {
      who[i] = reader;
      count[i] = (count[i] ?? 0) + 1;
    }
  const common = Array.from({ length: people }, () => new Float64Array(people));
  const unsure = Array.from({ length: people }, () => new Float64Array(people));
  for (const { from, to, voice, margin } of found)
    for (let i = frame(from); i < Math.min(length, frame(to)); i++) {
      if (count[i] !== 1) continue;
      for (const kind of margin < SURE_MARGIN ? [common, unsure] : [common]) {
        const row = kind[voice];
        if (row) row[who[i] ?? 0] = (row[who[i] ?? 0] ?? 0) + 0.01;
      }
    }
  const total = (rows: readonly Float64Array[]) =>
    rows.reduce((sum, row) => sum + row.reduce((a, b) => a + b), 0);
  const rightBy = (rows: readonly Float64Array[], order: readonly number[]) =>
    rows.reduce((sum, row, voice) => sum + (row[order[voice] ?? 0] ?? 0), 0);
  const [best = []] = ordersOf(people).sort((a, b) => rightBy(common, b) - rightBy(common, a));
  return {
    seconds: total(common),
    right: rightBy(common, best),
    unsure: total(unsure),
    caught: total(unsure) - rightBy(unsure, best),
  };
}

function ordersOf(count: number): number[][] {
  if (count === 0) return [[]];
  return ordersOf(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
  );
}

function rowOf(what: string, all: readonly Heard[], goal: number | null): Row {
  const shares = all.flatMap(({ seconds, right }) => (seconds > 0 ? [(100 * right) / seconds] : []));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const sum = (of: (heard: Heard) => number) => all.reduce((total, heard) => total + of(heard), 0);
  const wrong = sum(({ seconds, right }) => seconds - right);
  const caught =
    wrong > 0
      ? `, in which lie ${((100 * sum(({ caught: c }) => c)) / wrong).toFixed(0)} % of what is wrong`
      : '';
  return {
    what: `speech given to another, ${what}`,
    value: `${(100 - mean).toFixed(1)} %`,
    goal: goal === null ? null : { value: 100 - mean, most: 100 - goal, unit: ' %' },
    beside: `right ${mean.toFixed(1)} % of ${all.length} on the mean, worst ${Math.min(...shares).toFixed(1)} %; unsure ${((100 * sum(({ unsure }) => unsure)) / sum(({ seconds }) => seconds)).toFixed(0)} %${caught}`,
  };
}
