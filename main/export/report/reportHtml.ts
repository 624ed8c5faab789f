import { escapeXml } from '../transcript/escapeXml';
import type { ExportReport } from '../../published/exportReport';

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1.25rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.125rem; margin-top: 2rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #8886; }
code { font-size: 0.8125rem; overflow-wrap: anywhere; }
b { white-space: nowrap; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } tr { break-inside: avoid; } }
`;

const BLURS = { noise: 'noise', tone: 'a tone', silence: 'silence' };
const PICTURES = {
  kept: 'The picture is as it was recorded.',
  covered: 'The picture is covered during these stretches, and where a rectangle was drawn.',
};
const ANSWERS = { passed: '✓ passed', failed: '✗ failed', 'not done': '– not done' };

/** The report as one page that stands alone: nothing is loaded, nothing runs. */
export function reportHtml({ title, files, settings, checks, overruled, limits }: ExportReport): string {
  const { blur, masked, picture, voices } = settings;
  const sound =
    blur === null || masked === null
      ? 'There is no recording in it.'
      : `In ${masked === 1 ? 'one stretch' : `${masked} stretches`} of the recording, ${BLURS[blur]} is heard instead of what was recorded.`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeXml(title)}</h1>`,
    `<p>${escapeXml(sound)}</p>`,
    ...(picture === null ? [] : [`<p>${PICTURES[picture]}</p>`]),
    ...(voices === 'disguised' ? ['<p>Voices are disguised, which does not make them anonymous.</p>'] : []),
    ...(overruled === 0 ? [] : [`<p>${overruledWords(overruled)}</p>`]),
    '<h2>What this does not promise</h2>',
    '<ul>',
    ...limits.map((limit) => `<li>${escapeXml(limit)}</li>`),
    '</ul>',
    '<h2>Checks</h2>',
    ...table(
      ['Answer', 'Question', 'File', 'In words'],
      checks.map(({ question, file, answer, detail }) => [
        `<b>${escapeXml(ANSWERS[answer])}</b>`,
        escapeXml(question),
        escapeXml(file ?? 'the folder'),
        escapeXml(detail),
      ]),
    ),
    '<h2>Files</h2>',
    '<p>Whoever has a file can compare its SHA-256 with these.</p>',
    ...table(
      ['File', 'Bytes', 'SHA-256'],
      files.map(({ name, bytes, sha256 }) => [escapeXml(name), String(bytes), `<code>${sha256}</code>`]),
    ),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const overruledWords = (count: number) =>
  `In ${count === 1 ? 'one place' : `${count} places`} the recogniser heard something withheld, again and again; a person listened there, heard nothing of it, and overruled it.`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [
    '<div class="wide"><table>',
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
    '</tbody>',
    '</table></div>',
  ];
}
