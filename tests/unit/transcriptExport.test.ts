import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cues } from '../../main/export/transcript/cues';
import { writeTranscript } from '../../main/export/transcript/writeTranscript';
import { TEXT_FORMATS, type TextFormat } from '../../shared/contract/api';
import { AppError } from '../../shared/contract/errors';
import { emptyDocument, type ProjectDocument } from '../../shared/project/document';
import { buildPlan } from '../../shared/redaction/plan';
import { renderPublished, type PublishedParagraph, type PublishedToken } from '../../shared/redaction/render';
import { parseTranscript } from '../../main/ingest/transcript/parseTranscript';
import { applyCommand } from '../../shared/project/commands';
import { makeMarks } from '../../shared/redaction/makeMarks';
import { withheldPair } from './support/withheldPair';

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
      'A title & <more>\nFirst line.\nSecond line.\n\nInterviewer: Who called?\n\n' +
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

describe('non-interference', () => {
  it.each(TEXT_FORMATS)(
    '%s has the same bytes for interviews that differ only in what is withheld',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(withheldPair, async ({ left, right }) => {
          const [one, two] = await Promise.all(
            [left, right].map((document) =>
              writeTranscript(format, publish(document), info).catch((e: unknown) => e),
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
  /** Guessed times of words depend on the length of the words beside them; nothing published may. */
  const exported = async (name: string, format: TextFormat) => {
    const cue = (i: number, line: string) => `${i}\n00:00:0${i},000 --> 00:00:0${i + 2},500\n${line}\n`;
    const file = [cue(1, `I know ${name}, he lives`), cue(2, 'near us.'), cue(3, `${name}'s wife too.`)].join(
      '\n',
    );
    const { words } = parseTranscript(new TextEncoder().encode(file), 'srt');
    const document = { ...emptyDocument(), words };
    const { command } = makeMarks(document, [{ text: name, type: 'person' }]);
    if (!command) throw new Error('nothing was marked');
    return writeTranscript(format, publish(applyCommand(document, command).document), info);
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
        const said = made.flatMap(({ lines }) => lines).join(' ');
        const published = paragraphs.flatMap(({ tokens }) => tokens.map((token) => token.text)).join(' ');
        expect(said.replaceAll(/(?:Interviewer|Witness): ?/gu, '')).toBe(published);
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
