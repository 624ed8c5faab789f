import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../../../../main/ingest/transcript/parseTranscript';
import { inLocale } from '../../../../../shared/messages/messages';
import { AppError } from '../../../../../shared/model/errors';
import { emptyDocument } from '../../../../../shared/document/document';
import { brokenInvariants } from '../../../../../shared/document/invariants';
import { wordSchema } from '../../../../../shared/model/word';
import { cpuSeconds } from '../../../../support/cpuSeconds';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (extension: string, text: string) => parseTranscript(bytes(text), extension);
const textOf = (extension: string, text: string) => parse(extension, text).words.map((word) => word.text);

/** Returns the message of the refusal, and fails when there is none. */
function refusal(extension: string, input: string | Uint8Array): string {
  try {
    parseTranscript(typeof input === 'string' ? bytes(input) : input, extension);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).next).not.toBe('');
    return `${(error as AppError).code} ${(error as AppError).message}`;
  }
  throw new Error('it was taken');
}

describe('parseTranscript', () => {
  it('gives ids in order, from the number it is told', () => {
    const text = 'ANNA: one two\n\nBOB: three\n\nANNA: four\n\nBOB: five';
    const { words, speakers, nextId } = parseTranscript(bytes(text), '.TXT', 7);
    expect(words.map(({ id }) => id)).toEqual(['w7', 'w8', 'w9', 'w10', 'w11']);
    expect(speakers).toEqual([
      { id: 's12', name: 'ANNA' },
      { id: 's13', name: 'BOB' },
    ]);
    expect(words.map(({ speaker }) => speaker)).toEqual(['s12', 's12', 's13', 's12', 's13']);
    expect(nextId).toBe(14);
  });

  it.each([
    ['UTF-8', [...bytes('Сәлем дос')]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...bytes('Сәлем дос')]],
    ['UTF-16 LE', [0xff, 0xfe, ...Buffer.from('Сәлем дос', 'utf16le')]],
    ['UTF-16 BE', [0xfe, 0xff, ...Buffer.from('Сәлем дос', 'utf16le').swap16()]],
  ])('reads %s', (_name, input) => {
    expect(parseTranscript(Uint8Array.from(input), 'txt').words.map(({ text }) => text)).toEqual([
      'Сәлем',
      'дос',
    ]);
  });

  it.each([
    ['letters of an old code page', 'txt', Uint8Array.from([0xcf, 0xf0, 0xe8]), /UTF-8/],
    ['half a UTF-16 letter', 'txt', Uint8Array.from([0xff, 0xfe, 0x41]), /UTF-16LE/],
    ['a program', 'srt', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), /not a text file/],
    ['an empty file', 'srt', new Uint8Array(), /FILE_EMPTY/],
    ['blank lines', 'txt', '\n \n\n', /no words/],
    ['another kind', 'docx', 'PK', /kind is not known/],
    ['SRT without subtitles', 'srt', 'hello there', /no subtitles/],
    ['VTT without its head', 'vtt', '00:01.000 --> 00:02.000\nHi', /line 1/],
    [
      'an end before the start where neither fits between its neighbours',
      'srt',
      '00:00:05,000 --> 00:00:06,000\nHi\n\n00:00:04,000 --> 00:00:03,000\nsecret\n\n00:00:07,000 --> 00:00:08,000\nHi\n',
      /line 4/,
    ],
    [
      'a byte that is no letter',
      'txt',
      Uint8Array.from([...bytes('Hi\nsecret '), 0xff]),
      /line 2: it is not valid UTF-8/,
    ],
    [
      'a key that comes twice',
      'json',
      '{"words":[\n{"text":"secret","text":"Hi"}]}',
      /line 2: an object has the same key/,
    ],
    ['an RTF document', 'txt', '{\\rtf1\\ansi secret}', /an RTF document/],
    ['a web page', 'txt', '<!DOCTYPE html><p>secret</p>', /a web page/],
    ['ASS subtitles', 'txt', '[Script Info]\nTitle: secret\n', /ASS/],
    ['a table', 'txt', 'start\tend\ttext\n0\t900\tsecret\n', /a table/],
    [
      'lines of JSON of which one is cut off',
      'json',
      '{"text":"Hi","start":0,"end":1}\n{"text":"secret","st',
      /line 2/,
    ],
    ['a time that is none', 'vtt', 'WEBVTT\n\n00:01.000 --> NaN\nHi\n', /line 3/],
    ['minutes that are none', 'srt', '1\n00:75:05,000 --> 00:76:06,000\nHi\n', /line 2/],
    ['broken JSON', 'json', '{"words":[', /not valid JSON/],
    ['JSON of another kind', 'json', '{"text":"secret"}', /"words"/],
    ['a JSON list', 'json', '["secret"]', /"words"/],
    ['JSON null', 'json', 'null', /"words"/],
    ['words that are no list', 'json', '{"words":"secret"}', /words: expected a list, got text\.$/],
    [
      'a word that is no object',
      'json',
      '{"words":["secret"]}',
      /words\[0\]: expected an object, got text\.$/,
    ],
    ['JSON that is cut off', 'json', '{"words":[{"text":"secret","start":0,', /not valid JSON/],
    ['text in front of the first times', 'srt', 'secret\n\n1\n00:00:05,000 --> 00:00:06,000\nHi\n', /line 1/],
    [
      'an arrow beside a number',
      'srt',
      '1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2\n00:03 -->\nsecret\n',
      /line 6/,
    ],
    [
      'times without an arrow',
      'srt',
      '1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2\n00:00:03,000 00:00:04,000\nsecret\n',
      /line 6/,
    ],
    [
      'times that count frames',
      'srt',
      '1\n00:00:01:12 --> 00:00:02:05\nsecret\n',
      /line 2: its times count frames/,
    ],
    [
      'what may be a name or may be said',
      'vtt',
      'WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n\na secret, then.\n00:03.000 --> 00:04.000\nYes\n',
      /line 6/,
    ],
  ])('refuses %s and says where, not what', (_name, extension, input, message) => {
    expect(refusal(extension, input)).toMatch(message);
    expect(refusal(extension, input)).not.toContain('secret');
  });

  it('refuses more words than an interview has', () => {
    expect(refusal('txt', 'a '.repeat(25_000_000))).toMatch(/million/);
  });
});

