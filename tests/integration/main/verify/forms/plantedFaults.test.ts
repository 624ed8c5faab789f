import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  appendFile,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '../../../../../main/export/report/writeReport';
import { ExportedFolder } from '../../../../../main/verify/ExportedFile';
import { verifyExport } from '../../../../../main/verify/verifyExport';
import type { Vault } from '../../../../../main/vault/Vault';
import { TEXT_FORMATS } from '../../../../../shared/model/formats';
import { buildPlan } from '../../../../../shared/plan/RedactionPlan';
import { finderOf, makeProject, recordOf, runExport, textOf } from '../../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../../support/makeMedia';
import { INTERVIEWS, truthOf } from '../../../../support/speech';

/** These tests plant names in a published folder. Each is planted in a copy of one honest export. */

const at = useTemporaryFolder();
let vault: Vault;

beforeAll(async () => {
  const source = at('interview.flac');
  await ffmpeg('-i', `${INTERVIEWS}/short-40s.flac`, '-t', '10', source);
  const words = truthOf('short-40s').filter(({ end }) => end < 10);
  const marks = [{ text: 'Aigul Bekova' }, { text: 'Aktobe', type: 'place' as const }];
  vault = await makeProject(at('interview.withheld'), source, { words, marks });
  for (const audioFormat of ['m4a', 'mp3', 'opus', 'wav'] as const) {
    const formats = audioFormat === 'm4a' ? [...TEXT_FORMATS] : [];
    await runExport(vault, { out: at(audioFormat), formats, media: 'audio', audioFormat });
  }
});
afterAll(() => {
  vault.close();
});

/** Copies an honest export, or some files of it. */
async function copyOf(
  kind: string,
  wanted = /./u,
): Promise<{ folder: string; path: (name: string) => string }> {
  const folder = at('examined');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const name of (await readdir(at(kind))).filter((one) => wanted.test(one)))
    await copyFile(join(at(kind), name), join(folder, name));
  return { folder, path: (name) => join(folder, name) };
}

/** Returns the checks that fail for a folder, as if an export had written it just so, or against an earlier record. */
async function failing(folder: string, recorded?: Awaited<ReturnType<typeof recordOf>>): Promise<string[]> {
  const record =
    recorded ?? (await recordOf(folder, { spans: buildPlan(vault.document).spans, blur: 'noise' }));
  const checks = await verifyExport(
    vault,
    new ExportedFolder(folder),
    { ...record, text: textOf(vault) },
    finderOf(vault),
  );
  expect(JSON.stringify(checks)).not.toMatch(/aigul|bekova|aktobe|бекова/iu);
  return checks.filter(({ ok }) => !ok).map(({ name, file }) => `${name}: ${file ?? ''}`);
}

/**
 * Returns what somebody who searches a file gets out of it, by means that share nothing with verification: all of it as
 * text, in every encoding, with zipped parts unpacked, and references and codes resolved.
 */
