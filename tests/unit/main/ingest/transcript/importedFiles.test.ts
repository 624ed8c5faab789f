import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitToRecording } from '../../../../../main/ingest/transcript/fitToRecording';
import { noteGuessed } from '../../../../../main/ingest/transcript/noteGuessed';
import {
  parseTranscript,
  type ImportedTranscript,
} from '../../../../../main/ingest/transcript/parseTranscript';
import { AppError } from '../../../../../shared/model/errors';
import type { Word } from '../../../../../shared/model/word';

/**
 * These transcripts are as other programs write them. They are made from an interview whose words and times are known.
 */

interface Told {
  text: string;
  start: number;
  end: number;
}

const truth = JSON.parse(
  readFileSync(new URL('../../../../fixtures/interviews/short-40s.truth.json', import.meta.url), 'utf8'),
) as { words: Told[] };
const told = truth.words;
const texts = told.map(({ text }) => text);

/** The sentences of the interview, each as a subtitle. */
const sentences = told.reduce<Told[][]>((all, word) => {
  const last = all.at(-1);
  if (!last || /[.?]$/u.test(last.at(-1)?.text ?? '')) all.push([word]);
  else last.push(word);
  return all;
}, []);
const spans = sentences.map((words) => ({
  start: words[0]?.start ?? 0,
  end: words.at(-1)?.end ?? 0,
  text: words.map(({ text }) => text).join(' '),
  words,
}));

const read = (extension: string, content: string | object): ImportedTranscript =>
  parseTranscript(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)), extension);
const textsOf = ({ words }: { words: readonly Word[] }) => words.map(({ text }) => text);