describe('SRT', () => {
  it('shares a cue among its words and remembers the cue', () => {
    const { words } = parse('srt', '1\r\n00:00:01,000 --> 00:00:03,000\r\nGood\r\nmorning\r\n');
    expect(words.map(({ text, start, end, within }) => ({ text, start, end, within }))).toEqual([
      { text: 'Good', start: 1, end: 1.8, within: { from: 1, to: 3 } },
      { text: 'morning', start: 1.8, end: 3, within: { from: 1, to: 3 } },
    ]);
  });

  it.each([
    ['formatting', '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Good</i> <font color="red">day</font>\n'],
    ['dots for commas, short hours', '1\n0:00:01.0 --> 0:00:02.5\nGood day\n'],
    [
      'a missing blank line',
      '1\n00:00:01,000 --> 00:00:02,000\nGood\n2\n00:00:02,000 --> 00:00:03,000\nday\n',
    ],
    ['missing numbers', '00:00:01,000 --> 00:00:02,000\nGood\n\n00:00:02,000 --> 00:00:03,000\nday'],
    [
      'cues out of order',
      '2\n00:00:02,000 --> 00:00:03,000\nday\n\n1\n00:00:01,000 --> 00:00:02,000\nGood\n',
    ],
    ['old Mac line ends', '1\r00:00:01,000 --> 00:00:02,000\rGood\rday\r'],
    ['an empty cue', '1\n00:00:01,000 --> 00:00:02,000\n\n\n2\n00:00:02,000 --> 00:00:03,000\nGood day'],
    ['numbers as text', '1\n00:00:01,000 --> 00:00:02,000\nGood\nday\n'],
  ])('reads %s', (_name, text) => {
    expect(textOf('srt', text)).toEqual(['Good', 'day']);
  });

  it('takes consistent names for speakers, and a lone colon for a colon', () => {
    const cue = (i: number, text: string) => `${i}\n00:00:0${i},000 --> 00:00:0${i},900\n${text}\n\n`;
    const turns = parse(
      'srt',
      cue(1, 'ANNA: Hi.') + cue(2, 'Go on.') + cue(3, 'Old Bob: Yes.') + cue(4, 'ANNA: No.'),
    );
    expect(turns.speakers.map(({ name }) => name)).toEqual(['ANNA', 'Old Bob']);
    expect(turns.words.map(({ text }) => text).join(' ')).toBe('Hi. Go on. Yes. No.');
    const colon = parse('srt', cue(1, 'Remember: never.') + cue(2, 'Go on.') + cue(3, 'And on.'));
    expect(colon.speakers).toEqual([]);
    expect(colon.words[0]?.text).toBe('Remember:');
  });
});

