import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cues } from '../../../../../main/export/transcript/cues';
import { writeTranscript } from '../../../../../main/export/transcript/writeTranscript';
import { TEXT_FORMATS, type TextFormat } from '../../../../../shared/model/formats';
import { AppError } from '../../../../../shared/model/errors';
import { emptyDocument, type ProjectDocument } from '../../../../../shared/document/document';
import { buildPlan } from '../../../../../shared/plan/RedactionPlan';
import {
  renderPublished,
  type PublishedParagraph,
  type PublishedToken,
} from '../../../../../shared/plan/render';
import { parseTranscript } from '../../../../../main/ingest/transcript/parseTranscript';
import { directionOf } from '../../../../../shared/text/directionOf';
import { joinWords } from '../../../../../shared/text/joinWords';
import { applyCommand } from '../../../../../shared/document/commands';
import { makeMarks } from '../../../../../shared/edits/makeMarks';
import { withheldPair } from '../../../../support/withheldPair';

const info = { title: 'A title & <more>', intro: 'First line.\r\n\r\nSecond line.', language: 'en' };

const word = (text: string, start: number, end: number): PublishedToken => ({
  text,
  marker: false,
  start,
  end,
});
const marker = (text: string, start: number, end: number): PublishedToken => ({
  text,
  marker: true,
  start,
  end,
});

const sample: PublishedParagraph[] = [
  { speaker: 'Interviewer', tokens: [word('Who', 0, 0.3), word('called?', 0.3, 0.8)] },
  {
    speaker: 'Witness',
    tokens: [
      word('It', 1, 1.2),
      word('was', 1.2, 1.5),
      marker('(DELETED-a <friend> & "more")', 1.4, 2.2),
      word('said.', 2.1, 2.4),
    ],
  },
  { speaker: 'Witness', continues: true, tokens: [word('Yes.', 6, 6.4)] },
];

const text = async (format: TextFormat, paragraphs = sample) =>
  new TextDecoder().decode(await writeTranscript(format, paragraphs, info));

const publish = (document: ProjectDocument) => renderPublished(document, buildPlan(document), []);