const clock = (seconds: number, sign = ',') => {
  const whole = Math.floor(seconds + 0.0005);
  const two = (n: number) => String(n).padStart(2, '0');
  const rest = String(Math.round((seconds - whole) * 1000)).padStart(3, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${sign}${rest}`;
};

/** Holds that every word has its true time, or a stretch that contains it. */
function expectTrue({ words }: ImportedTranscript, within = 0.002): void {
  expect(words.map(({ text }) => text)).toEqual(texts);
  for (const [i, word] of words.entries()) {
    const { start, end } = told[i] ?? { start: NaN, end: NaN };
    const stretch = word.within ?? { from: word.start ?? NaN, to: word.end ?? NaN };
    expect(stretch.from).toBeLessThanOrEqual(start + within);
    expect(stretch.to).toBeGreaterThanOrEqual(end - within);
  }
}

const srt = (arrow = ' --> ', change = (time: string) => time, broken = false) =>
  spans
    .map(({ start, end, text, words }, i) => {
      const half = words.length >> 1;
      const parts = broken ? text.replace(words[half]?.text ?? '', `\n\n${words[half]?.text ?? ''}`) : text;
      return `${i + 1}\n${change(clock(start))}${arrow}${change(clock(end))}\n${parts}\n`;
    })
    .join('\n');

describe('SRT', () => {
  it.each([
    ['an empty line within each subtitle', srt(' --> ', (t) => t, true)],
    ['arrows without spaces', srt('-->')],
    ['arrows of every kind', srt(' -> ').replace(/ -> /u, ' —> ').replace(/ -> /u, ' → ')],
    ['spaces within the times', srt(' --> ', (t) => t.replace(/:/gu, ': '))],
    ['dots for commas', srt(' --> ', (t) => t.replace(',', '.'))],
    ['no hours', srt(' --> ', (t) => t.slice(3))],
    ['no numbers', srt().replace(/^\d+\n/gmu, '')],
    ['double line ends', srt().replace(/\n/gu, '\r\r\n')],
    ['no empty lines at all', srt().replace(/\n\n/gu, '\n')],
    [
      'arrows without spaces in every other one',
      srt()
        .split('\n\n')
        .map((cue, i) => (i % 2 === 0 ? cue : cue.replace(' --> ', '-->')))
        .join('\n\n'),
    ],
  ])('has all words with %s', (_name, file) => {
    expectTrue(read('srt', file));
  });

  it('takes times without fractions for what they are: rounded', () => {
    const floor = read(
      'srt',
      srt(' --> ', (t) => t.slice(0, 8)),
    );
    expectTrue(floor);
    expect(floor.words.every(({ within }) => within !== undefined)).toBe(true);
  });

  it('reads markup and entities, and keeps brackets that are none', () => {
    const { words, speakers } = read(
      'srt',
      '1\n00:00:01,000 --> 00:00:02,000\n&gt;&gt; Mira&nbsp;Oten &amp; Ada said it&#39;s <b>fine</b> <laughs>.\n\n' +
        '2\n00:00:02,000 --> 00:00:03,000\n<v Ada>Yes, <c.yellow>here</c>.</v>\n\n' +
        '3\n00:00:03,000 --> 00:00:04,000\n{\\an8\\pos(1,2)}<font color="#fff" size=12>There</font> {a cough}\n',
    );
    expect(words.map(({ text }) => text).join(' ')).toBe(
      "Mira Oten & Ada said it's fine <laughs>. Yes, here. There {a cough}",
    );
    expect(speakers.map(({ name }) => name)).toEqual(['Ada']);
  });

  it('says every word once, however its lines are spaced, or names a line', () => {
    const word = fc.stringMatching(/^[a-zа-я]{1,7}$/u);
    const cue = fc.record({
      lines: fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      inner: fc.constantFrom('\n', '\n\n', '\n \n'),
      behind: fc.constantFrom('\n', '\n\n', '\n\n\n', '\n\t\n'),
      arrow: fc.constantFrom(' --> ', '-->', ' -->', '  -->  ', ' -> '),
      sign: fc.constantFrom(',', '.'),
      length: fc.integer({ min: 0, max: 3000 }),
    });
    fc.assert(
      fc.property(
        fc.array(cue, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.boolean(),
        (cues, windows, numbered) => {
          let at = 0;
          const file = cues
            .map(({ lines, inner, behind, arrow, sign, length }, i) => {
              const times = `${clock(at / 1000, sign)}${arrow}${clock((at + length) / 1000, sign)}`;
              at += length + 10;
              return `${numbered ? `${i + 1}\n` : ''}${times}\n${lines.map((line) => line.join(' ')).join(inner)}${behind}`;
            })
            .join('');
          const said = cues.flatMap(({ lines }) => lines.flat());
          try {
            expect(textsOf(read('srt', windows ? file.replaceAll('\n', '\r\n') : file))).toEqual(said);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            expect(error.message).toMatch(/line \d+/u);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['arrows of other kinds', srt(' ⟶ ').replace(/ ⟶ /u, ' ⇒ ').replace(/ ⟶ /u, ' ↦ ')],
    ['arrows that were escaped', srt(' --&gt; ')],
    ['dashes for arrows', srt(' - ')],
    ['the times of YouTube', srt(',', (t) => t.replace(',', '.'))],
    ['marks of direction', srt().replace(/^(\d\d:.*)$/gmu, '\u200f$1\u202c')],
    [
      'numbers with a stop or a sign',
      srt().replace(/^(\d+)$/gmu, (number) => (Number(number) % 2 ? `${number}.` : `#${number}`)),
    ],
    [
      'digits of Bengali',
      srt().replace(/^(\d+|\d\d:.*)$/gmu, (line) =>
        line.replace(/\d/gu, (digit) => String.fromCodePoint(0x9e6 + Number(digit))),
      ),
    ],
  ])('has all words with %s', (_name, file) => {
    expectTrue(read('srt', file));
  });

  const three = (times: string) =>
    `00:00:01,000 --> 00:00:02,000\nOne\n\n${times}\nMira Oten\n\n00:00:09,000 --> 00:00:10,000\nEnd\n`;
  it.each([
    ['both the wrong way round', '00:00:08,000 --> 00:00:03,000', { from: 3, to: 8 }],
    ['an end that is none', '00:00:03,000 --> 00:00:00,500', { from: 3, to: 9 }],
    ['a beginning that is none', '00:01:04,000 --> 00:00:08,000', { from: 1, to: 8 }],
    ['a beginning before the recording', '-00:00:03,000 --> 00:00:04,000', { from: 0, to: 4 }],
    ['sixty seconds', '00:00:60,000 --> 00:01:05,000', { from: 60, to: 65 }],
  ])('puts right %s, and masks all that it may mean', (_name, times, within) => {
    const { words, notes } = read('srt', three(times));
    const names = words.filter(({ text }) => text === 'Mira' || text === 'Oten');
    expect(names.map((word) => word.within)).toEqual([within, within]);
    expect(words).toHaveLength(4);
    if (times.includes('60,000')) return;
    expect(notes.join(' ')).toMatch(/1 subtitle ended before it began|1 time before the recording/u);
  });

  it('loses no letter of what stands behind the times', () => {
    const file = '\u202b00:00:01,000 --> 00:00:02,000 Mira ٣\u202c\nOten\n';
    expect(textsOf(read('srt', file))).toEqual(['Mira', '٣', 'Oten']);
  });

  it('reads signs of ASS, of forums and escaped ones for what they are', () => {
    const file =
      '1\n00:00:01,000 --> 00:00:04,000\nMira\\NOten {i}came{/i} [b]here[/b] &lt;i&gt;today&lt;/i&gt; {y:i}and\\hleft\n';
    expect(textsOf(read('srt', file))).toEqual(['Mira', 'Oten', 'came', 'here', 'today', 'and', 'left']);
  });

  it('takes lines that are only numbers for what is said where they are no subtitle’s number', () => {
    const file = '1\n00:00:01,000 --> 00:00:02,000\nIn\n2019\n\n2\n00:00:03,000 --> 00:00:04,000\n17\n\n18\n';
    expect(textsOf(read('srt', file))).toEqual(['In', '2019', '17', '18']);
  });
});

