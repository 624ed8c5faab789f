import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { nameKnowledge } from '../../../../../main/detect/nameKnowledge';
import { writeTranscript } from '../../../../../main/export/transcript/writeTranscript';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkText } from '../../../../../main/verify/text/checkText';
import type { PlannedInfo } from '../../../../../main/verify/text/plannedBlocks';
import { TEXT_FORMATS, type TextFormat } from '../../../../../shared/model/formats';
import { LeakFinder } from '../../../../../shared/leaks/LeakFinder';
import { buildPlan } from '../../../../../shared/plan/RedactionPlan';
import { renderPublished, type PublishedParagraph } from '../../../../../shared/plan/render';
import { useTemporaryFolder } from '../../../../support/makeMedia';
import { withheldPair } from '../../../../support/withheldPair';

const at = useTemporaryFolder();
const info = { title: 'Two days & more', intro: 'In spring.\n\nA <second> line.', language: 'en' };

const finderOf = (...texts: string[]) =>
  new LeakFinder(
    texts.map((text) => ({ text, entityId: 'e1' })),
    nameKnowledge,
  );

const paragraph = (text: string, more: Partial<PublishedParagraph> = {}): PublishedParagraph => ({
  speaker: 'Witness',
  tokens: text.split(' ').map((word, i) => {
    const marker = /^\(.*\)$/u.test(word);
    return { text: word, marker, start: i, end: i + 0.5 };
  }),
  ...more,
});
const SAID = [
  paragraph('We walked home --> with (DELETED) and said <nothing> more, {\\an8} & slept.'),
  paragraph('Then it rained.', { continues: true }),
  paragraph('Who came?', { headings: ['The <first> & "only" night', 'الصباح'], speaker: 'Interviewer' }),
];

