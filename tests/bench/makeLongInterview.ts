import { join } from 'node:path';
import { importMedia } from '../../main/ingest/recording/importMedia';
import { Vault } from '../../main/vault/Vault';
import type { Command } from '../../shared/document/commands';
import type { Entity, Mention } from '../../shared/model/entity';
import { spanOfWords } from '../../shared/plan/boundaries';
import type { TimedWord } from '../../shared/model/word';
import { truthOf } from '../support/speech';
import { ffmpeg, INTERVIEW } from './sounds';

/** Seconds of the interview. */
const LENGTH = 4 * 3600;
const WORDS = 40_000;
const ENTITIES = 300;
const MENTIONS = 2000;
const LINE = 30;

/** Makes a project of four hours, with so many words in lines, and so many identities withheld in so many places. */
export async function makeLongInterview(folder: string, passphrase: string): Promise<string> {
  const clip = join(folder, 'clip.m4a');
  const recording = join(folder, 'long.m4a');
  const project = join(folder, 'Long interview.withheld');
  await ffmpeg(['-i', INTERVIEW, '-map', '0:a', '-ac', '1', '-c:a', 'aac', '-b:a', '64k', clip]);
  await ffmpeg(['-stream_loop', '-1', '-i', clip, '-t', String(LENGTH), '-c', 'copy', recording]);
  const vault = await Vault.createWith(project, passphrase, async (created) => {
    await importMedia(created, recording);
    created.execute(transcript());
  });
  vault.close();
  return project;
}

function transcript(): Command {
  const between = LENGTH / WORDS;
  const every = Math.floor(WORDS / MENTIONS);
  const words = Array.from({ length: WORDS }, (_, i): TimedWord => {
    const named = i % every === 0 && i / every < MENTIONS;
    const text = named ? nameOf((i / every) % ENTITIES) : i % LINE === 7 ? unmarkedName(i) : wordOf(i);
    return {
      id: `w${i}`,
      text: i % LINE === LINE - 1 ? `${text}.` : text,
      start: i * between,
      end: (i + 0.8) * between,
      confidence: 0.5 + ((i * 7919) % 50) / 100,
      ...(i % LINE === 0 && { paragraph: true }),
    };
  });
  const entities = Array.from({ length: ENTITIES }, (_, i): Entity => ({
    id: `e${i}`,
    type: 'person',
    name: nameOf(i),
    aliases: [],
    decision: 'withhold',
  }));
  const mentions = Array.from({ length: MENTIONS }, (_, i): Mention => {
    const word = words[i * every];
    if (!word) throw new Error('there are fewer words than places');
    return {
      id: `m${i}`,
      entityId: `e${i % ENTITIES}`,
      wordIds: [word.id],
      span: spanOfWords([word], LENGTH),
      drawn: false,
    };
  });
  return {
    label: 'Import transcript',
    steps: [
      { type: 'setTranscript', language: 'en', words, speakers: [], transcription: null },
      ...entities.map((entity) => ({ type: 'putEntity' as const, entity })),
      ...mentions.map((mention) => ({ type: 'putMention' as const, mention })),
      { type: 'setNextId', nextId: WORDS + ENTITIES + MENTIONS },
    ],
  };
}

/** Returns an invented name, which is no common word. */
const nameOf = (i: number): string => `Q${syllables(i + 400)}`;

/** The first letter of unmarked names. Each line has one, which is said once. */
export const UNMARKED = 'R';
const unmarkedName = (i: number): string => `${UNMARKED}${syllables(i + 400)}`;

/** The words of the demo interview, which are repeated: everyday words, and names that are suggested. */
const SAID = truthOf('phone-call-2min').map(({ text }) => text.replace(/\.$/u, ''));
const wordOf = (i: number): string => SAID[i % SAID.length] ?? '';

/** Writes a number in letters that are as unlike words as possible. */
function syllables(n: number): string {
  const [vowels, consonants] = ['aeiou', 'bdfgklmnprst'];
  let [text, rest] = ['', n];
  do {
    text += `${consonants[rest % 12] ?? ''}${vowels[Math.floor(rest / 12) % 5] ?? ''}`;
    rest = Math.floor(rest / 60);
  } while (rest > 0);
  return text;
}