describe('VTT', () => {
  /** Makes subtitles in which each line comes in word by word and stays above the next one. */
  const rolling = () => {
    let before = '';
    const cues = spans.map(({ start, end, text, words }, i) => {
      const till = spans[i + 1]?.start ?? end;
      const [first, ...rest] = words;
      const timed = rest.map((w) => `<${clock(w.start, '.')}><c> ${w.text}</c>`).join('');
      const cue =
        `${clock(start, '.')} --> ${clock(till - 0.01, '.')} align:start position:0%\n${before || ' '}\n` +
        `${first?.text ?? ''}${timed}\n\n` +
        `${clock(till - 0.01, '.')} --> ${clock(till, '.')} align:start position:0%\n${text}\n \n\n`;
      before = text;
      return cue;
    });
    return `WEBVTT\nKind: captions\nLanguage: en\n\n${cues.join('')}`;
  };

  it('reads captions that roll up once, each word at its own time', () => {
    const imported = read('vtt', rolling());
    expect(textsOf(imported)).toEqual(texts);
    for (const [i, { start }] of imported.words.entries())
      expect(start).toBeCloseTo(told[i]?.start ?? NaN, 2);
    expect(imported.notes.join(' ')).toMatch(/roll up/u);
  });

  it('reads rolling captions without times of words, and such as grow', () => {
    const plain = rolling().replace(/<[^>]*>/gu, '');
    expect(textsOf(read('vtt', plain))).toEqual(texts);
    const grown = spans
      .flatMap(({ words }) =>
        words.map(({ start }, i) => {
          const said = words.slice(0, i + 1).map(({ text }) => text);
          const all = words[i + 1]?.start ?? start + 0.2;
          return `${clock(start, '.')} --> ${clock(all, '.')}\n${said.join(' ')}\n`;
        }),
      )
      .join('\n');
    expect(textsOf(read('vtt', `WEBVTT\n\n${grown}`))).toEqual(texts);
  });

  it('leaves a word that somebody says again where it is', () => {
    const file = ['No.', 'No.', 'No. Never.', 'I said no.']
      .map((text, i) => `00:0${i}.000 --> 00:0${i}.900\n${text}\n`)
      .join('\n');
    expect(textsOf(read('vtt', `WEBVTT\n\n${file}`))).toEqual([
      'No.',
      'No.',
      'No.',
      'Never.',
      'I',
      'said',
      'no.',
    ]);
  });

  it('knows of two voices in one subtitle only that they speak within it', () => {
    const { words } = read('vtt', 'WEBVTT\n\n00:10.000 --> 00:20.000\n<v Ada>Who?\n<v Mira>Oramin.\n');
    expect(words.map(({ within }) => within)).toEqual([
      { from: 10, to: 20 },
      { from: 10, to: 20 },
    ]);
  });
});

