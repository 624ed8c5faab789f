import type { TextFormat } from '../../../shared/model/formats';
import type { PublishedParagraph } from '../../../shared/plan/render';
import { HEADING } from './Reading';

/** The contents that an export was to have around the testimony. */
export interface PlannedInfo {
  title: string;
  intro?: string | undefined;
  /** Tells whether paragraphs say when they begin. */
  timeCodes?: 'none' | 'paragraph' | undefined;
}

/** Stands between two words without a space, where a line may or may not break. */
export const SEAM = '\u0000';

/**
 * Lists what a file of that format has to say, block by block as its reader gives them: first what stands around the
 * testimony, then the testimony. It goes by the plan alone, and not by how the file is written.
 */
export function plannedBlocks(
  format: TextFormat,
  paragraphs: readonly PublishedParagraph[],
  info: PlannedInfo,
): { head: string[]; body: string[] } {
  const title = info.title.replace(CONTROLS, ' ').trim();
  const lines = (info.intro ?? '')
    .split(/\r\n?|[\n\u2028\u2029]/u)
    .map((line) => line.replace(CONTROLS, ' ').trim())
    .filter((line) => line !== '');
  const present = (blocks: readonly string[]) => blocks.filter((block) => block !== '');
  switch (format) {
    case 'txt':
      return { head: present([title, lines.join('\n')]), body: spoken(paragraphs, info) };
    case 'docx':
      return { head: present([title, ...lines]), body: spoken(paragraphs, info) };
    case 'html':
      // The window's title, then the page's.
      return { head: [title, ...present([title]), ...lines], body: spoken(paragraphs, info) };
    case 'srt':
      return { head: [], body: [spoken(paragraphs.map(withoutHeadings), {}).join(' ')] };
    case 'vtt':
      return { head: [], body: voices(paragraphs) };
    case 'json':
      return { head: [title, ...present([lines.join('\n')])], body: tokens(paragraphs) };
  }
}

const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/** Removes headings, since text that is read while it is said has none. */
const withoutHeadings = ({ headings: _, ...paragraph }: PublishedParagraph): PublishedParagraph => paragraph;

/**
 * Lists headings and paragraphs. A paragraph has the time when it begins, if told, and its speaker if a turn begins.
 */
const spoken = (
  paragraphs: readonly PublishedParagraph[],
  { timeCodes }: Pick<PlannedInfo, 'timeCodes'>,
): string[] =>
  paragraphs.flatMap((paragraph) => {
    const { headings = [], speaker, continues } = paragraph;
    const time = timeCodes === 'paragraph' ? clock(paragraph) : '';
    const name = speaker === null || continues ? '' : `${speaker}: `;
    return [...headings.map((heading) => HEADING + heading), `${time}${name}${textOf(paragraph)}`];
  });

/** Writes `[00:02:14] `: the whole seconds that have passed when the first token begins. */
function clock({ tokens: [first] }: PublishedParagraph): string {
  if (typeof first?.start !== 'number') return '';
  const minutes = Math.floor(first.start / 60);
  const parts = [Math.floor(minutes / 60), minutes % 60, Math.floor(first.start % 60)];
  return `[${parts.map((part) => `${part}`.padStart(2, '0')).join(':')}] `;
}

/** Joins all that one voice says in a row, after its name. */
function voices(paragraphs: readonly PublishedParagraph[]): string[] {
  const blocks: string[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    const isSame = i > 0 && paragraphs[i - 1]?.speaker === paragraph.speaker;
    const before = isSame ? `${blocks.pop() ?? ''} ` : `${paragraph.speaker ?? ''}\n`;
    blocks.push(`${before}${textOf(paragraph)}`);
  }
  return blocks;
}

const tokens = (paragraphs: readonly PublishedParagraph[]): string[] =>
  paragraphs.flatMap(({ headings, speaker, unattributed, tokens: all }) => [
    // Programs get null for nobody, where people read a label that says so.
    JSON.stringify({ headings, speaker: unattributed ? null : speaker }),
    ...all.map(({ text, marker, glued, start, end }) =>
      JSON.stringify({
        text,
        ...(marker && { marker }),
        ...(glued && { glued }),
        start: rounded(start),
        end: rounded(end),
      }),
    ),
  ]);

/** Rounds to whole milliseconds, as published times are. */
const rounded = (seconds: number | null) => (seconds === null ? null : Math.round(seconds * 1000) / 1000);

const textOf = ({ tokens: all }: PublishedParagraph): string =>
  all.map(({ text, glued }, i) => `${i === 0 ? '' : glued ? SEAM : ' '}${text}`).join('');
