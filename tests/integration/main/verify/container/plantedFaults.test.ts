import { strToU8, unzipSync, zipSync } from 'fflate';
import { appendFile, copyFile, mkdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureTiming } from '../../../../../main/export/picture/pictureTiming';
import { ExportedFolder } from '../../../../../main/verify/ExportedFile';
import { probeExport } from '../../../../../main/verify/container/probeExport';
import { unitTypes } from '../../../../../main/verify/container/unitTypes';
import { verifyExport } from '../../../../../main/verify/verifyExport';
import type { Vault } from '../../../../../main/vault/Vault';
import { TEXT_FORMATS } from '../../../../../shared/model/formats';
import { buildPlan } from '../../../../../shared/plan/RedactionPlan';
import {
  decoded,
  finderOf,
  likeness,
  makeProject,
  recordOf,
  runExport,
  textOf,
} from '../../../../support/exportWorld';
import { ffmpeg, floats, useTemporaryFolder } from '../../../../support/makeMedia';
import { INTERVIEWS, truthOf } from '../../../../support/speech';

const at = useTemporaryFolder();
const PHONE = '+77015550123';
const SEI = 6;
let vault: Vault;
let source: string;

beforeAll(async () => {
  source = at('interview.mkv');
  const speech = `${INTERVIEWS}/short-40s.flac`;
  await ffmpeg(
    ...['-f', 'lavfi', '-i', 'testsrc2=s=176x144:r=25:d=10', '-t', '10', '-i', speech],
    ...['-c:v', 'libx264', '-g', '50', '-c:a', 'flac', source],
  );
  const words = truthOf('short-40s')
    .filter(({ end }) => end < 10)
    .map((word) => (word.text === 'Can' ? { ...word, text: PHONE } : word));
  const marks = [
    { text: 'Aigul Bekova' },
    { text: 'Aktobe', type: 'place' as const },
    { text: PHONE, type: 'phone' as const },
  ];
  vault = await makeProject(at('interview.withheld'), source, { words, marks });
  await runExport(vault, { out: at('video'), formats: [...TEXT_FORMATS], media: 'video' });
  for (const audioFormat of ['m4a', 'mp3', 'opus', 'wav'] as const) {
    await runExport(vault, { out: at(audioFormat), formats: [], media: 'audio', audioFormat });
  }
});
afterAll(() => {
  vault.close();
});

const HONEST: Record<string, string> = {
  mp4: 'video/recording.mp4',
  m4a: 'm4a/recording.m4a',
  mp3: 'mp3/recording.mp3',
  opus: 'opus/recording.opus',
  wav: 'wav/recording.wav',
  ...Object.fromEntries(TEXT_FORMATS.map((format) => [format, `video/transcript.${format}`])),
};