describe('JSON of other programs', () => {
  const segments = (words: (word: Told, i: number) => object) => ({
    segments: spans.map(({ start, end, text, words: own }) => ({
      start,
      end,
      text: ` ${text}`,
      words: own.map((word) => words(word, told.indexOf(word))),
    })),
  });
  const word = ({ text, start, end }: Told) => ({ word: text, start, end, score: 0.8 });

  it('takes numerals without times from what stands beside them, and says how many', () => {
    const odd = told.findIndex(({ text }) => /\d/u.test(text));
    const imported = read(
      'json',
      segments((w, i) => (i === odd ? { word: w.text } : word(w))),
    );
    expectTrue(imported);
    expect(imported.words.filter(({ within }) => within)).toHaveLength(1);
    const notes = [...imported.notes, ...noteGuessed(imported.words)];
    expect(notes.join(' ')).toMatch(/1 piece without times.*1 word has a guessed time/u);
  });

  it.each([
    ['NaN', /not a number/u, (w: Told) => ({ ...word(w), score: 'NAN' })],
    ['an end before its start', /ended before it began/u, (w: Told) => ({ ...word(w), end: w.start - 0.02 })],
    ['a start below zero', /set to 0/u, (w: Told) => ({ ...word(w), start: -0.02 })],
    ['a text for a time', null, (w: Told) => ({ ...word(w), start: String(w.start), end: `${w.end}s` })],
    ['a time that is none', /could not be read/u, (w: Told) => ({ ...word(w), start: 'soon' })],
    ['a time without bound', /1 piece without times/u, (w: Told) => ({ ...word(w), start: 'INF' })],
    ['no end', /without times/u, (w: Told) => ({ word: w.text, start: w.start })],
    ['too much certainty', /how sure/u, (w: Told) => ({ ...word(w), score: 7 })],
    [
      'the whole segment for its time',
      /reached back/u,
      (w: Told) => ({ ...word(w), start: 3.233, end: 5.972 }),
    ],
  ])('puts one value right that is %s, and says so', (_name, note, make) => {
    // This is the last word of the second sentence.
    const odd = told.indexOf(spans[1]?.words.at(-1) ?? told[0] ?? { text: '', start: 0, end: 0 });
    const first = _name === 'a start below zero' ? 0 : odd;
    const file = JSON.stringify(segments((w, i) => (i === first ? make(w) : word(w))))
      .replace('"NAN"', 'NaN')
      .replace('"INF"', '-Infinity');
    const imported = read('json', file);
    expectTrue(imported);
    if (note) expect(imported.notes.join(' ')).toMatch(note);
    else expect(imported.notes).toEqual([]);
  });

  const whole = texts.join(' ');
  const bare = told.map(({ text, start, end }) => ({ word: text.replace(/[.,?]$/u, ''), start, end }));
  it.each<[string, object, string]>([
    [
      'OpenAI with words',
      {
        language: 'english',
        text: whole,
        words: bare,
        segments: spans.map(({ start, end, text }) => ({ start, end, text })),
      },
      'en',
    ],
    [
      'OpenAI with segments alone',
      { language: 'russian', text: whole, segments: spans.map(({ words: _, ...rest }) => rest) },
      'ru',
    ],
    [
      'Hugging Face',
      { text: whole, chunks: spans.map(({ start, end, text }) => ({ timestamp: [start, end], text })) },
      'und',
    ],
    [
      'Hugging Face, word by word',
      {
        text: whole,
        chunks: told.map(({ start, end, text }) => ({ timestamp: [start, end], text: ` ${text}` })),
      },
      'und',
    ],
    ['a bare list', spans.map(({ start, end, text }) => ({ start, end, text })), 'und'],
    [
      'a list with lengths',
      spans.map(({ start, end, text }) => ({ start, duration: end - start, text })),
      'und',
    ],
    [
      'a list in hundredths',
      spans.map(({ start, end, text }) => ({
        start: Math.round(start * 100),
        stop: Math.round(end * 100),
        text,
      })),
      'und',
    ],
    [
      'AssemblyAI',
      {
        language_code: 'en_us',
        audio_duration: 39,
        words: told.map(({ text, start, end }) => ({
          text,
          start: Math.round(start * 1000),
          end: Math.round(end * 1000),
          speaker: 'A',
        })),
      },
      'en-US',
    ],
    [
      'milliseconds that nothing tells of',
      {
        words: told.map(({ text, start, end }) => ({
          text,
          start: Math.round(start * 1000),
          end: Math.round(end * 1000),
        })),
      },
      'und',
    ],
    [
      'whisper.cpp',
      {
        result: { language: 'en' },
        transcription: spans.map(({ start, end, text }) => ({
          text: ` ${text}`,
          offsets: { from: Math.round(start * 1000), to: Math.round(end * 1000) },
          speaker: '0',
        })),
      },
      'en',
    ],
  ])('reads %s', (_name, file, language) => {
    const imported = read('json', file);
    expectTrue(imported, 0.011);
    expect(imported.language).toBe(language);
  });

  it('leaves nothing out that only the whole text has', () => {
    const file = { text: 'She met Mira Oten.', segments: [{ start: 1, end: 2, text: 'She met' }] };
    expect(textsOf(read('json', file))).toEqual(['She', 'met', 'Mira', 'Oten.']);
    const chunks = { text: 'She met old Mira Oten.', chunks: [{ timestamp: [1, 2], text: 'She met old' }] };
    expect(textsOf(read('json', chunks))).toEqual(['She', 'met', 'old', 'Mira', 'Oten.']);
  });

  it('reads speakers and times of other forms, a comma too many, and an object a line', () => {
    const named = { words: [{ text: 'Hi', start: 1, end: 2, speaker: { name: 'Ada' } }] };
    expect(read('json', named).speakers.map(({ name }) => name)).toEqual(['Ada']);
    const stamped = {
      chunks: [
        { timestamp: '[1, 2]', text: 'Hi' },
        { timestamp: { start: 2, end: 3 }, text: 'Ada' },
      ],
    };
    expect(read('json', stamped).words.map(({ start }) => start)).toEqual([1, 2]);
    const lines = ['{"text":"Hi","start":1,"end":2}', '{"text":"Ada","start":2,"end":3}'];
    expect(textsOf(read('json', lines.join('\n\n')))).toEqual(['Hi', 'Ada']);
    expect(textsOf(read('txt', `[${lines.join(',')}]`))).toEqual(['Hi', 'Ada']);
    const comma = read('json', '{"words":[{"text":"Hi","start":1,"end":2},]}');
    expect(comma.notes.join(' ')).toMatch(/1 comma was left out/u);
    const textless = read('json', {
      words: [
        { text: 'Hi', start: 1, end: 2 },
        { text: null, start: 2, end: 3 },
      ],
    });
    expect(textless.notes.join(' ')).toMatch(/1 piece without a text was left out/u);
  });

  it('keeps the order of words of which half a time is told', () => {
    const word = (text: string, start: number | null, end: number | null) => ({ text, start, end });
    const file = { words: [word('One', null, 2), word('two', 2, null), word('three', null, null)] };
    expect(textsOf(read('json', file))).toEqual(['One', 'two', 'three']);
  });

  it('leaves nothing out that only the text of a segment has', () => {
    const file = {
      segments: [
        {
          start: 0,
          end: 4,
          text: 'She gave me 300 in cash.',
          words: ['She', 'gave', 'in', 'cash'].map((text, i) => ({ word: text, start: i, end: i + 0.8 })),
        },
      ],
    };
    expect(textsOf(read('json', file))).toEqual(['She', 'gave', 'me', '300', 'in', 'cash']);
  });

  it.each([
    ['Deepgram', { results: { channels: [] } }],
    ['Rev', { monologues: [] }],
    ['Amazon', { jobName: 'x', results: {} }],
  ])('says of a file of %s what it is, and what to do', (service, file) => {
    expect(() => read('json', file)).toThrow(new RegExp(service, 'u'));
  });
});