describe('writeTranscript', () => {
  it('writes TXT as testimonies are published', async () => {
    expect(await text('txt')).toBe(
      'A title & <more>\n\nFirst line.\nSecond line.\n\nInterviewer: Who called?\n\n' +
        'Witness: It was (DELETED-a <friend> & "more") said.\n\nYes.\n',
    );
  });

  it('writes SRT', async () => {
    expect(await text('srt')).toBe(
      '1\n00:00:00,000 --> 00:00:01,000\nInterviewer: Who called?\n\n' +
        '2\n00:00:01,000 --> 00:00:02,400\nWitness: It was\n(DELETED-a ‹friend> & "more") said.\n\n' +
        '3\n00:00:06,000 --> 00:00:07,000\nYes.\n',
    );
  });

  it('writes VTT with voices, escaped', async () => {
    expect(await text('vtt')).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Interviewer>Who called?\n\n' +
        '00:00:01.000 --> 00:00:02.400\n<v Witness>It was (DELETED-a &lt;friend&gt; &amp; "more") said.\n\n' +
        '00:00:06.000 --> 00:00:07.000\n<v Witness>Yes.\n',
    );
  });

  it('writes JSON without ids', async () => {
    const json = JSON.parse(await text('json')) as unknown;
    expect(json).toEqual({
      title: 'A title & <more>',
      introduction: 'First line.\nSecond line.',
      language: 'en',
      paragraphs: sample.map(({ speaker, tokens }) => ({
        speaker,
        tokens: tokens.map(({ marker: isMarker, ...token }) =>
          isMarker ? { ...token, marker: true } : token,
        ),
      })),
    });
  });

  it('writes HTML that loads nothing, runs nothing and shows the marker as text', async () => {
    const html = await text('html');
    expect(html).toContain('<mark>(DELETED-a &lt;friend&gt; &amp; &quot;more&quot;)</mark>');
    expect(html).toContain("default-src 'none'; style-src 'sha256-");
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).not.toMatch(/<script|<img|<link|https?:|url\(|@import|style="|class="/u);
  });

  it.each([
    ['ug', 'rtl'],
    ['ug-Latn', 'ltr'],
    ['az-Arab', 'rtl'],
    ['kk', 'ltr'],
  ])('gives %s the direction %s', async (language, direction) => {
    const html = new TextDecoder().decode(await writeTranscript('html', sample, { ...info, language }));
    expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
  });

  it('lets no language tag break out of its attribute', async () => {
    const html = new TextDecoder().decode(
      await writeTranscript('html', sample, { ...info, language: '"><x' }),
    );
    expect(html).toContain('<html lang="und" dir="ltr">');
  });

  it('writes DOCX with six parts, real styles and no properties', async () => {
    const parts = unzipSync(await writeTranscript('docx', sample, info));
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/styles.xml',
      'word/settings.xml',
    ]);
    const [document = '', styles = ''] = ['word/document.xml', 'word/styles.xml'].map((name) =>
      strFromU8(parts[name] ?? new Uint8Array()),
    );
    const styled = [...document.matchAll(/<w:pStyle w:val="(\w+)"\/>/gu)].map((match) => match[1]);
    expect(styled).toEqual(['Title', 'Introduction', 'Introduction', 'Testimony', 'Testimony', 'Testimony']);
    for (const style of styled) expect(styles).toContain(`w:styleId="${style ?? ''}"`);
    expect(styles).toContain('<w:lang w:val="en"');
    const paragraphs = [...document.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([xml]) =>
      [...xml.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/gu)].map((match) => match[1]).join(''),
    );
    expect(paragraphs.slice(3)).toEqual([
      'Interviewer: Who called?',
      'Witness: It was (DELETED-a &lt;friend&gt; &amp; &quot;more&quot;) said.',
      'Yes.',
    ]);
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('');
    expect(all).not.toMatch(
      /Un-named|docProps|creator|rsid|w:del |w:ins |w:vanish|comments|20\d\d-\d\d-\d\dT/u,
    );
  });

  it('writes the same DOCX at another time and in another place', async () => {
    const zone = process.env.TZ;
    const first = await writeTranscript('docx', sample, info);
    process.env.TZ = 'Asia/Almaty';
    const second = await writeTranscript('docx', sample, info);
    process.env.TZ = zone ?? 'UTC';
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('ends text with one line end and has no others than LF', async () => {
    for (const format of TEXT_FORMATS.filter((name) => name !== 'docx')) {
      expect(await text(format), format).toMatch(/[^\n]\n$/u);
      expect(await text(format), format).not.toContain('\r');
    }
  });

  it('refuses subtitles without times and writes everything else', async () => {
    const untimed = sample.map((p) => ({
      ...p,
      tokens: p.tokens.map((t) => ({ ...t, start: null, end: null })),
    }));
    for (const format of TEXT_FORMATS) {
      const written = writeTranscript(format, untimed, info);
      if (format === 'srt' || format === 'vtt') {
        await expect(written).rejects.toMatchObject({ code: 'TRANSCRIPT_NO_TIMES' });
        await expect(written).rejects.toBeInstanceOf(AppError);
      } else expect((await written).length).toBeGreaterThan(0);
    }
  });

  it('writes an empty transcript in every format', async () => {
    for (const format of TEXT_FORMATS) await writeTranscript(format, [], { title: '', language: 'en' });
  });
});