/** Copies one honest file into a folder of its own. */
async function copyOf(kind: string): Promise<{ folder: string; file: string }> {
  const folder = at('examined');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const honest = HONEST[kind] ?? '';
  const file = join(folder, honest.replace(/.*\//u, ''));
  await copyFile(at(honest), file);
  return { folder, file };
}

/** Returns the names of the checks that fail for a folder, as if an export had written it just so. */
async function failing(folder: string): Promise<string[]> {
  const { spans } = buildPlan(vault.document);
  const record = await recordOf(folder, { spans, blur: 'noise' });
  const checks = await verifyExport(
    vault,
    new ExportedFolder(folder),
    { ...record, text: textOf(vault) },
    finderOf(vault),
  );
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

test.each(Object.keys(HONEST))('an honest %s passes', async (kind) => {
  const { folder } = await copyOf(kind);
  expect(await failing(folder)).toEqual([]);
});

type Change = (file: string) => Promise<void>;

/** Changes a text at the beginning of its first paragraph. */
const inText =
  (change: (text: string) => string): Change =>
  async (file) => {
    const before = await readFile(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error('the fault was not planted');
    await writeFile(file, after);
  };
const inDocx =
  (change: (parts: Record<string, Uint8Array>) => void): Change =>
  async (file) => {
    const parts = unzipSync(await readFile(file));
    change(parts);
    await writeFile(file, zipSync(parts));
  };
const documentXml = (change: (xml: string) => string): Change =>
  inDocx((parts) => {
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    parts['word/document.xml'] = strToU8(change(xml));
  });

const TEXT_FAULTS: [string, string, Change][] = [
  ['txt', 'a name', inText((text) => text.replace('recording', 'Aigul'))],
  ['txt', 'a name in capitals', inText((text) => text.replace('recording', 'BEKOVA'))],
  [
    'txt',
    'a name behind an apostrophe and a dash',
    inText((text) => text.replace('recording', 'pre-Bekova’s')),
  ],
  ['txt', 'a name with a soft hyphen', inText((text) => text.replace('recording', 'Beko\u00adva'))],
  ['txt', 'a name with an invisible joiner', inText((text) => text.replace('recording', 'Ai\u200dgul'))],
  ['txt', 'a name in wide letters', inText((text) => text.replace('recording', 'Ａｉｇｕｌ'))],
  ['txt', 'a place in the introduction', inText((text) => text.replace('\n', '\nRecorded in Aktobe.\n'))],
  ['txt', 'a phone number, grouped', inText((text) => text.replace('recording', '+7 (701) 555-01-23'))],
  [
    'txt',
    'a phone number without its country',
    inText((text) => text.replace('recording', '8 701 555 0123')),
  ],
  ['txt', 'a name in UTF-16', (file) => appendFile(file, Buffer.from('Bekova', 'utf16le'))],
  ['html', 'a name', inText((text) => text.replace('recording', 'Aigul'))],
  ['html', 'a name in the title', inText((text) => text.replace('<title>', '<title>Aigul '))],
  ['html', 'a name in a comment', inText((text) => text.replace('<main>', '<main><!-- Bekova -->'))],
  ['html', 'a name in an attribute', inText((text) => text.replace('<main>', '<main data-who="Bekova">'))],
  ['html', 'a name in character references', inText((text) => text.replace('recording', '&#66;ekov&#x61;'))],
  ['html', 'a name cut by markup', inText((text) => text.replace('recording', 'Bek<i>ov</i>a'))],
  ['html', 'a name struck through', inText((text) => text.replace('recording', '<s>Aigul</s>'))],
  ['docx', 'a name', documentXml((xml) => xml.replace('recording', 'Aigul'))],
  [
    'docx',
    'a name over two runs',
    documentXml((xml) =>
      xml.replace('</w:t></w:r></w:p>', ' Bek</w:t></w:r><w:r><w:t>ova</w:t></w:r></w:p>'),
    ),
  ],
  [
    'docx',
    'a name in a deletion',
    documentXml((xml) =>
      xml.replace('</w:p>', '<w:del w:author="x"><w:r><w:delText>Aigul</w:delText></w:r></w:del></w:p>'),
    ),
  ],
  [
    'docx',
    'a name as the author of a change',
    documentXml((xml) => xml.replace('<w:body>', '<w:body><w:ins w:author="Aigul"/>')),
  ],
  [
    'docx',
    'a name in its properties',
    inDocx((parts) => {
      parts['docProps/core.xml'] = strToU8(
        '<cp:coreProperties><dc:creator>Aigul</dc:creator></cp:coreProperties>',
      );
    }),
  ],
  [
    'docx',
    'a name in a comment',
    inDocx((parts) => {
      parts['word/comments.xml'] = strToU8('<w:comments><w:t>Bekova said</w:t></w:comments>');
    }),
  ],
  [
    'docx',
    'a part that says nothing today',
    inDocx((parts) => {
      parts['customXml/item1.xml'] = strToU8('<x/>');
    }),
  ],
  ['json', 'a name', inText((text) => text.replace('"recording"', '"Bekova"'))],
  ['json', 'a name in escapes', inText((text) => text.replace('"recording"', String.raw`"\u0042ekova"`))],
  ['json', 'a name in a key', inText((text) => text.replace('"title"', '"Aigul":1,"title"'))],
  ['srt', 'a name', inText((text) => text.replace('recording', 'Aigul'))],
  [
    'srt',
    'a phone number over two subtitles',
    inText((text) => text.replace(/\n\n2\n(.*)\n/u, ' +7 701\n\n2\n$1\n555 0123 ')),
  ],
  ['vtt', 'a name as the voice', inText((text) => text.replace(/(\d\n)(?=\S)/u, '$1<v Aigul>'))],
  ['vtt', 'a name in a note', inText((text) => text.replace('WEBVTT\n', 'WEBVTT\n\nNOTE Bekova\n'))],
];

const PROTECTED = /aigul|bekova|aktobe|7015550123/iu;

/** Returns what a reader gets out of a text by other means: markup and escapes resolved, letters and digits alone. */
async function legible(file: string): Promise<string> {
  const bytes = await readFile(file);
  const parts = file.endsWith('.docx') ? Object.values(unzipSync(bytes)) : [bytes];
  const texts = parts.flatMap((part) => [
    Buffer.from(part).toString('utf8'),
    Buffer.from(part).toString('utf16le'),
  ]);
  const resolved = texts.map((text) =>
    text
      .replace(/&#x([0-9a-f]+);|\\u([0-9a-f]{4})/giu, (_, a?: string, b?: string) =>
        String.fromCharCode(parseInt(a ?? b ?? '', 16)),
      )
      .replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)))
      .replace(/\d+\n[\d:,.]+ --> [\d:,.]+/gu, ''),
  );
  return [...resolved, ...resolved.map((text) => text.replace(/<[^>]*>/gu, ''))]
    .map((text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''))
    .join(' ');
}

describe('in a text', () => {
  test.each(TEXT_FAULTS)('%s: %s is caught, and would have been read', async (kind, name, plant) => {
    const { folder, file } = await copyOf(kind);
    expect(await legible(file)).not.toMatch(PROTECTED);
    await plant(file);
    if (name !== 'a part that says nothing today') expect(await legible(file)).toMatch(PROTECTED);
    expect(await failing(folder)).toContain('word for word');
  });
});

const has = (text: string | Buffer) => async (file: string) => (await readFile(file)).includes(text);

/** Rewrites a file with ffmpeg, without touching sound or picture unless told to. */
const remux =
  (...args: string[]): Change =>
  async (file) => {
    const before = file.replace('recording', 'before');
    await rename(file, before);
    await ffmpeg('-i', before, ...args, file);
    await rm(before);
  };
const COPY = ['-map', '0', '-c', 'copy', '-bitexact'];

async function insertBox(file: string, type: string, text: string): Promise<void> {
  const box = Buffer.alloc(8 + text.length);
  box.writeUInt32BE(box.length, 0);
  box.write(type + text, 4, 'latin1');
  await appendFile(file, box);
}

const chaptered = async (file: string) => {
  const list = at('chapters.txt');
  await writeFile(list, ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=5\ntitle=Call to Aigul\n');
  await remux('-i', list, '-map', '0', '-map_chapters', '1', '-c', 'copy', '-bitexact')(file);
};
const subtitled = async (file: string) => {
  const list = at('said.srt');
  await writeFile(list, '1\n00:00:01,000 --> 00:00:02,000\nAigul Bekova\n');
  await remux('-i', list, '-map', '0', '-map', '1', '-c', 'copy', '-c:s', 'mov_text', '-bitexact')(file);
};
const secondSound = async (file: string) =>
  remux('-i', source, '-map', '0', '-map', '1:a', '-c', 'copy', '-c:a:1', 'aac', '-bitexact')(file);
const coverArt = async (file: string) => {
  const cover = at('cover.png');
  await ffmpeg('-f', 'lavfi', '-i', 'testsrc2=s=64x64', '-frames:v', '1', cover);
  await remux(
    '-i',
    cover,
    '-map',
    '0',
    '-map',
    '1',
    '-c',
    'copy',
    '-disposition:v:1',
    'attached_pic',
    '-bitexact',
  )(file);
};
const hearsSource = async (file: string) =>
  (await probeExport(file)).streams.length > 2 &&
  likeness(await decoded(source), floats(await ffmpeg('-i', file, '-map', '0:a:1', '-f', 'f32le', '-'))) >
    0.9;
const saysWhen = async (file: string) => 'creation_time' in (await probeExport(file)).format.tags;
const PNG = Buffer.from('89504e470d0a', 'hex');

const sei =
  'filter_units=pass_types=1-5|7|8,h264_metadata=sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+';

/** The faults: what is planted where, the check that has to catch it, and the proof that something got out. */
const RECORDING_FAULTS: [string, string, string, Change, (file: string) => Promise<boolean>][] = [
  ['mp4', 'a title', 'streams and tags', remux(...COPY, '-metadata', 'title=Aigul'), has('Aigul')],
  ['mp4', 'a comment', 'no withheld word', remux(...COPY, '-metadata', 'comment=in Aktobe'), has('Aktobe')],
  [
    'mp4',
    'a place',
    'nothing but the recording in the file',
    remux(
      ...COPY,
      '-metadata',
      'com.apple.quicktime.location.ISO6709=+43.2389+076.8897/',
      '-movflags',
      'use_metadata_tags',
    ),
    has('43.2389'),
  ],
  [
    'mp4',
    'a date',
    'nothing but the recording in the file',
    remux('-map', '0', '-c', 'copy', '-metadata', 'creation_time=2024-03-14T18:25:43Z'),
    saysWhen,
  ],
  [
    'mp4',
    'a name of a track',
    'nothing but the recording in the file',
    remux(...COPY, '-metadata:s:a:0', 'handler_name=Aigul'),
    has('Aigul'),
  ],
  ['mp4', 'chapters', 'streams and tags', chaptered, has('Call to Aigul')],
  ['mp4', 'subtitles', 'streams and tags', subtitled, has('Aigul Bekova')],
  ['mp4', 'the sound as it was, as a second track', 'streams and tags', secondSound, hearsSource],
  ['mp4', 'cover art', 'streams and tags', coverArt, has(PNG)],
  [
    'mp4',
    'a note in the picture',
    'nothing but picture in the picture',
    remux(...COPY, '-bsf:v', `${sei}Bekova-and-others`),
    async (file) => (await unitTypes(file, 'h264')).includes(SEI),
  ],
  [
    'mp4',
    'frames behind an edit list',
    'streams and tags',
    async (file) => remux('-c', 'copy', '-bitexact')(file).then(() => seekInto(file)),
    async (file) => (await pictureTiming(file)).hidden > 10,
  ],
  [
    'mp4',
    'a box of its own',
    'nothing but the recording in the file',
    (file) => insertBox(file, 'uuid', 'Aigul'),
    has('Aigul'),
  ],
  [
    'mp4',
    'padding that says something',
    'nothing but the recording in the file',
    (file) => insertBox(file, 'free', 'Bek'),
    has('Bek'),
  ],
  [
    'mp4',
    'an older file behind the new one',
    'nothing but the recording in the file',
    (file) => insertBox(file, 'mdat', 'x'.repeat(5000)),
    has('x'.repeat(5000)),
  ],
  [
    'mp4',
    'a picture that is moved by 3 frames',
    'frames and their times',
    async (file) => shiftPicture(file),
    async (file) => (await pictureTiming(file)).first > 0.1,
  ],
  [
    'mp4',
    'sound that ends early',
    'length',
    remux(...COPY, '-t', '8'),
    async (file) => (await decoded(file)).length < 9 * 48_000,
  ],
  ['m4a', 'a title', 'streams and tags', remux(...COPY, '-metadata', 'title=Aigul'), has('Aigul')],
  ['m4a', 'the name of the program', 'streams and tags', remux('-map', '0', '-c', 'copy'), has('Lavf')],
  [
    'mp3',
    'an ID3 tag',
    'nothing but the recording in the file',
    remux(...COPY, '-metadata', 'artist=Aigul'),
    has('Aigul'),
  ],
  [
    'mp3',
    'an ID3 tag at the end',
    'nothing but the recording in the file',
    (file) => appendFile(file, `TAG${'Bekova'.padEnd(125, '\0')}`),
    has('Bekova'),
  ],
  [
    'wav',
    'a list of tags',
    'nothing but the recording in the file',
    remux(...COPY, '-metadata', 'title=Aigul'),
    has('Aigul'),
  ],
  [
    'wav',
    'words behind the sound',
    'nothing but the recording in the file',
    (file) => appendFile(file, 'Bek'),
    has('Bek'),
  ],
  [
    'opus',
    'a comment',
    'nothing but the recording in the file',
    remux(...COPY, '-metadata', 'artist=Aigul'),
    has('Aigul'),
  ],
  [
    'opus',
    'words behind the sound',
    'nothing but the recording in the file',
    (file) => appendFile(file, 'Bekova'),
    has('Bekova'),
  ],
  [
    'wav',
    'the end of an older, longer recording',
    'length',
    (file) => remux('-i', source, '-filter_complex', '[0:a][1:a]concat=n=2:v=0:a=1', '-bitexact')(file),
    async (file) => (await readFile(file)).length > 1_500_000,
  ],
  [
    'wav',
    'a recording that is cut short',
    'length',
    async (file) => truncate(file, 900_000),
    async (file) => (await readFile(file)).length === 900_000,
  ],
];

async function seekInto(file: string): Promise<void> {
  const before = file.replace('recording', 'before');
  await rename(file, before);
  await ffmpeg('-ss', '1', '-i', before, '-map', '0', '-c', 'copy', '-bitexact', file);
  await rm(before);
}

async function shiftPicture(file: string): Promise<void> {
  const before = file.replace('recording', 'before');
  await rename(file, before);
  await ffmpeg(
    '-itsoffset',
    '0.12',
    '-i',
    before,
    '-i',
    before,
    '-map',
    '0:v',
    '-map',
    '1:a',
    '-c',
    'copy',
    '-bitexact',
    file,
  );
  await rm(before);
}

describe('in a recording', () => {
  test.each(RECORDING_FAULTS)(
    '%s: %s is caught, and would have got out',
    async (kind, _name, check, plant, out) => {
      const { folder, file } = await copyOf(kind);
      expect(await out(file)).toBe(false);
      await plant(file);
      expect(await out(file)).toBe(true);
      expect(await failing(folder)).toContain(check);
    },
  );
});

describe('in the folder', () => {
  const FOLDER_FAULTS: [string, string, Change][] = [
    [
      'a name in a file name',
      'file names',
      async (file) => rename(file, file.replace('transcript', 'Aigul-Bekova')),
    ],
    ['a name in an extension', 'file names', async (file) => copyFile(file, `${file}.Aktobe.txt`)],
  ];
  test.each(FOLDER_FAULTS)('%s is caught', async (_name, check, plant) => {
    const { folder, file } = await copyOf('txt');
    await plant(file);
    expect(await failing(folder)).toContain(check);
  });

  const LATER_FAULTS: [string, string, Change][] = [
    ['another file', 'nothing else in the folder', (file) => copyFile(file, `${file}~`)],
    ['a missing file', 'nothing else in the folder', (file) => rm(file)],
    ['a changed file', 'unchanged', (file) => appendFile(file, ' ')],
  ];
  test.each(LATER_FAULTS)('%s is noticed', async (_name, check, plant) => {
    const { folder, file } = await copyOf('txt');
    const record = await recordOf(folder, { spans: [], blur: 'noise' });
    await plant(file);
    const checks = await verifyExport(
      vault,
      new ExportedFolder(folder),
      { ...record, text: textOf(vault) },
      finderOf(vault),
    );
    expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toContain(check);
  });

  test('no check quotes what is withheld', async () => {
    const { folder, file } = await copyOf('txt');
    await appendFile(file, 'Aigul Bekova, Aktobe');
    await copyFile(file, join(folder, 'Aigul.txt'));
    const record = await recordOf(folder, { spans: [], blur: 'noise' });
    const checks = await verifyExport(
      vault,
      new ExportedFolder(folder),
      { ...record, text: textOf(vault) },
      finderOf(vault),
    );
    expect(checks.map(({ name, detail }) => `${name} ${detail}`).join('\n')).not.toMatch(
      /aigul|bekova|aktobe/iu,
    );
  });
});