async function looked(path: string): Promise<string> {
  const bytes = await readFile(path);
  const parts = path.endsWith('.docx') ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)) : [];
  const texts = [
    bytes.toString('utf8'),
    bytes.toString('utf16le'),
    bytes.subarray(1).toString('utf16le'),
    ...parts,
  ];
  const plain = texts.flatMap((text) => [
    text,
    text.replace(/<[^>]*>/gu, ''),
    text.replace(/&#x?([0-9a-f]+);/giu, (whole, code: string) =>
      String.fromCodePoint(whole.includes('x') ? parseInt(code, 16) : Number(code)),
    ),
    text.replace(/%([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    text.replace(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    ...(text.match(/[A-Za-z0-9+/]{8,}=*/gu) ?? []).map((run) =>
      Buffer.from(run, 'base64').toString('latin1'),
    ),
    ...(text.match(/(?:[0-9a-f]{2}){5,}/giu) ?? []).map((run) => Buffer.from(run, 'hex').toString('latin1')),
  ]);
  return plain
    .join('\n')
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u00ad\u2060]/gu, '');
}

type Plant = (file: string) => Promise<void>;

const inText =
  (change: (text: string) => string): Plant =>
  async (file) => {
    const before = await readFile(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error('the fault was not planted');
    await writeFile(file, after);
  };
const instead = (word: string): Plant => inText((text) => text.replace('recording', word));
const part =
  (name: string, xml: string): Plant =>
  async (file) => {
    const parts = unzipSync(await readFile(file));
    parts[name] = strToU8(xml);
    await writeFile(file, zipSync(parts));
  };
const xml =
  (change: (text: string) => string, name = 'word/document.xml'): Plant =>
  async (file) => {
    const parts = unzipSync(await readFile(file));
    const before = strFromU8(parts[name] ?? new Uint8Array());
    if (change(before) === before) throw new Error('the fault was not planted');
    await part(name, change(before))(file);
  };

/** A name in another spelling, and what a reader recognises it by. */
const SPELLINGS: [string, string, RegExp][] = [
  ['in Cyrillic', 'Бекова', /Бекова/u],
  ['in Cyrillic with its first name', 'Айгуль Бекова', /Айгуль Бекова/u],
  ['in a case of Cyrillic', 'Бековой', /Бековой/u],
  ['in another romanisation', 'Aygul', /Aygul/u],
  ['with dashes between the letters', 'B-e-k-o-v-a', /B\W?e\W?k\W?o\W?v\W?a/u],
  ['with spaces between the letters', 'B e k o v a', /B\W?e\W?k\W?o\W?v\W?a/u],
  ['with stops between the letters', 'B.e.k.o.v.a.', /B\W?e\W?k\W?o\W?v\W?a/u],
  ['in syllables', 'Be-ko-va', /Be\W?ko\W?va/u],
  ['with a Cyrillic letter', 'Bekov\u0430', /Bekov\u0430/u],
  ['with digits for letters', 'B3k0va', /B3k0va/u],
  ['as it sounds', 'Begova', /Begova/u],
  ['as a recogniser mishears it', 'Bekowa', /Bekowa/u],
  ['a place as it sounds', 'Aktobeh', /Aktobe/u],
  ['a place in Cyrillic', 'Актобе', /Актобе/u],
  ['as it is, where a mention was missed', 'Aigul', /Aigul/u],
  ['with another ending', 'Bekovas', /Bekovas/u],
  ['in Base64', 'QWlndWwgQmVrb3Zh', /Aigul Bekova/u],
  ['in Base64 of UTF-16', 'QgBlAGsAbwB2AGEA', /B\0e\0k\0o\0v\0a/u],
  ['in hexadecimal', '42656b6f7661', /Bekova/u],
  ['with percent signs', '%42%65ko%76a', /Bekova/u],
  ['in an address of the web', 'https://example.org/aigul-bekova/', /aigul-bekova/u],
  ['as a tag', '#AigulBekova', /AigulBekova/u],
  ['with signs for letters and an ending', 'B€k0vas', /B€k0vas/u],
  ['with percent signs in Cyrillic', '%D0%91%D0%B5%D0%BA%D0%BE%D0%B2%D0%B0', /%D0%91%D0%B5/u],
  ['with a tag of a page within', 'Bek<b>ova</b>', /Bekova/u],
  ['as a host in Punycode', 'xn--80abdlzy.kz', /xn--80abdlzy/u],
  ['from behind', 'avokeB', /avokeB/u],
  ['typed on another keyboard', ',trjdf', /,trjdf/u],
  ['with masked letters', 'Bek*va', /Bek\*va/u],
  ['broken over two lines', 'Beko-\n\nva', /Beko-\s*va/u],
  ['with a sign of Braille that nobody sees', 'Be\u2800kova', /Be\u2800kova/u],
];

describe('a name in a transcript', () => {
  test.each(SPELLINGS)('%s is caught, and would have been read', async (_name, word, reads) => {
    const { folder, path } = await copyOf('m4a', /\.txt$/u);
    expect(await looked(path('transcript.txt'))).not.toMatch(reads);
    await instead(word)(path('transcript.txt'));
    expect(await looked(path('transcript.txt'))).toMatch(reads);
    expect(await failing(folder)).toContain('word for word: transcript.txt');
  });
});

const NAMED = /aigul|bekova|aktobe/iu;
/** Places in a file that nobody looks at. */
const PLACES: [string, string, Plant][] = [
  ['html', 'an attribute for scripts', inText((t) => t.replace('<main>', '<main data-person="Aigul">'))],
  [
    'html',
    'a description for search engines',
    inText((t) => t.replace('<title>', '<meta name="author" content="Bekova"><title>')),
  ],
  ['html', 'a comment behind the page', (file) => appendFile(file, '<!-- Aktobe -->')],
  ['html', 'a hidden element', inText((t) => t.replace('</main>', '<p hidden>Aigul</p></main>'))],
  [
    'html',
    'a rule of style',
    inText((t) => t.replace('</main>', '<style>p::after{content:"Bekova"}</style></main>')),
  ],
  ['html', 'a script', inText((t) => t.replace('</main>', '<script>var who="Bekova"</script></main>'))],
  ['html', 'a picture’s text', inText((t) => t.replace('</main>', '<img alt="Aigul in Aktobe"></main>'))],
  ['docx', 'core properties', part('docProps/core.xml', '<x><dc:creator>Aigul Bekova</dc:creator></x>')],
  ['docx', 'company properties', part('docProps/app.xml', '<x><Manager>Bekova</Manager></x>')],
  ['docx', 'a comment', part('word/comments.xml', '<w:comments><w:t>ask Aigul</w:t></w:comments>')],
  ['docx', 'custom XML', part('customXml/item1.xml', '<x who="Bekova"/>')],
  ['docx', 'a footnote', part('word/footnotes.xml', '<w:t>Aktobe</w:t>')],
  [
    'docx',
    'hidden text',
    xml((t) => t.replace('</w:p>', '<w:r><w:rPr><w:vanish/></w:rPr><w:t>Bekova</w:t></w:r></w:p>')),
  ],
  [
    'docx',
    'a tracked change',
    xml((t) =>
      t.replace(
        '</w:p>',
        '<w:del w:id="1" w:author="a"><w:r><w:delText>Aigul</w:delText></w:r></w:del></w:p>',
      ),
    ),
  ],
  [
    'docx',
    'the author of a change',
    xml((t) => t.replace('</w:p>', '<w:ins w:id="1" w:author="Bekova"/></w:p>')),
  ],
  [
    'docx',
    'its settings',
    xml((t) => t.replace(/<w:settings[^>]*>/u, '$&<w:attachedTemplate r:id="Aigul"/>'), 'word/settings.xml'),
  ],
  [
    'docx',
    'a style’s name',
    xml(
      (t) => t.replace('</w:styles>', '<w:style><w:name w:val="Bekova"/></w:style></w:styles>'),
      'word/styles.xml',
    ),
  ],
  ['json', 'a key more', inText((t) => t.replace('{', '{"speaker_real_name":"Aigul",'))],
  [
    'json',
    'an escape',
    inText((t) => t.replace('{', String.raw`{"x":"\u0042\u0065\u006b\u006f\u0076\u0061",`)),
  ],
  ['vtt', 'a note', inText((t) => t.replace('WEBVTT\n', 'WEBVTT\n\nNOTE by Bekova\n'))],
  ['vtt', 'a style', inText((t) => t.replace('WEBVTT\n', 'WEBVTT\n\nSTYLE\n::cue(v[voice="Aigul"]) {}\n'))],
  ['vtt', 'its header', inText((t) => t.replace('WEBVTT\n', 'WEBVTT - Aktobe\n'))],
  ['srt', 'a tag of colour', inText((t) => t.replace(/(\d\n)(?=\S)/u, '$1<font face="Bekova">'))],
  ['srt', 'a subtitle before the first', inText((t) => `0\n00:00:00,000 --> 00:00:00,001\nAigul\n\n${t}`)],
  ['txt', 'UTF-16 behind the text', (file) => appendFile(file, Buffer.from('Bekova', 'utf16le'))],
];

describe('a name in a hidden place of', () => {
  test.each(PLACES)('%s: %s is caught, and would have been found', async (kind, _name, plant) => {
    const { folder, path } = await copyOf('m4a', new RegExp(`^transcript\\.${kind}$`, 'u'));
    const file = `transcript.${kind}`;
    expect(await looked(path(file))).not.toMatch(NAMED);
    await plant(path(file));
    expect((await looked(path(file))).replaceAll('\0', '')).toMatch(NAMED);
    expect(await failing(folder)).toContain(`word for word: ${file}`);
  });
});

/** Rewrites a file with ffmpeg, without touching the sound. */
const remux =
  (...args: string[]): Plant =>
  async (file) => {
    const before = file.replace('recording', 'before');
    await rename(file, before);
    await ffmpeg('-i', before, '-map', '0', '-c', 'copy', '-bitexact', ...args, file);
    await rm(before);
  };
const riff =
  (type: string, text: string): Plant =>
  async (file) => {
    const chunk = Buffer.alloc(8 + text.length + (text.length % 2));
    chunk.write(type, 0, 'latin1');
    chunk.writeUInt32LE(text.length, 4);
    chunk.write(text, 8, 'latin1');
    const bytes = Buffer.concat([await readFile(file), chunk]);
    bytes.writeUInt32LE(bytes.length - 8, 4);
    await writeFile(file, bytes);
  };
const box =
  (type: string, text: string): Plant =>
  async (file) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(8 + text.length);
    await appendFile(file, Buffer.concat([size, Buffer.from(type + text, 'latin1')]));
  };
const front =
  (bytes: Buffer): Plant =>
  async (file) =>
    writeFile(file, Buffer.concat([bytes, await readFile(file)]));

function id3v2(frame: string, text: string): Buffer {
  const body = Buffer.concat([
    Buffer.from(frame),
    Buffer.from([0, 0, 0, text.length + 1, 0, 0, 3]),
    Buffer.from(text),
  ]);
  return Buffer.concat([Buffer.from('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, body.length]), body]);
}

function apeTag(text: string): Buffer {
  const item = Buffer.concat([
    Buffer.from([text.length, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from(`Artist\0${text}`),
  ]);
  const footer = Buffer.alloc(32);
  footer.write('APETAGEX');
  footer.writeUInt32LE(2000, 8);
  footer.writeUInt32LE(item.length + 32, 12);
  footer.writeUInt32LE(1, 16);
  return Buffer.concat([item, footer]);
}

const NOTHING_ELSE = 'nothing but the recording in the file';
const RECORDINGS: [string, string, Plant][] = [
  ['m4a', 'an artist', remux('-metadata', 'artist=Aigul Bekova')],
  ['m4a', 'the name of its track', remux('-metadata:s:a:0', 'handler_name=Bekova')],
  ['m4a', 'a box of user data', box('udta', 'Aigul')],
  ['m4a', 'a box of free space', box('free', 'Bekova')],
  ['m4a', 'a box of its own kind', box('uuid', '0123456789abcdefAktobe')],
  ['m4a', 'bytes behind its end', (file) => appendFile(file, 'Aigul')],
  ['mp3', 'an ID3v2 tag', front(id3v2('TPE1', 'Aigul Bekova'))],
  ['mp3', 'an ID3v2 comment', front(id3v2('TXXX', 'said in Aktobe'))],
  ['mp3', 'an ID3v1 tag', (file) => appendFile(file, `TAG${'Bekova'.padEnd(125, '\0')}`)],
  ['mp3', 'an APE tag', async (file) => appendFile(file, apeTag('Aigul'))],
  ['opus', 'a comment', remux('-metadata', 'description=Aktobe')],
  ['opus', 'bytes behind its end', (file) => appendFile(file, 'Bekova')],
  ['wav', 'a LIST chunk', remux('-metadata', 'artist=Bekova')],
  ['wav', 'a broadcast chunk', riff('bext', 'Interview with Aigul'.padEnd(602, '\0'))],
  ['wav', 'an iXML chunk', riff('iXML', '<BWFXML><NOTE>Aktobe</NOTE></BWFXML>')],
  ['wav', 'an ID3 chunk', riff('id3 ', 'Bekova')],
  ['wav', 'a chunk in UTF-16', riff('junk', 'B\0e\0k\0o\0v\0a\0')],
];

describe('a name in a recording as', () => {
  test.each(RECORDINGS)('%s: %s is caught, and would have been found', async (kind, _name, plant) => {
    const { folder, path } = await copyOf(kind, /^recording/u);
    const file = `recording.${kind}`;
    const found = async () => NAMED.test((await readFile(path(file), 'latin1')).replaceAll('\0', ''));
    expect(await found()).toBe(false);
    await plant(path(file));
    expect(await found()).toBe(true);
    expect(await failing(folder)).toContain(`${NOTHING_ELSE}: ${file}`);
  });
});

const TEXTS = /^(transcript|report)/u;

/** Things that get into a folder beside an export. */
const BESIDE: [string, string, (path: (name: string) => string) => Promise<unknown>][] = [
  ['an extra file', 'nothing else in the folder: ', (path) => writeFile(path('notes.txt'), 'Aigul')],
  ['a hidden file', 'nothing else in the folder: ', (path) => writeFile(path('.notes'), 'Aigul')],
  ['a desktop’s notes', 'nothing else in the folder: ', (path) => writeFile(path('.DS_Store'), 'Aigul')],
  ['a thumbnail', 'nothing else in the folder: ', (path) => writeFile(path('Thumbs.db'), 'Aigul')],
  [
    'an editor’s backup',
    'nothing else in the folder: ',
    (path) => writeFile(path('transcript.txt~'), 'Aigul'),
  ],
  ['a folder', 'nothing else in the folder: ', async (path) => mkdir(path('Aigul'))],
  [
    'a link to the project',
    'nothing else in the folder: ',
    (path) => symlink(at('interview.withheld'), path('Aigul.lnk')),
  ],
  ['a name in a file’s name', 'file names: ', (path) => writeFile(path('Aigul Bekova.m4a'), '')],
  ['a name in Cyrillic in a file’s name', 'file names: ', (path) => writeFile(path('Бекова.txt'), '')],
  [
    'a transcript that was changed',
    'unchanged: transcript.txt',
    (path) => appendFile(path('transcript.txt'), 'Aigul'),
  ],
  [
    'a report that was changed',
    'unchanged: report.html',
    (path) => appendFile(path('report.html'), '<p>Aigul'),
  ],
  [
    'a report that is gone',
    'nothing else in the folder: ',
    (path) => rename(path('report.json'), path('Aigul.json')),
  ],
];

describe('later, in the folder,', () => {
  test.each(BESIDE)('%s is noticed, and says something', async (_name, check, plant) => {
    const { folder, path } = await copyOf('m4a', TEXTS);
    const record = await recordOf(folder, { spans: buildPlan(vault.document).spans, blur: 'noise' });
    const says = async () => {
      const names = await readdir(folder, { withFileTypes: true });
      const texts = await Promise.all(
        names.filter((one) => one.isFile()).map(({ name }) => looked(path(name))),
      );
      return /aigul|bekova|бекова/iu.test([...names.map(({ name }) => name), ...texts].join('\n'));
    };
    expect(await says()).toBe(false);
    await plant(path);
    expect(await says()).toBe(true);
    expect(await failing(folder, record)).toContain(check);
  });

  test('a link in place of a file is noticed', async () => {
    const { folder, path } = await copyOf('m4a', TEXTS);
    const record = await recordOf(folder, { spans: buildPlan(vault.document).spans, blur: 'noise' });
    await rename(path('transcript.txt'), at('elsewhere.txt'));
    await symlink(at('elsewhere.txt'), path('transcript.txt'));
    expect(await failing(folder, record)).toContain('nothing else in the folder: ');
  });
});

describe('the report', () => {
  test.each([
    ['report.html', '</body>', '<p>Checked for Aigul</p></body>'],
    ['report.html', '<title>', '<title>Bekova: '],
    ['report.json', '"limits"', '"project":"Aktobe","limits"'],
  ])('%s is searched like every text', async (file, before, after) => {
    const { folder, path } = await copyOf('m4a', TEXTS);
    await inText((text) => text.replace(before, after))(path(file));
    expect(await looked(path(file))).toMatch(NAMED);
    expect(await failing(folder)).toContain(`no withheld word: ${file}`);
  });

  test('tells every file’s hash, every check and what was not done, and nothing that is withheld', async () => {
    const { path } = await copyOf('m4a', TEXTS);
    const [html, json] = await Promise.all([
      readFile(path('report.html'), 'utf8'),
      readFile(path('report.json'), 'utf8'),
    ]);
    const report = JSON.parse(json) as Parameters<typeof renderReport>[0];
    expect(renderReport(report)['report.html']).toBe(html);
    const record = await recordOf(at('m4a'), { spans: [], blur: 'noise' });
    for (const { name, sha256 } of record.files.filter((one) => !one.name.startsWith('report.'))) {
      expect(report.files).toContainEqual(expect.objectContaining({ name, sha256 }));
      expect(html).toContain(sha256);
    }
    expect(report.settings).toMatchObject({
      blur: 'noise',
      masked: buildPlan(vault.document).spans.length,
      picture: null,
    });
    expect(report.checks.find(({ question }) => question === 'heard again')?.answer).toBe('not done');
    expect(report.checks.filter(({ answer }) => answer === 'failed')).toEqual([]);
    expect(html).not.toMatch(/<script|https?:|src=|href=/u);
    const said = `${html}${json}`;
    expect(said).not.toMatch(/aigul|bekova|aktobe|interview\.|\d{4}-\d\d-\d\d|\/tmp/iu);
  });
});
