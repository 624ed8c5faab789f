import { readFile } from 'node:fs/promises';
import { t } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';
import type { TextFormat } from '../../../shared/model/formats';
import type { LeakFinder } from '../../../shared/leaks/LeakFinder';
import type { PublishedParagraph } from '../../../shared/plan/render';
import type { Say } from '../../published/SpokenCheck';
import type { ExportedFile } from '../ExportedFile';
import { runCheck } from '../runCheck';
import { readBytes } from '../Unreadable';
import { countPatterns, found, NO_WITHHELD_WORD } from '../forms/checkForms';
import { isFormatsOwn } from './formatsOwn';
import { plannedBlocks, type PlannedInfo } from './plannedBlocks';
import type { Reading } from './Reading';
import { readDocx } from './readDocx';
import { readHtml } from './readHtml';
import { readJson } from './readJson';
import { readSrt, readVtt } from './readSubtitles';
import { readTxt } from './readTxt';
import { saysTheSame } from './saysTheSame';

/** The contents that every text of an export has to have. */
export interface PlannedText {
  paragraphs: readonly PublishedParagraph[];
  language: string;
  /** Left out when an export of an earlier version did not record it. */
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

/** SubRip has no escapes, so text that a player would take for times or tags is written with other signs in it. */
const REPLACED: Partial<Record<TextFormat, (text: string) => string>> = {
  srt: (text) =>
    text
      .replaceAll('-->', '→')
      .replace(/<(?=[/\p{L}])/gu, '‹')
      .replaceAll('{\\', '{ \\'),
};

/** Writes text as it stands in the bytes of formats that write some signs differently. */
const WRITTEN: Partial<Record<TextFormat, (text: string) => string>> = {
  vtt: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  html: (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
};

/**
 * Reads a published text back with a reader of its own, and checks that it says what was planned, word for word, and
 * nothing besides. Another check asks the plan, once for all formats, whether it holds anything withheld.
 */
export async function checkText(
  file: ExportedFile,
  format: TextFormat,
  planned: PlannedText,
  finder: LeakFinder,
): Promise<Check[]> {
  const bytes = readFile(file.path);
  const reading = bytes.then((read) => readBytes(() => READERS[format](read)));
  reading.catch(() => undefined);
  const passed = () => t('It says what is published, and nothing besides.');
  const isOwn = isFormatsOwn(format, planned.language);
  const sayings = runCheck('word for word', file.name, passed, async () => {
    const { blocks, besides } = await reading;
    const { problems } = compare(format, blocks, planned, finder);
    return [
      ...problems,
      // A text that differs may be out of date, or may leak; whoever reads the answer has to know which.
      ...(problems.length > 0 ? found(finder.count(blocks.join(' '))) : []),
      ...besides
        .filter((one) => !isOwn(one))
        .map(() => () => t('it holds something that is no part of the text')),
    ];
  });
  const inBytes = runCheck(
    NO_WITHHELD_WORD,
    file.name,
    () => t('None was found in its bytes, in any encoding.'),
    async () => {
      const there = countPatterns(await bytes, finder);
      if (there === 0) return [];
      // Words that somebody decided to publish stand there on purpose, and so do the format's own.
      const known = await reading.then(
        (read) => standing(format, read, compare(format, read.blocks, planned, finder).published, isOwn),
        () => [],
      );
      return found(Math.max(0, there - countPatterns(Buffer.from(known.join('\n')), finder)));
    },
  );
  return Promise.all([sayings, inBytes]);
}

/**
 * Compares the blocks of a file with what was planned.
 * @returns a problem for each difference, and the blocks that say what was planned.
 */
function compare(
  format: TextFormat,
  blocks: readonly string[],
  { paragraphs, info }: PlannedText,
  finder: LeakFinder,
): { problems: Say[]; published: string[] } {
  const written = REPLACED[format] ?? ((text: string) => text);
  const { head, body } = plannedBlocks(format, paragraphs, info ?? { title: '' });
  const first = blocks.length - body.length;
  const around = blocks.slice(0, Math.max(0, first));
  const isSaid = (text: string, i: number) => saysTheSame(blocks[first + i] ?? '', written(text));
  const problems: Say[] = body
    .filter((text, i) => !isSaid(text, i))
    .map(() => () => t('it says something else than what is published'));
  const published = body.flatMap((text, i) => (isSaid(text, i) ? (blocks[first + i] ?? '') : []));
  if (info === undefined)
    return { problems: [...problems, ...around.flatMap((text) => found(finder.count(text)))], published };
  const isSame = around.length === head.length && head.every((text, i) => saysTheSame(around[i] ?? '', text));
  if (isSame) return { problems, published: [...around, ...published] };
  return { problems: [...problems, () => t('its title or introduction is another')], published };
}

/** Lists all text that may stand legibly in a file's bytes, as it is written there and as often as it stands there. */
function standing(
  format: TextFormat,
  { blocks, besides, again = [] }: Reading,
  published: readonly string[],
  isOwn: (besides: string) => boolean,
): string[] {
  const own = besides.filter(isOwn);
  // Parts of a package are compressed; the name of each stands before it and in the directory.
  if (format === 'docx') return own.flatMap((one) => (one.startsWith('part ') ? [one, one] : []));
  const written = WRITTEN[format] ?? ((text: string) => text);
  const repeated = published.length === blocks.length ? again : [];
  const saying = own.map((one) => one.slice(one.indexOf(' ') + 1));
  return [...saying, ...[...published, ...repeated].map(written)];
}
