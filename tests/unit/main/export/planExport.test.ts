import { describe, expect, test } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import type { ExportOptions } from '../../../../main/export/planExport';
import { planExport } from '../../../../main/export/planExport';
import type { Mark } from '../../../../shared/model/mark';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import type { Media } from '../../../../shared/model/media';
import { makeMarks } from '../../../../shared/edits/makeMarks';

const COMMON = new Set('i met in a town of the and then he said interview with about'.split(' '));
const TEXT = 'I met Timur Sadykov in Arkalyk. Then he said Sadykov.';

const sound: Media = {
  duration: 20,
  picture: null,
  tracks: [{ codec: 'flac', sampleRate: 48_000, channels: 1, layout: 'mono', bitDepth: 16, float: false }],
  track: 0,
};
const video: Media = {
  ...sound,
  picture: { codec: 'h264', width: 160, height: 90, rotation: 0, start: 0, frameRate: 25, frames: 500 },
};

function project(media: Media | null, marks: Mark[], timed = true): ProjectDocument {
  const words = TEXT.split(' ').map((text, i) => ({
    id: `w${i}`,
    text,
    start: timed ? i : null,
    end: timed ? i + 0.8 : null,
  }));
  const document = { ...emptyDocument(), media, words, nextId: 100 };
  const { command } = makeMarks(document, marks);
  return command ? applyCommand(document, command).document : document;
}

const plan = (document: ProjectDocument, options: Partial<ExportOptions> = {}) =>
  planExport(
    document,
    { out: 'anywhere', ...options },
    { ...nameKnowledge, isCommonWord: (word) => COMMON.has(word) },
  );
const refused = (document: ProjectDocument, options: Partial<ExportOptions> = {}) => {
  try {
    plan(document, options);
  } catch (error) {
    expect((error as Error).message).not.toMatch(/timur|sadykov|arkalyk/iu);
    return (error as { code: string }).code;
  }
  return null;
};

const ALL: Mark[] = [{ text: 'Timur Sadykov' }, { text: 'Sadykov' }, { text: 'Arkalyk' }];

describe('by default', () => {
  test('TXT and DOCX, video where there is a picture, sound where there is none, nothing without either', () => {
    expect(plan(project(video, ALL))).toMatchObject({
      formats: ['txt', 'docx'],
      recording: { kind: 'video' },
      blur: 'noise',
    });
    expect(plan(project(sound, ALL)).recording).toMatchObject({ kind: 'audio', format: 'm4a' });
    expect(plan(project(null, ALL)).recording).toBeNull();
    expect(plan(project(video, ALL), { audioFormat: 'opus' }).recording).toMatchObject({
      kind: 'audio',
      format: 'opus',
    });
  });

  test('the title says nothing', () => {
    expect(plan(project(null, ALL)).info.title).toBe('Interview');
  });

  test('a recording without a transcript is exported alone', () => {
    const untold = { ...project(sound, [{ from: 1, to: 2 }]), words: [] };
    expect(plan(untold)).toMatchObject({
      formats: [],
      recording: { kind: 'audio' },
      spans: [{ from: 1, to: 2 }],
    });
  });
});

