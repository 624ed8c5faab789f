import { readFile } from 'node:fs/promises';
import type { Check } from '../../../shared/model/check';
import type { TextFormat } from '../../../shared/model/formats';
import type { LeakFinder } from '../../../shared/leaks/LeakFinder';
import type { PublishedParagraph } from '../../../shared/plan/render';
import { writeTranscript } from '../../export/transcript/writeTranscript';
import { ask } from '../runCheck';
import { countPatterns, found, NO_WITHHELD_WORD } from '../forms/checkForms';
import { plannedBlocks, type PlannedInfo } from './plannedBlocks';
import type { Reading } from './Reading';
import { readDocx } from './readDocx';
import { readHtml } from './readHtml';
import { readJson } from './readJson';
import { readSrt, readVtt } from './readSubtitles';
import { readTxt } from './readTxt';
import { saysTheSame } from './saysTheSame';

/** What every text of an export has to say. */
export interface PlannedText {
  paragraphs: readonly PublishedParagraph[];
  language: string;
  /** Left out where an export of an earlier version did not record it. */
  info?: PlannedInfo | undefined;
}

const READERS: Record<TextFormat, (bytes: Uint8Array) => Reading> = {
  txt: readTxt,
  docx: readDocx,
  html: readHtml,
  srt: readSrt,
  vtt: readVtt,
  json: readJson,
};

/** SubRip has no escapes, so what a player would take for times or tags is written with other signs there. */
const REPLACED: Partial<Record<TextFormat, (text: string) => string>> = {
  srt: (text) =>
    text
      .replaceAll('-->', '→')
      .replace(/<(?=[/\p{L}])/gu, '‹')
      .replaceAll('{\\', '{ \\'),
};

/**
 * Reads a published text back with a reader of its own: it says what was planned, word for word, and nothing besides.
 * Whether what was planned holds anything withheld is asked of the plan, once for all formats.
 */
export async function checkText(
  path: string,
  file: string,
  format: TextFormat,
  planned: PlannedText,
  finder: LeakFinder,
): Promise<Check[]> {
  const read = readFile(path);
  const sayings = ask('word for word', file, 'It says what is published, and nothing besides.', async () => {
    const { blocks, besides } = READERS[format](await read);
    const known = await formatsOwn(format, planned.language);
    const others = differences(format, blocks, planned, finder);
    return [
      ...others,
      // A text that is another one may be out of date, or may leak: whoever reads the answer has to know which.
      ...(others.length > 0 ? found(finder.count(blocks.join(' '))) : []),
      ...besides.filter((one) => !known.has(one)).map(() => 'it holds something that is no part of the text'),
    ];
  });
  const bytes = ask(NO_WITHHELD_WORD, file, 'None was found in its bytes, in any encoding.', async () => {
    // What was decided to be published stands there on purpose, and so does what the format is made of.
    const { paragraphs, language, info } = planned;
    const honest = await writeTranscript(format, paragraphs, { title: '', ...info, language });
    const there = countPatterns(await read, finder);
    return found(Math.max(0, there - countPatterns(honest, finder)));
  });
  return Promise.all([sayings, bytes]);
}

function differences(
  format: TextFormat,
  blocks: readonly string[],
  { paragraphs, info }: PlannedText,
  finder: LeakFinder,
): string[] {
  const written = REPLACED[format] ?? ((text: string) => text);
  const { head, body } = plannedBlocks(format, paragraphs, info ?? { title: '' });
  const first = blocks.length - body.length;
  const around = blocks.slice(0, Math.max(0, first));
  const problems = body
    .filter((text, i) => !saysTheSame(blocks[first + i] ?? '', written(text)))
    .map(() => 'it says something else than what is published');
  if (info === undefined) return [...problems, ...around.flatMap((text) => found(finder.count(text)))];
  const isSame = around.length === head.length && head.every((text, i) => saysTheSame(around[i] ?? '', text));
  return isSame ? problems : [...problems, 'its title or introduction is another'];
}

/** What is known of formats by now, by format and language. */
const OWN = new Map<string, ReadonlySet<string>>();

/** What stands beside the text in transcripts that use everything the format has, in both directions, and say nothing. */
async function formatsOwn(format: TextFormat, language: string): Promise<ReadonlySet<string>> {
  const key = `${format} ${language}`;
  const known = OWN.get(key);
  if (known) return known;
  const texts = ['a', 'א'].flatMap((letter) => ['a', 'א'].map((name) => ({ letter, name })));
  const readings = texts.map(async ({ letter, name }) => {
    const tokens = [
      { text: letter, marker: false, start: 0, end: 1 },
      { text: `(${letter})`, marker: true, start: 2, end: 3 },
    ];
    const info = { title: letter, intro: letter, language };
    return READERS[format](await writeTranscript(format, [{ speaker: name, tokens }], info)).besides;
  });
  const own = new Set((await Promise.all(readings)).flat());
  OWN.set(key, own);
  return own;
}