describe('VTT', () => {
  it('reads voices, settings, entities, notes and styles', () => {
    const { words, speakers, language } = parse(
      'vtt',
      [
        'WEBVTT - a title\nKind: captions\nLanguage: kk\n',
        'STYLE\n::cue { color: red }\n',
        'NOTE a remark\nover lines\n',
        'intro\n00:01.000 --> 00:02.000 align:start position:10%\n<v.loud Anna B.>Bread &amp; <c.yellow>salt</c>\n',
        'outro\n00:00:02.000 --> 00:00:04.000\n<v Bob>Yes.</v>\n<v Anna B.>N<00:00:03.000>o.\n',
      ].join('\n'),
    );
    expect(words.map(({ text }) => text)).toEqual(['Bread', '&', 'salt', 'Yes.', 'No.']);
    expect(speakers.map(({ name }) => name)).toEqual(['Anna B.', 'Bob']);
    expect(words.map(({ speaker }) => speakers.findIndex(({ id }) => id === speaker))).toEqual([
      0, 0, 0, 1, 0,
    ]);
    expect(language).toBe('kk');
    expect(words.filter(({ paragraph }) => paragraph).map(({ text }) => text)).toEqual([
      'Bread',
      'Yes.',
      'No.',
    ]);
  });
});

describe('no line and no letter is lost or taken for another', () => {
  const two = '00:01.000 --> 00:02.000\nBread\n\n';
  it.each([
    ['a line in the head', 'WEBVTT\nHello I am here\n\n' + two, /line 2/u],
    ['a line under a known header', 'WEBVTT\nKind: captions\nHello\n\n' + two, /line 3/u],
    ['what somebody says in the head', 'WEBVTT\nInterviewer: where were you\n\n' + two, /line 2/u],
    ['one word in front of times', `WEBVTT\n\n${two}Salt\n00:02.000 --> 00:03.000\nYes\n`, /line 6/u],
  ])('a VTT file is refused for %s', (_name, file, line) => {
    expect(refusal('vtt', file)).toMatch(line);
  });

  it('takes names that most subtitles of a VTT file have', () => {
    const file = `WEBVTT\n\nc-1\n${two}c-2\n00:02.000 --> 00:03.000\nYes\n`;
    expect(textOf('vtt', file)).toEqual(['Bread', 'Yes']);
  });

  it('reads a number in front of times as said where no subtitle has one', () => {
    const file = '00:00:01,000 --> 00:00:02,000\nHow many?\n2\n00:00:03,000 --> 00:00:04,000\nThat is all.\n';
    expect(textOf('srt', file)).toEqual(['How', 'many?', '2', 'That', 'is', 'all.']);
    const numbered = file.replace(/^/u, '1\n');
    expect(textOf('srt', numbered)).toEqual(['How', 'many?', 'That', 'is', 'all.']);
  });

  it.each(['\u0085', '\u2028', '\u2029', '\v', '\f'])('%# parts words', (sign) => {
    expect(textOf('txt', `Bread${sign}salt`)).toEqual(['Bread', 'salt']);
    expect(
      textOf('json', JSON.stringify({ segments: [{ start: 0, end: 2, text: `Bread${sign}salt` }] })),
    ).toEqual(['Bread', 'salt']);
  });

  it.each(['Nu&amp;ntilde;ez', 'Nu&ntilde;ez', 'Nu&amp;#241;ez', 'Nu&amp;amp;#xF1;ez'])(
    '%# is read as letters',
    (word) => {
      const cue = `1\n00:00:01,000 --> 00:00:02,000\nI am ${word}\n`;
      const json = JSON.stringify({ segments: [{ start: 0, end: 2, text: `I am ${word}` }] });
      for (const [extension, file] of [
        ['srt', cue],
        ['txt', `I am ${word}`],
        ['json', json],
      ] as const)
        expect(textOf(extension, file)).toEqual(['I', 'am', 'Nuñez']);
      expect(parse('json', json).notes.join(' ')).toMatch(/1 word/u);
    },
  );

  it.each(['R&D;', 'R&D', 'AT&T', '&c.', 'a&b'])('%# stays as it is', (word) => {
    expect(textOf('txt', `I say ${word} now`)).toEqual(['I', 'say', word, 'now']);
  });
});

