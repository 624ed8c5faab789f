import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { exportAudio } from '../../../../../main/export/sound/exportAudio';
import { exportVideo } from '../../../../../main/export/picture/exportVideo';
import { maskRanges } from '../../../../../shared/mask/maskRanges';
import { SpanSignal } from '../../../../../shared/mask/SpanSignal';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkContainer } from '../../../../../main/verify/container/checkContainer';
import { checkSound } from '../../../../../main/verify/sound/checkSound';
import { checkStreams } from '../../../../../main/verify/container/checkStreams';
import { probeExport } from '../../../../../main/verify/container/probeExport';
import { AUDIO_FORMATS, BLURS, type AudioFormat, type Blur } from '../../../../../shared/model/formats';
import type { Span } from '../../../../../shared/model/entity';
import { decoded, makeProject, mediaOf, pictureOf } from '../../../../support/exportWorld';
import { ffmpeg, makeMedia, useTemporaryFolder, type SoundRecipe } from '../../../../support/makeMedia';
import { INTERVIEWS } from '../../../../support/speech';

const at = useTemporaryFolder();
const SPEECH = `${INTERVIEWS}/short-40s.flac`;

/** Seconds that reach beyond the fades. */
const REACH = 0.01;

async function exported(source: string, format: AudioFormat, spans: Span[], blur: Blur): Promise<string> {
  const vault = await makeProject(`${source}.${format}.${blur}.withheld`, source);
  const path = `${source}.${blur}.out.${format}`;
  try {
    await exportAudio(vault, format, mediaOf(vault).sound, { path, spans, blur });
  } finally {
    vault.close();
  }
  return path;
}

test('inside 44 spans, wherever they start, there is no sample of the recording', async () => {
  const rate = 48_000;
  const source = await makeMedia(at('white.wav'), { seconds: 62, sounds: [{ rate, codec: ['pcm_s16le'] }] });
  // The starts wander over the length of a packet and lie between samples.
  const spans = Array.from({ length: 44 }, (_, i) => {
    const from = 0.5 + i * 1.37 + i * 0.000_487_3;
    return { from, to: from + 0.12 + i * 0.001 };
  });
  const before = await decoded(source);
  const after = await decoded(await exported(source, 'wav', spans, 'noise'));
  expect(after.length).toBe(before.length);

  const ranges = maskRanges(spans, rate);
  const half = 0.51 / 0x8000;
  for (const range of ranges) {
    const mask = new Float32Array(range.end - range.first);
    new SpanSignal('noise', rate, range).fill(mask);
    for (let i = range.first; i < range.end; i++) {
      if (Math.abs((after[i] ?? 1) - (mask[i - range.first] ?? 0)) > half)
        throw new Error(`sample ${i} is not the mask`);
    }
  }
  const reach = REACH * rate;
  for (const [i, x] of before.entries()) {
    const near = ranges.some(({ first, end }) => i >= first - reach && i < end + reach);
    if (!near && after[i] !== x) throw new Error(`sample ${i} has changed`);
  }
});