describe('who speaks', () => {
  const turns = spans.map(({ text }, i) => ({ text, who: i % 3 === 0 ? 'A' : 'B', at: Math.floor(i * 2.7) }));
  const short = (seconds: number) => `0:${String(seconds).padStart(2, '0')}`;
  it.each<[string, string, (turn: (typeof turns)[number]) => string, [string, string]]>([
    [
      'behind a clock',
      'txt',
      ({ text, who, at }) => `[00:0${short(at)}] Speaker ${who}: ${text}`,
      ['Speaker A', 'Speaker B'],
    ],
    [
      'before a clock',
      'txt',
      ({ text, who, at }) => `Speaker ${who} (${short(at)}): ${text}`,
      ['Speaker A', 'Speaker B'],
    ],
    [
      'above what is said',
      'txt',
      ({ text, who, at }) => `Speaker ${who}  ${short(at)}\n${text}`,
      ['Speaker A', 'Speaker B'],
    ],
    [
      'with an underscore',
      'txt',
      ({ text, who }) => `SPEAKER_0${who === 'A' ? 0 : 1}: ${text}`,
      ['SPEAKER_00', 'SPEAKER_01'],
    ],
    [
      'in brackets',
      'txt',
      ({ text, who }) => `[SPEAKER_0${who === 'A' ? 0 : 1}]: ${text}`,
      ['SPEAKER_00', 'SPEAKER_01'],
    ],
    [
      'in round brackets',
      'txt',
      ({ text, who }) => `(speaker ${who === 'A' ? 0 : 1}) ${text}`,
      ['speaker 0', 'speaker 1'],
    ],
    [
      'in small letters',
      'txt',
      ({ text, who }) => `${who === 'A' ? 'interviewer' : 'witness'}: ${text}`,
      ['interviewer', 'witness'],
    ],
    [
      'in Arabic',
      'txt',
      ({ text, who }) => `${who === 'A' ? 'المحاور' : 'الشاهد'}: ${text}`,
      ['المحاور', 'الشاهد'],
    ],
    [
      'with a full-width colon',
      'txt',
      ({ text, who }) => `${who === 'A' ? '记者' : '证人'}：${text}`,
      ['记者', '证人'],
    ],
  ])('is read %s', (_name, extension, line, names) => {
    const imported = read(extension, turns.map(line).join('\n\n'));
    expect(textsOf(imported)).toEqual(texts);
    expect(imported.speakers.map(({ name }) => name)).toEqual(names);
  });

  it('is read beside two clocks without brackets', () => {
    const file =
      '00:00:01.000 - 00:00:05.000 Ada\nWe came.\n\n00:00:05.000 - 00:00:09.000 Mira\nAt 10:30.\n\n00:00:09:12 - 00:00:10:00 Ada\nYes.\n';
    const { words, speakers } = read('txt', file);
    expect(speakers.map(({ name }) => name)).toEqual(['Ada', 'Mira']);
    expect(words.map(({ text }) => text).join(' ')).toBe('We came. At 10:30. Yes.');
  });

  it('is told by dashes only where lines are dialogue', () => {
    const cue = (i: number, text: string) => `${i}\n00:00:0${i},000 --> 00:00:0${i},900\n${text}\n\n`;
    const file =
      cue(1, '- Who was it?\n- My sister') +
      cue(2, '– the younger –') +
      cue(3, 'told me.') +
      cue(4, '>> When?');
    const { words } = read('srt', file);
    expect(words.map(({ text }) => text).join(' ')).toBe(
      'Who was it? My sister – the younger – told me. When?',
    );
    expect(words.filter(({ paragraph }) => paragraph).map(({ text }) => text)).toEqual([
      'Who',
      'My',
      'When?',
    ]);
  });

  it.each([
    'Note: he came at 10:30.\n\nThen we left.',
    'Note: he came.\n\nRemember: never.\n\nWe left.',
    'He said: yes.\n\nShe said: no.',
    'At [10:30] we left.',
  ])('leaves what is said as it is (%#)', (text) => {
    const imported = read('txt', text);
    expect(imported.speakers).toEqual([]);
    expect(textsOf(imported).join(' ')).toBe(text.replace(/\s+/gu, ' '));
  });
});