/** Returns the checks that fail for bytes in place of a published text of these paragraphs. */
async function failing(
  format: TextFormat,
  bytes: Uint8Array,
  paragraphs: readonly PublishedParagraph[] = SAID,
  finder = finderOf('bekova'),
  told: PlannedInfo = info,
): Promise<string[]> {
  const path = at(`transcript.${format}`);
  await writeFile(path, bytes);
  const checks = await checkText(
    new ExportedFile(path, 'it'),
    format,
    { paragraphs, language: 'en', info: told },
    finder,
  );
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

describe.each(TEXT_FORMATS)('a published %s', (format) => {
  test('says what was planned, whatever that is', async () => {
    const run = fc.asyncProperty(withheldPair, async ({ left }) => {
      const words = left.words.map((w, i) => ({ ...w, start: w.start ?? i, end: w.end ?? i + 1 }));
      const document = { ...left, words };
      const paragraphs = renderPublished(document, buildPlan(document), []);
      expect(await failing(format, await writeTranscript(format, paragraphs, info), paragraphs)).toEqual([]);
    });
    await fc.assert(run, { numRuns: format === 'docx' ? 15 : 60 });
  });

  test('is not refused for what its format is made of, nor for what was decided to be said', async () => {
    const names = [
      'georgia',
      'serif',
      'normal',
      'witness',
      'paragraphs',
      'testimony',
      'introduction',
      'policy',
    ];
    const finder = finderOf(...names, 'marker', 'content', 'interview', 'deleted');
    expect(await failing(format, await writeTranscript(format, SAID, info), SAID, finder)).toEqual([]);
  });

  test('says what was planned in scripts without spaces, from right to left, and with time codes', async () => {
    const glued = paragraph('昨天 (DELETED) 在 北京 ， 他 说 没事 。', { speaker: '记者' });
    for (const [i, token] of glued.tokens.entries()) if (i > 0) token.glued = true;
    const long = Array.from({ length: 4 }, () => glued);
    const paragraphs = [...long, paragraph('ذهبت مع (DELETED) إلى السوق.', { speaker: 'Witness' }), ...SAID];
    const told = { ...info, title: 'مقابلة', intro: 'Plain.\nשלום', timeCodes: 'paragraph' as const };
    const bytes = await writeTranscript(format, paragraphs, told);
    expect(await failing(format, bytes, paragraphs, finderOf('bekova'), told)).toEqual([]);
    const spaced = paragraphs.map((one, i) => (i > 0 ? one : paragraph('昨天 (DELETED) 在 北京')));
    expect(await failing(format, bytes, spaced, finderOf('bekova'), told)).toContain('word for word');
  });

  test('is refused for one sign more, less or other than planned', async () => {
    for (const [before, after] of [
      ['home', 'hom'],
      ['home', 'homes'],
      ['home', 'Home'],
      ['rained.', 'rained. Then'],
    ] as const) {
      const other = SAID.map((one) => ({
        ...one,
        tokens: one.tokens.map((token) => ({ ...token, text: token.text.replace(before, after) })),
      }));
      expect(await failing(format, await writeTranscript(format, other, info))).toEqual(['word for word']);
    }
  });

  test('is refused when another speaks, or a paragraph is missing or stands twice', async () => {
    const [first, second, third] = SAID as [PublishedParagraph, PublishedParagraph, PublishedParagraph];
    for (const other of [
      [{ ...first, speaker: 'Someone' }, second, third],
      [first, third],
      [first, second, second, third],
      [third, first, second],
    ]) {
      expect(await failing(format, await writeTranscript(format, other, info))).toContain('word for word');
    }
  });
});

describe.each(['txt', 'html', 'docx', 'json'] as const)('around the testimony, a published %s', (format) => {
  test('has the title and the introduction that it was to have', async () => {
    for (const other of [
      { ...info, title: 'Two days' },
      { ...info, intro: 'In spring.' },
      { ...info, intro: undefined },
    ]) {
      expect(await failing(format, await writeTranscript(format, SAID, other))).toContain('word for word');
    }
  });
});

const changed = (change: (text: string) => string) => (bytes: Uint8Array) => {
  const before = new TextDecoder().decode(bytes);
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  return strToU8(after);
};
const inPart = (name: string, change: (xml: string) => string) => (bytes: Uint8Array) => {
  const parts = unzipSync(bytes);
  parts[name] = changed(change)(parts[name] ?? new Uint8Array());
  return zipSync(parts);
};
const behind = (text: string) => (bytes: Uint8Array) => new Uint8Array([...bytes, ...strToU8(text)]);

/** Places where something could stand that no reader of the text sees. It is refused even if it is not withheld. */
const HIDDEN: [TextFormat, string, (bytes: Uint8Array) => Uint8Array][] = [
  ['txt', 'spaces behind a line', changed((t) => t.replace('\n\n', ' \n\n'))],
  ['txt', 'a letter without width', changed((t) => t.replace('home', 'ho\u200bme'))],
  ['txt', 'a mark in front', (bytes) => new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])],
  ['txt', 'empty lines at its end', behind('\n\n')],
  ['txt', 'a heading that reads as said', changed((t) => t.replace('## ', ''))],
  ['txt', 'something said that reads as a heading', changed((t) => t.replace('Then it', '## Then it'))],
  ['html', 'a heading that reads as said', changed((t) => t.replace(/<h2>(.*?)<\/h2>/u, '<p>$1</p>'))],
  [
    'html',
    'something said that reads as a heading',
    changed((t) => t.replace(/<p>(Then.*?)<\/p>/u, '<h2>$1</h2>')),
  ],
  [
    'docx',
    'a heading that reads as said',
    inPart('word/document.xml', (t) => t.replace('Heading1', 'Testimony')),
  ],
  [
    'docx',
    'something said that reads as a heading',
    inPart('word/document.xml', (t) => t.replace('Testimony', 'Heading1')),
  ],
  ['html', 'a comment', changed((t) => t.replace('<main>', '<main><!-- a -->'))],
  ['html', 'an attribute', changed((t) => t.replace('<main>', '<main id="a">'))],
  ['html', 'the same attribute again', changed((t) => t.replace('<html ', '<html lang="en" lang="a" '))],
  ['html', 'an element', changed((t) => t.replace('</main>', '<template>a</template></main>'))],
  ['html', 'text between elements', changed((t) => t.replace('</main>', 'a</main>'))],
  ['html', 'another style', changed((t) => t.replace('</style>', 'p{color:red}</style>'))],
  ['html', 'an end without a beginning', changed((t) => t.replace('</main>', '</main></a>'))],
  ['html', 'text behind the page', behind('a')],
  ['docx', 'a comment of XML', inPart('word/document.xml', (t) => t.replace('<w:body>', '<w:body><!--a-->'))],
  [
    'docx',
    'a word that is hidden',
    inPart('word/document.xml', (t) => t.replace('<w:t ', '<w:vanish/><w:t ')),
  ],
  [
    'docx',
    'a style more',
    inPart('word/styles.xml', (t) => t.replace('</w:styles>', '<w:style w:styleId="a"/></w:styles>')),
  ],
  ['docx', 'bytes behind the package', behind('a')],
  ['docx', 'bytes in front of it', (bytes) => new Uint8Array([0x61, ...bytes])],
  ['docx', 'a comment of the package', (bytes) => zipSync(unzipSync(bytes), { comment: 'a' })],
  ['docx', 'a field more', (bytes) => zipSync(unzipSync(bytes), { extra: { 0x6161: strToU8('a') } })],
  ['json', 'a key that stands twice', changed((t) => t.replace('{', '{\n "title": "a",'))],
  ['json', 'a key more', changed((t) => t.replace('{', '{\n "a": "b",'))],
  ['json', 'an escape', changed((t) => t.replace('home', String.raw`\u0068ome`))],
  ['json', 'spaces at its end', behind(' ')],
  ['json', 'another time', changed((t) => t.replace('0.5', '0.6'))],
  ['srt', 'another number', changed((t) => t.replace('1\n', '7\n'))],
  ['srt', 'a place on the screen', changed((t) => t.replace(/(--> .*)/u, '$1 X1:0'))],
  ['srt', 'an empty line', changed((t) => t.replace('\n\n', '\n\n\n'))],
  ['srt', 'times that go back', changed((t) => t.replace('00:00:00,000', '00:09:00,000'))],
  ['vtt', 'settings', changed((t) => t.replace(/(--> .*)/u, '$1 line:0'))],
  ['vtt', 'a name of a subtitle', changed((t) => t.replace('WEBVTT\n\n', 'WEBVTT\n\na\n'))],
  ['vtt', 'a note', changed((t) => t.replace('WEBVTT\n\n', 'WEBVTT\n\nNOTE a\n\n'))],
  ['vtt', 'a tag', changed((t) => t.replace('home', '<c.a>home</c>'))],
  ['vtt', 'a class of a voice', changed((t) => t.replace('<v ', '<v.a '))],
  ['vtt', 'a title in its header', changed((t) => t.replace('WEBVTT', 'WEBVTT a'))],
];