describe('is refused because it would leak:', () => {
  test('a part of a withheld name that still stands in the text', () => {
    expect(refused(project(null, [{ text: 'Timur Sadykov' }]))).toBe('EXPORT_WOULD_LEAK');
    expect(refused(project(null, [{ text: 'Timur Sadykov' }, { text: 'Sadykov' }]))).toBeNull();
  });

  test('a withheld name in the title or the introduction', () => {
    expect(refused(project(null, ALL), { title: 'About Timur' })).toBe('EXPORT_WOULD_LEAK');
    expect(refused(project(null, ALL), { title: 'About “ARKALYK”', formats: ['txt'] })).toBe(
      'EXPORT_WOULD_LEAK',
    );
    expect(refused(project(null, ALL), { intro: 'Said in\nArkalyk, in spring.' })).toBe('EXPORT_WOULD_LEAK');
  });

  test('a withheld name as the name of the folder', () => {
    expect(refused(project(null, ALL), { out: '/anywhere/sadykov-2020' })).toBe('EXPORT_WOULD_LEAK');
    expect(refused(project(null, ALL), { out: '/anywhere/Садыков/' })).toBe('EXPORT_WOULD_LEAK');
    expect(refused(project(null, ALL), { out: '/sadykov/for-all' })).toBeNull();
  });

  test('a withheld word whose place in the recording is not known', () => {
    const untimed = { ...project(sound, ALL, false), media: sound };
    expect(refused(untimed)).toBe('EXPORT_WOULD_LEAK');
    expect(refused(untimed, { media: 'none' })).toBeNull();
  });

  test('a recording of which only a part is transcribed', () => {
    const settings = { model: { name: 'demo', sha256: '0'.repeat(64) }, language: 'en', beam: 1, prompt: '' };
    const windows = [
      { from: 0, to: 10 },
      { from: 10, to: 20 },
    ];
    const half = { ...project(sound, ALL), transcription: { settings, windows, finished: 1 } };
    expect(refused(half)).toBe('EXPORT_WOULD_LEAK');
    expect(refused(half, { media: 'none' })).toBeNull();
    expect(refused({ ...half, transcription: { settings, windows, finished: 2 } })).toBeNull();
  });

  test('and the message says where, not what', () => {
    expect(() => plan(project(null, [{ text: 'Timur' }, { text: 'Timur Sadykov' }]))).toThrow(/at 0:09/u);
  });
});

describe('is refused because it cannot be made:', () => {
  test.each([
    ['a recording where there is none', null, true, { media: 'audio' }, 'MEDIA_MISSING'],
    ['video of sound alone', sound, true, { media: 'video' }, 'EXPORT_UNSUPPORTED'],
    ['subtitles without times', null, false, { formats: ['srt'] }, 'TRANSCRIPT_NO_TIMES'],
    ['web subtitles without times', null, false, { formats: ['txt', 'vtt'] }, 'TRANSCRIPT_NO_TIMES'],
    ['time codes without times', null, false, { timeCodes: 'paragraph' }, 'TRANSCRIPT_NO_TIMES'],
    ['nothing', sound, true, { formats: [], media: 'none' }, 'USAGE'],
    ['disguised voices without a recording', null, true, { disguise: true }, 'USAGE'],
    ['a kind of mask without a recording', null, true, { blur: 'tone' }, 'USAGE'],
    ['a sound format for text alone', sound, true, { media: 'none', audioFormat: 'mp3' }, 'USAGE'],
    ['time codes in subtitles alone', null, true, { formats: ['srt'], timeCodes: 'paragraph' }, 'USAGE'],
  ] as [string, Media | null, boolean, Partial<ExportOptions>, string][])(
    '%s',
    (_name, media, timed, options, code) => {
      expect(refused(project(media, ALL, timed), options)).toBe(code);
    },
  );

  test('a transcript where there is none', () => {
    expect(refused({ ...emptyDocument(), media: sound }, { formats: ['txt'] })).toBe('TRANSCRIPT_MISSING');
  });
});

describe('a heading', () => {
  const headed = (text: string) => {
    const document = project(null, ALL);
    return { ...document, chapters: [{ id: 'h1', wordId: 'w0', text }] };
  };

  test.each([
    ['a withheld name', 'About Timur Sadykov'],
    ['a part of one', 'With Sadykov'],
    ['another script', 'О Садыкове'],
    ['letters set apart', 'S A D Y K O V'],
    ['initials', 'TS'],
  ])('with %s refuses the export, names its chapter and says nothing of it', (_, text) => {
    expect(refused(headed(text))).toBe('EXPORT_WOULD_LEAK');
    try {
      plan(headed(text));
    } catch (error) {
      const { message, places } = error as { message: string; places: unknown[] };
      expect(message).toMatch(/heading of a chapter/u);
      expect(places).toMatchObject([{ kind: 'heading', chapter: 1, of: 'h1', time: 0, wordIds: ['w0'] }]);
      expect(JSON.stringify(places)).not.toMatch(/sadykov|садык/iu);
    }
  });

  test('is published as it is where it says nothing withheld', () => {
    expect(plan(headed('In the town')).paragraphs[0]?.headings).toEqual(['In the town']);
  });

  test('is no part of a recording that is exported alone', () => {
    const document = { ...headed('About Sadykov'), media: sound };
    expect(refused(document, { formats: [], media: 'audio' })).toBeNull();
  });
});