describe('scripts without spaces', () => {
  const clean = '昨天张伟在乌鲁木齐被带走了。';
  it.each([
    ['srt', `1\n00:00:01,000 --> 00:00:05,000\n${clean}\n`],
    ['txt', clean],
    [
      'json',
      {
        language: 'zh',
        segments: [
          {
            start: 1,
            end: 9,
            text: clean,
            words: Array.from('昨天张伟在乌鲁木齐被带走了').map((c, i) => ({
              word: c,
              start: 1 + i / 2,
              end: 1.5 + i / 2,
            })),
          },
        ],
      },
    ],
    [
      'json',
      {
        language: 'zh',
        words: ['昨天', '张', '伟', '在', '乌鲁木齐', '被', '带走', '了。'].map((text, i) => ({
          text,
          start: i,
          end: i + 1,
        })),
      },
    ],
  ])('have words that can be marked, and no spaces (%#, %s)', (extension, file) => {
    const { words } = read(extension, file);
    expect(words.length).toBeGreaterThan(5);
    expect(
      words
        .map(({ text, glued }) => (glued ? text : ` ${text}`))
        .join('')
        .trim(),
    ).toBe(clean);
  });

  it.each([
    'เมื่อวานสมชายถูกจับที่เชียงใหม่',
    '昨日田中さんが「大阪」で逮捕されました',
    'བསྟན་འཛིན་ལགས།',
    'မောင်မောင်သည်ရန်ကုန်',
  ])('read as before when put together (%#)', (text) => {
    const { words } = read('txt', `${text} ${text}`);
    expect(words.length).toBeGreaterThan(5);
    const joined = words.map((word) => (word.glued ? word.text : ` ${word.text}`)).join('');
    expect(joined.trim()).toBe(`${text} ${text}`);
  });
});