test.each(HIDDEN)('%s: %s is noticed', async (format, _name, hide) => {
  const bytes = await writeTranscript(format, SAID, info);
  expect(await failing(format, bytes)).toEqual([]);
  expect(await failing(format, hide(bytes))).toContain('word for word');
});

test('bytes behind what is compressed of a part are noticed', async () => {
  const bytes = Buffer.from(await writeTranscript('docx', SAID, info));
  const nameLength = bytes.readUInt16LE(26);
  const packed = bytes.readUInt32LE(18);
  const end = 30 + nameLength + packed;
  const longer = Buffer.concat([bytes.subarray(0, end), Buffer.from('a'), bytes.subarray(end)]);
  longer.writeUInt32LE(packed + 1, 18);
  expect(await failing('docx', longer)).toContain('word for word');
});

test.each(['txt', 'docx', 'html', 'json'] as const)(
  '%s is refused for another heading, and for one too few or too many',
  async (format) => {
    const [first, second, third] = SAID as [PublishedParagraph, PublishedParagraph, PublishedParagraph];
    const { headings: _, ...bare } = third;
    for (const other of [
      [first, second, bare],
      [first, second, { ...third, headings: ['The <first> & "only" night'] }],
      [first, second, { ...third, headings: ['The <first> & "only" day', 'الصباح'] }],
      [{ ...first, headings: ['The road'] }, second, third],
      [first, { ...second, headings: third.headings ?? [] }, bare],
      // Nobody says the words of a heading.
      [first, second, { ...bare, speaker: null, tokens: paragraph('الصباح').tokens }, third],
    ])
      expect(await failing(format, await writeTranscript(format, other, info))).toEqual(['word for word']);
  },
);