describe('two recordings that differ only inside the spans', () => {
  const rate = 44_100;
  const spans = [
    { from: 0, to: 0.31 },
    { from: 1.0003, to: 1.9 },
    { from: 1.92, to: 2.4 },
    { from: 4.7, to: 60 },
  ];

  async function twoRecordings(): Promise<[string, string]> {
    const speech = await ffmpeg('-i', SPEECH, '-t', '5.2', '-ac', '2', '-ar', `${rate}`, '-f', 's16le', '-');
    const ranges = maskRanges(spans, rate);
    const paths: [string, string] = [at('one.mkv'), at('other.mkv')];
    for (const [i, path] of paths.entries()) {
      const pcm = Buffer.from(speech);
      if (i === 1) {
        for (const { first, end } of ranges) {
          for (let k = first * 4; k < Math.min(end * 4, pcm.length); k++) pcm[k] = (k * 7919) % 251;
        }
      }
      await writeFile(`${path}.pcm`, pcm);
      await ffmpeg(
        ...['-f', 'lavfi', '-i', 'testsrc2=s=176x144:r=25:d=5', '-f', 's16le', '-ar', `${rate}`, '-ac', '2'],
        ...['-i', `${path}.pcm`, '-c:v', 'libx264', '-c:a', 'pcm_s16le', path],
      );
    }
    return paths;
  }

  test('give the same bytes, in every format', async () => {
    const sources = await twoRecordings();
    const [one, other] = await Promise.all(sources.map((path) => makeProject(`${path}.withheld`, path)));
    if (!one || !other) throw new Error('two projects are needed');
    const cases: [string, Blur][] = [
      ...AUDIO_FORMATS.map((format): [string, Blur] => [format, 'noise']),
      ...BLURS.map((blur): [string, Blur] => ['mp4', blur]),
    ];
    for (const [format, blur] of cases) {
      const bytes = [];
      for (const vault of [one, other]) {
        const path = at(`same.${format}`);
        const target = { path, spans, blur };
        if (format === 'mp4') await exportVideo(vault, pictureOf(vault), mediaOf(vault).sound, target);
        else await exportAudio(vault, format as AudioFormat, mediaOf(vault).sound, target);
        bytes.push(await readFile(path));
      }
      expect(bytes[0]?.length, format).toBeGreaterThan(10_000);
      expect(bytes[1]?.equals(bytes[0] ?? Buffer.alloc(0)), `${format} ${blur}`).toBe(true);
    }
    const unmasked = [];
    for (const vault of [one, other]) {
      await exportAudio(vault, 'wav', mediaOf(vault).sound, {
        path: at('open.wav'),
        spans: [],
        blur: 'noise',
      });
      unmasked.push(await readFile(at('open.wav')));
      vault.close();
    }
    expect(unmasked[0]?.equals(unmasked[1] ?? Buffer.alloc(0))).toBe(false);
  });
});

interface Kept {
  sound: SoundRecipe;
  /** ffprobe's codec, rate and channels for each format. */
  expected: Record<AudioFormat, [string, number, number]>;
}

const KEPT: Kept[] = [
  {
    sound: { rate: 8000, layout: 'mono', codec: ['pcm_s16le'] },
    expected: {
      wav: ['pcm_s16le', 8000, 1],
      m4a: ['aac', 16_000, 1],
      mp3: ['mp3', 8000, 1],
      opus: ['opus', 48_000, 1],
    },
  },
  {
    sound: { rate: 44_100, layout: 'stereo', codec: ['pcm_s24le'] },
    expected: {
      wav: ['pcm_s24le', 44_100, 2],
      m4a: ['aac', 44_100, 2],
      mp3: ['mp3', 44_100, 2],
      opus: ['opus', 48_000, 2],
    },
  },
  {
    sound: { rate: 96_000, layout: '5.1', codec: ['pcm_f32le'] },
    expected: {
      wav: ['pcm_f32le', 96_000, 6],
      m4a: ['aac', 96_000, 6],
      mp3: ['mp3', 48_000, 2],
      opus: ['opus', 48_000, 6],
    },
  },
  {
    sound: { rate: 48_000, layout: '5.1(side)', codec: ['flac'] },
    expected: {
      wav: ['pcm_s24le', 48_000, 6],
      m4a: ['aac', 48_000, 6],
      mp3: ['mp3', 48_000, 2],
      opus: ['opus', 48_000, 6],
    },
  },
  {
    sound: { rate: 22_050, layout: 'mono', codec: ['libmp3lame'] },
    expected: {
      wav: ['pcm_s16le', 22_050, 1],
      m4a: ['aac', 22_050, 1],
      mp3: ['mp3', 22_050, 1],
      opus: ['opus', 48_000, 1],
    },
  },
];

