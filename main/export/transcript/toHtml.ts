import { createHash } from 'node:crypto';
import type { PublishedParagraph } from '../../../shared/plan/render';
import { directionOf, type Direction } from '../../../shared/text/directionOf';
import { escapeXml } from './escapeXml';
import { tidyInfo, type TranscriptInfo } from './transcriptInfo';
import { turns } from './turns';

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 3rem auto; max-width: 40rem; padding: 0 1.25rem;
  font: 1.125rem/1.6 Georgia, 'Noto Serif', 'Times New Roman', serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.25; }
header p { font-style: italic; }
p { margin: 0 0 1em; }
b { font-weight: 600; }
mark { background: none; color: inherit; font-weight: 600; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } }
`;

/** The page may use this one style sheet and nothing else: no script, image, font, form or frame, from anywhere. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Writes a speaker's name. One of the other direction is kept apart, or it and what follows would change places. */
function label(speaker: string, direction: Direction): string {
  const name = escapeXml(speaker);
  return (directionOf(speaker) ?? direction) === direction ? `${name}:` : `<bdi>${name}</bdi>:`;
}

/** Makes one page that stands alone: it loads nothing and runs nothing. Markers are `<mark>` elements. */
export function toHtml(paragraphs: readonly PublishedParagraph[], info: TranscriptInfo): string {
  const { title, intro, language, direction } = tidyInfo(info);
  /** Returns the `dir` of a block by its own letters; nothing where it is the page's. */
  const turned = (own: Direction | null) => (own === null || own === direction ? '' : ` dir="${own}"`);
  const block = (tag: 'h1' | 'h2' | 'p', text: string) =>
    `<${tag}${turned(directionOf(text))}>${escapeXml(text)}</${tag}>`;
  const header = [...(title === '' ? [] : [block('h1', title)]), ...intro.map((line) => block('p', line))];
  const body = turns(paragraphs, info).flatMap((turn) => {
    const time = turn.timeCode === null ? '' : `${turn.timeCode} `;
    const name = turn.speaker === null ? '' : `<b>${label(turn.speaker, turn.direction ?? direction)}</b> `;
    const text = turn.runs.map((run) => {
      const written = escapeXml(run.text);
      return run.gap + (run.marker ? `<mark>${written}</mark>` : written);
    });
    return [
      ...turn.headings.map((heading) => block('h2', heading)),
      `<p${turned(turn.direction)}>${time}${name}${text.join('')}</p>`,
    ];
  });
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...(header.length > 0 ? ['<header>', ...header, '</header>'] : []),
    '<main>',
    ...body,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