describe('the recording', () => {
  const imported = read('srt', srt());
  const end = 39.06;
  const ahead = (seconds: number) => imported.words.map((w) => shifted(w, seconds));
  const shifted = (w: Word, by: number): Word => ({
    ...w,
    start: (w.start ?? 0) + by,
    end: (w.end ?? 0) + by,
    ...(w.within && { within: { from: w.within.from + by, to: w.within.to + by } }),
  });
  const refusal = (work: () => unknown): AppError => {
    try {
      work();
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
    throw new Error('it was taken');
  };

  it.each([1, 10])('is what a transcript counted from hour %i is moved to', (hours) => {
    const error = refusal(() => fitToRecording(ahead(hours * 3600), end));
    expect(error).toMatchObject({ code: 'TRANSCRIPT_OFFSET', offset: hours * 3600 });
    const { words, notes } = fitToRecording(ahead(hours * 3600), end, error.offset);
    expect(notes).toEqual([]);
    for (const [i, w] of words.entries()) expect(w.start).toBeCloseTo(imported.words[i]?.start ?? NaN, 6);
  });

  it('refuses a transcript that lies behind it otherwise, or in front', () => {
    expect(refusal(() => fitToRecording(ahead(5000), end)).code).toBe('TRANSCRIPT_UNREADABLE');
    expect(refusal(() => fitToRecording(imported.words, end, 20)).message).toMatch(/before the 0:20/u);
  });

  it('cuts what goes on behind its end, and says so', () => {
    const { words, notes } = fitToRecording(imported.words, 37.5);
    expect(words).toHaveLength(texts.length);
    expect(words.every((w) => (w.within?.to ?? w.end ?? 0) <= 37.5 && (w.start ?? 0) < (w.end ?? 0))).toBe(
      true,
    );
    expect(notes).toEqual([]);
    expect(fitToRecording(imported.words, 36.9).notes.join()).toMatch(/5 words were cut/u);
  });

  it('leaves out what begins behind its end, and says how many words', () => {
    const { words, notes } = fitToRecording(imported.words, 36.5);
    expect(words).toHaveLength(texts.length - 5);
    expect(notes.join()).toMatch(/5 words were left out/u);
  });
});

describe('encodings', () => {
  const text = 'Меня зовут Мира Отен. Я живу в городе, мой брат был арестован.';
  const wide = Buffer.from(text, 'utf16le');
  const cyrillic = Buffer.from(
    Array.from(text).map((c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))),
  );
  it.each([
    ['UTF-16 without a mark', wide, /UTF-16 \(little/u],
    ['UTF-16 the other way round', Buffer.from(wide).swap16(), /UTF-16 \(big/u],
    ['Windows-1251', cyrillic, /Windows-1251/u],
  ])('reads %s and says that it was a guess', (_name, file, note) => {
    const imported = parseTranscript(file, 'txt');
    expect(textsOf(imported).join(' ')).toBe(text);
    expect(imported.notes.join()).toMatch(note);
  });

  it('reads Windows-1252 with its apostrophe', () => {
    const file = Buffer.from('Je m\x92appelle R\xe9mi B\xe9art, j\x92\xe9tais l\xe0.', 'latin1');
    expect(textsOf(parseTranscript(file, 'txt')).join(' ')).toBe('Je m’appelle Rémi Béart, j’étais là.');
  });
});