describe('headings', () => {
  const parted: PublishedParagraph[] = [
    { headings: ['The <road>', 'الطريق'], speaker: 'A', tokens: [word('We', 1, 2), word('left.', 2, 3)] },
    { speaker: 'A', continues: true, tokens: [word('Then', 3, 4)] },
  ];

  it('are headings of each format that is read, above their paragraph', async () => {
    expect(await text('txt', parted)).toContain('\n\n## The <road>\n\n## الطريق\n\nA: We left.\n\nThen\n');
    expect(await text('html', parted)).toContain(
      '<main>\n<h2>The &lt;road&gt;</h2>\n<h2 dir="rtl">الطريق</h2>\n<p><b>A:</b> We left.</p>',
    );
    expect(JSON.parse(await text('json', parted))).toMatchObject({
      paragraphs: [{ headings: ['The <road>', 'الطريق'], speaker: 'A' }, { speaker: 'A' }],
    });
    const parts = unzipSync(await writeTranscript('docx', parted, info));
    const styles = (xml: string) =>
      [...xml.matchAll(/w:(?:pStyle w:val|styleId)="([^"]+)"/gu)].map(([, id]) => id);
    const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(styles(read('word/document.xml')).slice(-4)).toEqual([
      'Heading1',
      'Heading1',
      'Testimony',
      'Testimony',
    ]);
    expect(styles(read('word/styles.xml'))).toContain('Heading1');
  });

  it('are no part of subtitles, which are what is said', async () => {
    const bare = parted.map(({ headings: _, ...paragraph }) => paragraph);
    for (const format of ['srt', 'vtt'] as const)
      expect(await text(format, parted)).toBe(await text(format, bare));
  });
});

describe('time codes', () => {
  const docxParagraphs = async (paragraphs: PublishedParagraph[]) => {
    const parts = unzipSync(
      await writeTranscript('docx', paragraphs, { ...info, timeCodes: 'paragraph' as const }),
    );
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    return [...document.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([xml]) =>
      [...xml.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/gu)].map((match) => match[1]).join(''),
    );
  };
  const late: PublishedParagraph[] = [
    { speaker: 'A', tokens: [word('One.', 59.999, 60.2)] },
    { speaker: 'A', continues: true, tokens: [marker('(DELETED)', 3725.4, 3726), word('two.', 3726, 3727)] },
    { speaker: null, tokens: [{ text: '(DELETED)', marker: true, start: null, end: null }] },
  ];
  const codes = { ...info, timeCodes: 'paragraph' as const };

  it('stand before the speaker, in whole seconds that have passed, where they are known', async () => {
    const txt = new TextDecoder().decode(await writeTranscript('txt', late, codes));
    expect(txt).toContain('\n\n[00:00:59] A: One.\n\n[01:02:05] (DELETED) two.\n\n(DELETED)\n');
    const html = new TextDecoder().decode(await writeTranscript('html', late, codes));
    expect(html).toContain(
      '<p>[00:00:59] <b>A:</b> One.</p>\n<p>[01:02:05] <mark>(DELETED)</mark> two.</p>\n<p><mark>(DELETED)</mark></p>',
    );
    expect((await docxParagraphs(late)).slice(3)).toEqual([
      '[00:00:59] A: One.',
      '[01:02:05] (DELETED) two.',
      '(DELETED)',
    ]);
  });

  it('change nothing where they are not asked for, nor in subtitles and data', async () => {
    for (const format of TEXT_FORMATS) {
      const none = await writeTranscript(format, sample, { ...info, timeCodes: 'none' });
      expect(Buffer.compare(none, await writeTranscript(format, sample, info)), format).toBe(0);
      if (format === 'srt' || format === 'vtt' || format === 'json')
        expect(Buffer.compare(await writeTranscript(format, sample, codes), none), format).toBe(0);
    }
  });
});

