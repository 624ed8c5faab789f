import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { hearSpeechIfPossible } from '../../main/app/knowSpeech';
import { importMedia } from '../../main/ingest/recording/importMedia';
import { hearSpeech } from '../../main/speech/hearSpeech';
import { transcribe } from '../../main/transcribe/transcribe';
import { Vault } from '../../main/vault/Vault';
import type { ProjectDocument } from '../../shared/document/document';
import type { Span } from '../../shared/model/entity';
import { speechWithoutWords } from '../../shared/plan/speechWithoutWords';
import { isTimed, type Word } from '../../shared/model/word';
import { DEMO_MODEL, INTERVIEWS, truthOf } from '../support/speech';
import type { Bench, BenchOptions } from './Bench';
import { randomNumbers } from '../../main/speakers/randomNumbers';
import type { Row } from './Row';

/** Recordings of people, which the project does not come with: 30 s of each meeting, with who speaks when. */
const MEETINGS = join(__dirname, '..', '..', '..', 'shared', 'real', 'conversation-ami');
const HOLES = 60;
/** Least seconds of speech in a planted hole, and in a stretch that is listed. */
const HOLE = 0.7;

/**
 * Measures speech without words. It counts how many of 60 holes are listed, each of one to five words taken out of a
 * transcript, and what is listed where nothing is missing. It takes synthetic interviews with the words' true times and
 * with a recogniser's. For meetings of people, whose words are not known, it takes who speaks when.
 */
export const speechHoles: Bench = async (options) => {
  const interviews = [];
  for (const [name, file] of [
    ['phone-call-2min', 'phone-call-2min.opus'],
    ['trial-5min', 'trial-5min.opus'],
    ['short-40s', 'short-40s.flac'],
  ] as const) {
    options.say(`Listening to ${name}…`);
    interviews.push({ name, ...(await listen(join(INTERVIEWS, file), name, options, true)) });
  }
  const told = interviews.map(({ name, document }) => ({
    document,
    words: trueWords(name),
    said: trueWords(name),
  }));
  const heard = interviews.map(({ name, document }) => ({
    document,
    words: document.words,
    said: trueWords(name),
  }));
  return [
    ...rowsOf('with the words’ own times', told),
    ...rowsOf('with a recogniser’s times', heard),
    ...(await meetings(options)),
  ];
};

interface Interview {
  document: ProjectDocument;
  /** The words that the transcript has. */
  words: readonly Word[];
  /** The words that were said, with their times. */
  said: readonly Word[];
}

function rowsOf(kind: string, interviews: readonly Interview[]): Row[] {
  const falsely = interviews.flatMap(({ document, words }) =>
    speechWithoutWords({ ...document, words: [...words] }),
  );
  const minutes = interviews.reduce((sum, { document }) => sum + (document.media?.duration ?? 0), 0) / 60;
  const random = randomNumbers(9);
  let missed = 0;
  for (let planted = 0; planted < HOLES;) {
    const { document, words, said } = interviews[Math.floor(random() * interviews.length)] ?? fail();
    const count = 1 + Math.floor(random() * 5);
    const at = Math.floor(random() * (said.length - count));
    const run = said.slice(at, at + count).filter(isTimed);
    const hole = { from: run[0]?.start ?? 0, to: run.at(-1)?.end ?? 0 };
    if (run.reduce((sum, { start, end }) => sum + end - start, 0) < HOLE) continue;
    planted++;
    const left = words.filter(isTimed).filter(({ start, end }) => !holds(hole, (start + end) / 2));
    const listed = speechWithoutWords({ ...document, words: left });
    if (!listed.some((span) => overlap(span, hole) >= HOLE / 2)) missed++;
  }
  return [
    {
      what: `holes not listed, ${kind}`,
      value: `${missed} of ${HOLES}`,
      goal: { value: missed, most: 2, unit: '' },
      beside: `${HOLES - missed} of ${HOLES} listed`,
    },
    falseRow(kind, falsely.length, minutes),
  ];
}

function falseRow(kind: string, falsely: number, minutes: number): Row {
  const rate = (5 * falsely) / minutes;
  return {
    what: `listed where nothing is missing, ${kind}`,
    value: `${rate.toFixed(2)} in 5 min`,
    goal: { value: rate, most: 1, unit: '' },
    beside: `${falsely} in ${minutes.toFixed(1)} min`,
  };
}

/**
 * Measures meetings, in which turns stand for words. Detected speech beside all turns is false, and a turn with little
 * detected speech is missed.
 */
async function meetings(options: BenchOptions): Promise<Row[]> {
  if (!existsSync(MEETINGS)) {
    options.say('Recordings of people are not there: nothing was measured on real speech.');
    return [];
  }
  const turns = z
    .record(z.string(), z.array(z.object({ from: z.number(), to: z.number() })))
    .parse(JSON.parse(readFileSync(join(MEETINGS, 'truth.json'), 'utf8')));
  let [falsely, seconds, long, unlisted] = [0, 0, 0, 0];
  for (const file of readdirSync(MEETINGS).filter((name) => name.endsWith('.flac'))) {
    options.say(`Listening to ${file}…`);
    const { document } = await listen(join(MEETINGS, file), file, options, false);
    const spoken = turns[file.replace('.flac', '')] ?? [];
    // This word may be as long as its turn.
    const words = spoken.map(({ from, to }, i) => ({
      id: `w${i}`,
      text: '0'.repeat(60),
      start: from,
      end: to,
    }));
    falsely += speechWithoutWords({ ...document, words }).length;
    seconds += document.media?.duration ?? 0;
    const listed = speechWithoutWords({ ...document, words: [] });
    for (const turn of spoken.filter(({ from, to }) => to - from >= HOLE)) {
      long++;
      if (listed.reduce((sum, span) => sum + overlap(span, turn), 0) < HOLE / 2) unlisted++;
    }
  }
  return [
    falseRow('meetings', falsely, seconds / 60),
    { what: 'turns not listed, meetings', value: `${unlisted} of ${long}`, goal: null, beside: '' },
  ];
}

async function listen(file: string, name: string, { folder, threads }: BenchOptions, words: boolean) {
  const vault = await Vault.createWith(join(folder, `${name}.withheld`), 'a passphrase', async (created) => {
    await importMedia(created, file);
  });
  try {
    if (words) await transcribe(vault, { model: DEMO_MODEL, threads, hearSpeech: hearSpeechIfPossible });
    return { document: { ...vault.document, speech: (await hearSpeech(vault)).spans } };
  } finally {
    vault.close();
  }
}

const trueWords = (interview: string): Word[] =>
  truthOf(interview).map(({ text, start, end }, i) => ({ id: `t${i}`, text, start, end }));

const holds = ({ from, to }: Span, time: number): boolean => time >= from && time <= to;
const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

function fail(): never {
  throw new Error('there is no interview');
}