describe('plain text', () => {
  it('has no times, and paragraphs between blank lines', () => {
    const { words, speakers } = parse('txt', 'A title\r\n\r\nOne two\r\nthree.\r\n \t\r\nFour.\r\n');
    expect(words.map(({ text, start, paragraph }) => [text, start, paragraph ?? false])).toEqual([
      ['A', null, true],
      ['title', null, false],
      ['One', null, true],
      ['two', null, false],
      ['three.', null, false],
      ['Four.', null, true],
    ]);
    expect(speakers).toEqual([]);
  });

  it('reads turns line by line and lets them go on', () => {
    const { words, speakers } = parse(
      'txt',
      'Interviewer: Who?\nWitness: He did.\n\nAnd she did.\n\nInterviewer: When?\nWitness: At 10:30.',
    );
    const names = new Map(speakers.map(({ id, name }) => [id, name]));
    expect(words.map(({ text, speaker }) => `${names.get(speaker ?? '') ?? ''} ${text}`)).toEqual([
      'Interviewer Who?',
      'Witness He',
      'Witness did.',
      'Witness And',
      'Witness she',
      'Witness did.',
      'Interviewer When?',
      'Witness At',
      'Witness 10:30.',
    ]);
  });
});

describe('JSON of Whisper', () => {
  const token = (text: string, from: number, to: number, p = 0.9) => ({ text, offsets: { from, to }, p });
  const full = {
    result: { language: 'ru' },
    transcription: [
      {
        text: ' Да, Отен.',
        offsets: { from: 0, to: 2000 },
        tokens: [
          { text: '[_BEG_]', offsets: { from: 0, to: 0 }, p: 1 },
          token(' Да', 100, 300),
          token(',', 300, 300, 0.5),
          token(' О', 500, 700, 0.4),
          token('тен', 700, 1500),
          token('.', 1500, 1600),
          { text: '[_TT_100]', offsets: { from: 2000, to: 2000 }, p: 0.2 },
        ],
      },
    ],
  };
  const words = [
    { text: 'Да,', start: 0.1, end: 0.3, confidence: 0.5 },
    { text: 'Отен.', start: 0.5, end: 1.6, confidence: 0.4 },
  ];

  it('joins tokens to words', () => {
    const parsed = parse('json', JSON.stringify(full));
    expect(parsed.language).toBe('ru');
    expect(parsed.words).toMatchObject(words);
  });

  it('puts letters together that are cut into tokens of single bytes', () => {
    const cut = JSON.stringify({
      ...full,
      transcription: [
        { ...full.transcription[0], tokens: [token(' LEFT', 500, 700, 0.4), token('RIGHT', 700, 1600)] },
      ],
    });
    const letters = Buffer.from('Отен.');
    const pieces = cut.split(/LEFT|RIGHT/u).map((piece) => Buffer.from(piece));
    const [head = letters, middle = letters, tail = letters] = pieces;
    const file = Buffer.concat([head, letters.subarray(0, 3), middle, letters.subarray(3), tail]);
    const [missing, whole] = parseTranscript(file, 'json').words;
    expect(whole).toMatchObject(words[1] ?? {});
    // Text that only the segment has is not lost.
    expect(missing).toMatchObject({ text: 'Да,', within: { from: 0, to: 0.5 } });
  });

  it('shares the time of a segment without tokens', () => {
    const plain = { transcription: [{ text: ' Good day', offsets: { from: 1000, to: 2000 } }] };
    const [first] = parse('json', JSON.stringify(plain)).words;
    expect(first).toMatchObject({ text: 'Good', start: 1, within: { from: 1, to: 2 } });
  });

  it('makes paragraphs at questions and pauses', () => {
    const said = [
      token(' Why?', 0, 500),
      token(' No', 1500, 1700),
      token(' answer.', 1700, 2000),
      token(' Later', 9000, 9300),
    ];
    const file = { transcription: [{ text: '', offsets: { from: 0, to: 9300 }, tokens: said }] };
    const begins = parse('json', JSON.stringify(file)).words.map(({ paragraph }) => paragraph ?? false);
    expect(begins).toEqual([true, true, false, true]);
  });

  it('reads what the Python programs write', () => {
    const file = {
      language: 'en',
      segments: [
        {
          text: ' Good day',
          start: 0,
          end: 2,
          words: [
            { word: ' Good', start: 0.5, end: 0.9, probability: 0.7 },
            { word: ' day', start: 1, end: 1.4 },
          ],
        },
        { text: ' Bye', start: 3, end: 4, speaker: 'SPEAKER_01' },
      ],
    };
    const parsed = parse('json', JSON.stringify(file));
    expect(parsed.words).toMatchObject([
      { text: 'Good', start: 0.5, end: 0.9, confidence: 0.7 },
      { text: 'day', start: 1, end: 1.4 },
      { text: 'Bye', start: 3, end: 4, speaker: parsed.speakers[0]?.id ?? '' },
    ]);
  });
});