describe('a script without spaces', () => {
  const paragraphs: PublishedParagraph[] = [
    {
      speaker: '记者',
      tokens: [
        word('昨天', 0, 0.4),
        { ...marker('(DELETED)', 0.4, 1), glued: true },
        { ...word('在', 1, 1.2), glued: true },
        { ...word('北京。', 1.2, 1.8), glued: true },
        word('Zoom', 1.8, 2.1),
      ],
    },
  ];

  it.each(['txt', 'srt', 'vtt'] as const)('gets no spaces in %s', async (format) => {
    expect(await text(format, paragraphs)).toContain('昨天(DELETED)在北京。 Zoom\n');
  });

  it('gets none in HTML and DOCX, and JSON says where there are none', async () => {
    expect(await text('html', paragraphs)).toContain(
      '<p><b>记者:</b> 昨天<mark>(DELETED)</mark>在北京。 Zoom</p>',
    );
    const parts = unzipSync(await writeTranscript('docx', paragraphs, info));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const texts = [...document.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/gu)].map(([, t]) => t);
    expect(texts.join('|')).toContain('记者: |昨天|(DELETED)|在北京。 Zoom');
    const json = JSON.parse(await text('json', paragraphs)) as { paragraphs: { tokens: unknown[] }[] };
    expect(json.paragraphs[0]?.tokens).toEqual([
      { text: '昨天', start: 0, end: 0.4 },
      { text: '(DELETED)', marker: true, glued: true, start: 0.4, end: 1 },
      { text: '在', glued: true, start: 1, end: 1.2 },
      { text: '北京。', glued: true, start: 1.2, end: 1.8 },
      { text: 'Zoom', start: 1.8, end: 2.1 },
    ]);
  });

  it('fills subtitles by what its letters take of a line', () => {
    const long = Array.from({ length: 60 }, (_, i) => ({
      ...word('字', i / 10, (i + 1) / 10),
      glued: true as const,
    }));
    const made = cues([{ speaker: null, tokens: long }], false);
    expect(made.map(({ lines }) => lines.map((line) => line.length))).toEqual([[21, 21], [18]]);
  });
});

describe('text from right to left', () => {
  const paragraphs: PublishedParagraph[] = [
    { speaker: 'Witness', tokens: [marker('(DELETED)', 0, 1), word('NATO', 1, 2), word('قالت', 2, 3)] },
    { speaker: 'Witness', tokens: [marker('(DELETED)', 3, 4), word('«قالت', 4, 5), word('NATO»', 5, 6)] },
    { speaker: 'شاهد', tokens: [word('She', 6, 7), word('said', 7, 8)] },
    { speaker: 'Witness', tokens: [marker('(DELETED)', 8, 9)] },
  ];

  it('is said of each paragraph by its own first letter in HTML, and a label of the other direction kept apart', async () => {
    const html = await text('html', paragraphs);
    expect(html).toContain('<p><b>Witness:</b> <mark>(DELETED)</mark> NATO قالت</p>');
    expect(html).toContain('<p dir="rtl"><b><bdi>Witness</bdi>:</b> <mark>(DELETED)</mark> «قالت NATO»</p>');
    expect(html).toContain('<p><b><bdi>شاهد</bdi>:</b> She said</p>');
    const arabic = new TextDecoder().decode(
      await writeTranscript('html', paragraphs, { title: 'شهادة', intro: 'From 2019', language: 'ar' }),
    );
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(arabic).toContain('<h1>شهادة</h1>\n<p dir="ltr">From 2019</p>');
    expect(arabic).toContain('<p><b><bdi>Witness</bdi>:</b> <mark>(DELETED)</mark></p>');
  });

  it('is said of paragraphs and runs in DOCX', async () => {
    const parts = unzipSync(await writeTranscript('docx', paragraphs, { ...info, title: 'עדות' }));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const marked = [...document.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([xml]) => [
      xml.includes('<w:bidi/>'),
      xml.match(/<w:rtl\/>/gu)?.length ?? 0,
      xml.match(/<w:r>/gu)?.length ?? 0,
    ]);
    expect(marked).toEqual([
      [true, 1, 1],
      [false, 0, 1],
      [false, 0, 1],
      [false, 0, 3],
      [true, 3, 3],
      [false, 0, 2],
      [false, 0, 2],
    ]);
  });

  it.each(['Ҷ', 'ש', 'ي', 'ܐ', 'ދ', 'ߒ', '𞤀'])('knows the direction of %s', (letter) => {
    expect(directionOf(`«12 ${letter}» a`)).toBe(letter === 'Ҷ' ? 'ltr' : 'rtl');
    expect(directionOf('«12»')).toBeNull();
  });
});