describe.each(KEPT)('sound of $sound.rate Hz, $sound.layout', ({ sound, expected }) => {
  test('keeps what each format can hold, and passes every check', async () => {
    const name = `${sound.rate}-${sound.layout?.replace(/\W/gu, '')}`;
    const source = await makeMedia(at(`${name}.mkv`), { seconds: 2.5, sounds: [sound] });
    const vault = await makeProject(at(`${name}.withheld`), source);
    const spans = [
      { from: 0.4, to: 0.95 },
      { from: 1.3, to: 1.81 },
    ];
    for (const format of AUDIO_FORMATS) {
      const path = at(`${name}.${format}`);
      const blur = format === 'mp3' ? 'tone' : 'noise';
      await exportAudio(vault, format, mediaOf(vault).sound, { path, spans, blur });
      const [stream] = (await probeExport(path)).streams;
      expect([stream?.codec_name, stream?.sample_rate, stream?.channels], format).toEqual(expected[format]);
      const checks = [
        await checkStreams(new ExportedFile(path, name), format),
        await checkContainer(new ExportedFile(path, name), format),
        ...(await checkSound(vault, { file: new ExportedFile(path, name), format, blur, spans })),
      ];
      expect(
        checks.filter(({ ok }) => !ok),
        format,
      ).toEqual([]);
    }
    vault.close();
  });
});

// With too few bits, or with ffmpeg's default coder, AAC's first packets are not the mask.
test.each([
  { rate: 8000, layout: '5.1' },
  { rate: 11_025, layout: 'mono' },
  { rate: 22_050, layout: 'mono' },
])('AAC carries a mask from its first packet on: $rate Hz, $layout', async ({ rate, layout }) => {
  const name = `first-${rate}`;
  const sounds = [{ rate, layout, codec: ['pcm_s16le'] }];
  const source = await makeMedia(at(`${name}.mkv`), { seconds: 2, sounds });
  const vault = await makeProject(at(`${name}.withheld`), source);
  const spans = [{ from: 0, to: 0.97 }];
  for (const blur of BLURS) {
    const path = at(`${name}-${blur}.m4a`);
    await exportAudio(vault, 'm4a', mediaOf(vault).sound, { path, spans, blur });
    const checks = await checkSound(vault, {
      file: new ExportedFile(path, name),
      format: 'm4a',
      blur,
      spans,
    });
    expect(
      checks.filter(({ ok }) => !ok),
      blur,
    ).toEqual([]);
  }
  vault.close();
});

// Opus removes the offset, which rings into the silence behind an edge.
test.each([
  { what: 'a tone on it', sound: '0.15+0.05*sin(2*PI*220*t)', rate: 48_000 },
  { what: 'hiss on it', sound: '0.3+0.02*(random(0)-0.5)', rate: 16_000 },
  { what: 'nothing on it', sound: '-0.4', rate: 22_050 },
])('Opus carries silence in a recording with an offset and $what', async ({ sound, rate }) => {
  const name = `offset-${rate}`;
  const source = at(`${name}.flac`);
  await ffmpeg('-f', 'lavfi', '-i', `aevalsrc=${sound}:d=4:s=${rate}`, source);
  const vault = await makeProject(at(`${name}.withheld`), source);
  const spans = [
    { from: 0, to: 0.6 },
    { from: 1.1, to: 1.42 },
    { from: 2, to: 3.2 },
  ];
  const failing = async (masked: Span[]) => {
    const path = at(`${name}-${masked.length}.opus`);
    await exportAudio(vault, 'opus', mediaOf(vault).sound, { path, spans: masked, blur: 'silence' });
    const file = new ExportedFile(path, name);
    const checks = await checkSound(vault, { file, format: 'opus', blur: 'silence', spans });
    return checks.filter(({ ok }) => !ok);
  };
  expect(await failing(spans)).toEqual([]);
  // With nothing on the offset, a span sounds the same without its mask.
  if (sound !== '-0.4') expect(await failing(spans.slice(0, 2))).not.toEqual([]);
  vault.close();
});