describe('words JSON', () => {
  it.each([
    ['the language that a person named', 'ru', { language: 'en' }, 'We waited.', 'Говорящий 1'],
    ['that of the file', undefined, { language: 'ru' }, 'We waited.', 'Говорящий 1'],
    ['the one that is likely', undefined, {}, 'Мы ждали, и вышли тыл и объезд.', 'Говорящий 1'],
    [
      'the one that is likely, whatever the app speaks',
      undefined,
      {},
      'We waited for it and they had to go.',
      'Speaker 1',
    ],
    ['the language of the app where nothing tells', undefined, {}, '1984', 'Говорящий 1'],
  ])('labels speakers who are only counted in %s', (_, spoken, told, text, label) => {
    const file = JSON.stringify({ ...told, segments: [{ start: 0, end: 2, text, speaker: 1 }] });
    const { speakers } = inLocale('ru', {}, () => parseTranscript(bytes(file), 'json', 1, spoken));
    expect(speakers.map(({ name }) => name)).toEqual([label]);
  });

  it('keeps times, speakers and confidence, and splits what has spaces', () => {
    const { words, speakers } = parse(
      'json',
      JSON.stringify({
        language: 'en',
        words: [
          { text: 'one two', start: 0, end: 1, speaker: 'A', confidence: 0.5, more: 1 },
          { text: ' three ', start: 2, end: 2.5, speaker: null },
          { text: '  ', start: 3, end: 4 },
        ],
      }),
    );
    expect(words).toMatchObject([
      { text: 'one', start: 0, end: 0.5, within: { from: 0, to: 1 }, confidence: 0.5 },
      { text: 'two', start: 0.5, end: 1 },
      { text: 'three', start: 2, end: 2.5 },
    ]);
    expect(words[2]).not.toHaveProperty('within');
    expect(speakers).toEqual([{ id: 's4', name: 'A' }]);
  });

  it('brings any times into order: none empty, none overlapping, none lost', () => {
    const time = fc.integer({ min: 0, max: 400 }).map((tenth) => tenth / 10);
    const word = fc.record({ text: fc.constantFrom('a', 'be', 'see'), start: time, length: time });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (list) => {
        const file = { words: list.map(({ text, start, length }) => ({ text, start, end: start + length })) };
        const { words } = parse('json', JSON.stringify(file));
        expect(words).toHaveLength(list.length);
        for (const [i, current] of words.entries()) {
          expect(wordSchema.safeParse(current).success).toBe(true);
          expect((current.end ?? 0) - (current.start ?? 0)).toBeGreaterThan(0.001);
          expect(current.start).toBeGreaterThanOrEqual(words[i - 1]?.end ?? 0);
        }
        expect(brokenInvariants({ ...emptyDocument(), words })).toEqual([]);
      }),
    );
  });
});

describe('speed', () => {
  it.each([
    ['vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '<v '],
    ['vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '<v.a'],
    ['srt', '1\n00:00:01,000 --> 00:00:02,000\n', '{\\'],
    ['txt', '', 'A: '],
  ])('is done soon with %s of one odd line', (extension, start, part) => {
    const file = `${start}${part.repeat(30_000)}`;
    expect(cpuSeconds(() => parse(extension, file))).toBeLessThan(5);
  });

  it('reads an hour-long subtitle file at once', () => {
    const clock = (s: number) =>
      `00:${String(Math.floor(s / 60) % 60).padStart(2, '0')}:${String(s % 60).padStart(2, '0')},000`;
    const file = Array.from(
      { length: 3599 },
      (_, i) => `${i + 1}\n${clock(i)} --> ${clock(i + 1)}\nten words of text in every single cue of it\n`,
    ).join('\n');
    expect(cpuSeconds(() => expect(parse('srt', file).words).toHaveLength(35_990))).toBeLessThan(5);
  });
});
