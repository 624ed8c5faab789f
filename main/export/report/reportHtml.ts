import { escapeXml } from '../transcript/escapeXml';
import { t } from '../../../shared/messages/messages';
import { checkName } from '../../../shared/model/checkName';
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

const PICTURES = {
  kept: () => t('The picture is as it was recorded.'),
  covered: () => t('The picture is covered during these stretches, and where a rectangle was drawn.'),
};
const ANSWERS = {
  passed: () => t('✓ passed'),
  failed: () => t('✗ failed'),
  'not done': () => t('– not done'),
};

/**
 * Renders the report as one page that stands alone: it loads nothing and runs nothing. It is in the language that the
 * app speaks, which must be that of the report.
 */
export function reportHtml({
  language,
  title,
  files,
  settings,
  checks,
  overruled,
  limits,
}: ExportReport): string {
  const { blur, masked, picture, voices } = settings;
  const sound =
    blur === null || masked === null
      ? t('There is no recording in it.')
      : t(
          '{masked, plural, =1 {In one stretch} one {In # stretch} other {In # stretches}} of the recording, {blur, select, noise {noise} tone {a tone} other {silence}} is heard instead of what was recorded.',
          { masked, blur },
        );
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeXml(title)}</h1>`,
    `<p>${escapeXml(sound)}</p>`,
    ...(picture === null ? [] : [`<p>${escapeXml(PICTURES[picture]())}</p>`]),
    ...(voices === 'disguised'
      ? [`<p>${escapeXml(t('Voices are disguised, which does not make them anonymous.'))}</p>`]
      : []),
    ...(overruled === 0 ? [] : [`<p>${escapeXml(overruledWords(overruled))}</p>`]),
    `<h2>${escapeXml(t('What this does not promise'))}</h2>`,
    '<ul>',
    ...limits.map((limit) => `<li>${escapeXml(limit)}</li>`),
    '</ul>',
    `<h2>${escapeXml(t('Checks'))}</h2>`,
    ...table(
      [t('Answer'), t('Question'), t('File'), t('In words')],
      checks.map(({ question, file, answer, detail }) => [
        `<b>${escapeXml(ANSWERS[answer]())}</b>`,
        escapeXml(checkName(question)),
        escapeXml(file ?? t('the folder')),
        escapeXml(detail),
      ]),
    ),
    `<h2>${escapeXml(t('Files'))}</h2>`,
    `<p>${escapeXml(t('Whoever has a file can compare its SHA-256 with these.'))}</p>`,
    ...table(
      [t('File'), t('Bytes'), 'SHA-256'],
      files.map(({ name, bytes, sha256 }) => [escapeXml(name), String(bytes), `<code>${sha256}</code>`]),
    ),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const overruledWords = (count: number) =>
  t(
    '{count, plural, =1 {In one place} one {In # place} other {In # places}} the recogniser heard something withheld, again and again; a person listened there, heard nothing of it, and overruled it.',
    { count },
  );

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [
    '<div class="wide"><table>',
    `<thead><tr>${heads.map((head) => `<th scope="col">${escapeXml(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
    '</tbody>',
    '</table></div>',
  ];
}
