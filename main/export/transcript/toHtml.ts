import { createHash } from 'node:crypto';
import type { PublishedParagraph } from '../../../shared/redaction/render';
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

/** One page that stands alone: nothing is loaded, nothing runs. Markers are `<mark>` elements. */
export function toHtml(paragraphs: readonly PublishedParagraph[], info: TranscriptInfo): string {
  const { title, intro, language, direction } = tidyInfo(info);
  const heading = title === '' ? [] : [`<h1>${escapeXml(title)}</h1>`];
  const header = [...heading, ...intro.map((line) => `<p>${escapeXml(line)}</p>`)];
  const body = turns(paragraphs).map(({ speaker, runs }) => {
    const name = speaker === null ? '' : `<b>${escapeXml(speaker)}:</b> `;
    const text = runs.map((run) =>
      run.marker ? `<mark>${escapeXml(run.text)}</mark>` : escapeXml(run.text),
    );
    return `<p>${name}${text.join(' ')}</p>`;
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