describe('non-interference', () => {
  it.each(TEXT_FORMATS)(
    '%s has the same bytes for interviews that differ only in what is withheld',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(withheldPair, async ({ left, right }) => {
          const [one, two] = await Promise.all(
            [left, right].map((document) =>
              writeTranscript(format, publish(document), { ...info, timeCodes: 'paragraph' }).catch(
                (e: unknown) => e,
              ),
            ),
          );
          expect(two).toEqual(one);
        }),
        { numRuns: format === 'docx' ? 25 : 200 },
      );
    },
  );
});

describe('a transcript that came as subtitles', () => {
  /** Guessed times of words depend on the length of the words beside them, but nothing published may. */
  const exported = async (name: string, format: TextFormat) => {
    const cue = (i: number, line: string) => `${i}\n00:00:0${i},000 --> 00:00:0${i + 2},500\n${line}\n`;
    const file = [cue(1, `I know ${name}, he lives`), cue(2, 'near us.'), cue(3, `${name}'s wife too.`)].join(
      '\n',
    );
    const { words } = parseTranscript(new TextEncoder().encode(file), 'srt');
    const document = { ...emptyDocument(), words };
    const { command } = makeMarks(document, [{ text: name, type: 'person' }]);
    if (!command) throw new Error('nothing was marked');
    const paragraphs = publish(applyCommand(document, command).document);
    return writeTranscript(format, paragraphs, { ...info, timeCodes: 'paragraph' });
  };

  it.each(TEXT_FORMATS)('says in %s nothing of how long a name is', async (format) => {
    const [short, long] = await Promise.all([
      exported('Oz', format),
      exported('Mira Alexandrovna Otenbergskaya', format),
    ]);
    expect(new TextDecoder('latin1').decode(long)).toBe(new TextDecoder('latin1').decode(short));
  });
});

describe('cues', () => {
  it('never overlap, are never empty or too long, and say every published word once and in order', () => {
    fc.assert(
      fc.property(withheldPair, fc.boolean(), ({ left }, prefix) => {
        const timed = {
          ...left,
          words: left.words.map((w, i) => ({ ...w, start: w.start ?? i, end: w.end ?? i + 1 })),
        };
        const paragraphs = publish(timed);
        const made = cues(paragraphs, prefix);
        for (const [i, { start, end, lines }] of made.entries()) {
          expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(7000);
          expect(start).toBeGreaterThanOrEqual(made[i - 1]?.end ?? 0);
          const long = lines.some((line) => line.length > 42) || lines.length > 2;
          if (long) expect(lines.join(' ').length).toBeGreaterThan(60);
        }
        // The end of a line stands for a gap, with or without a space.
        const letters = (text: string) => text.replaceAll(/\s/gu, '');
        const said = letters(made.flatMap(({ lines }) => lines).join(' '));
        const published = letters(
          paragraphs.flatMap(({ tokens }) => tokens.map((token) => token.text)).join(' '),
        );
        expect(said.replaceAll(/(?:Interviewer|Witness):/gu, '')).toBe(published);
        const gaps = paragraphs.map(({ tokens }) => joinWords(tokens)).join(' ');
        for (const { lines } of made)
          for (const line of lines)
            expect(gaps).toContain(line.replace(/^(?:Interviewer|Witness):(?: |$)/u, ''));
      }),
    );
  });

  it('keeps words at their own times beside a marker that reaches into them', () => {
    const tokens = [
      word('Before', 9.5, 10),
      marker('(DELETED)', 8, 14),
      word('after', 13, 13.4),
      word('it.', 13.4, 14),
    ];
    const [first, second] = cues(
      [
        { speaker: null, tokens },
        { speaker: 'B', tokens: [word('So', 14.2, 14.5)] },
      ],
      false,
    );
    expect([first?.start, first?.end, second?.start]).toEqual([9500, 14000, 14200]);
  });
});
