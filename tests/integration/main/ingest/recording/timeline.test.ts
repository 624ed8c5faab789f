import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeSound, type DecodeOptions } from '../../../../../main/media/decodeSound';
import { importMedia } from '../../../../../main/ingest/recording/importMedia';
import { placeOnTimeline } from '../../../../../main/media/placeOnTimeline';
import { Vault } from '../../../../../main/vault/Vault';
import type { Media } from '../../../../../shared/model/media';
import {
  ffmpeg,
  floats,
  makeMedia,
  readAll,
  useTemporaryFolder,
  type MediaRecipe,
} from '../../../../support/makeMedia';

const at = useTemporaryFolder();
let vault: Vault | null = null;
afterEach(async () => {
  vault?.close();
  await rm(at('p.withheld'), { force: true });
});

async function seal(file: string, track?: number | 'mix'): Promise<{ vault: Vault; media: Media }> {
  vault = await Vault.createWith(at('p.withheld'), 'secret', async (made) => {
    await importMedia(made, file, { track });
  });
  const { media } = vault.document;
  if (!media) throw new Error('nothing was imported');
  return { vault, media };
}

async function decode(from: Vault, options: DecodeOptions = {}): Promise<Float32Array> {
  const { stream, done } = decodeSound(from, options);
  const samples = floats(await readAll(stream));
  await done;
  return samples;
}

/**
 * Returns what ffmpeg itself makes of the original. It maps the picture too, as an import does: ffmpeg begins the
 * timeline of a transport stream at the earliest stream that is mapped.
 */
async function reference(
  file: string,
  { track = 0, filter = placeOnTimeline() } = {},
): Promise<Float32Array> {
  const hasPicture = !/\.(m4a|mp3|wav|wma|flac|ogg|aac)$/.test(file) && !file.endsWith('amr.3gp');
  return floats(
    await ffmpeg(
      ...['-i', file, ...(hasPicture ? ['-map', '0:V:0', '-c', 'copy', '-f', 'null', '-'] : [])],
      ...['-map', `0:a:${track}`, '-af', filter, '-c:a', 'pcm_f32le', '-f', 'f32le', '-'],
    ),
  );
}

/** Returns the greatest difference between samples of two recordings. The longer end of one counts as it is. */
function distance(a: Float32Array, b: Float32Array): number {
  let most = 0;
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    most = Math.max(most, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return most;
}

const H264 = ['libx264', '-preset', 'ultrafast', '-bf', '2'];
const aac = { codec: ['aac'] };
const stereo = { layout: 'stereo' };

/**
 * Seconds by which ours may be shorter. Containers whose clock ticks in milliseconds round the end. For Opus in MP4,
 * ffmpeg also gives the padding, which the container says is not part of the recording.
 */
const ROUNDED = 0.001;
const PADDING: Record<string, number> = { 'opus late.mp4': 0.02 };

const FORMATS: [string, MediaRecipe][] = [
  ['aac.mp4', { picture: H264, sounds: [{ ...stereo, ...aac }] }],
  ['aac.mov', { picture: H264, sounds: [{ ...aac, rate: 44100 }] }],
  ['pcm24.mov', { picture: ['prores_ks'], sounds: [{ ...stereo, codec: ['pcm_s24le'] }] }],
  ['ac3 5.1.mts', { picture: H264, sounds: [{ layout: '5.1', codec: ['ac3'] }] }],
  [
    'lpcm.m2ts',
    { picture: H264, sounds: [{ ...stereo, codec: ['pcm_bluray'] }], options: ['-mpegts_m2ts_mode', '1'] },
  ],
  ['mp2.mpg', { picture: ['mpeg2video'], sounds: [{ ...stereo, codec: ['mp2'] }] }],
  ['mp3.avi', { picture: ['mpeg4'], sounds: [{ rate: 44100, codec: ['libmp3lame'] }] }],
  ['pcm.avi', { picture: ['mjpeg'], sounds: [{ codec: ['pcm_s16le'] }] }],
  ['aac.mkv', { picture: H264, sounds: [{ rate: 44100, ...aac }] }],
  ['flac 5.1.mkv', { picture: H264, sounds: [{ layout: '5.1', codec: ['flac'] }] }],
  ['vorbis.webm', { picture: ['libvpx'], sounds: [{ rate: 44100, codec: ['libvorbis'] }] }],
  ['aac 8 kHz.3gp', { picture: ['h263'], sounds: [{ rate: 8000, ...aac }] }],
  ['aac.m4a', { sounds: [{ rate: 44100, ...stereo, ...aac }] }],
  ['alac.m4a', { sounds: [{ rate: 44100, ...stereo, codec: ['alac'] }] }],
  ['lame.mp3', { sounds: [{ rate: 44100, ...stereo, codec: ['libmp3lame'] }] }],
  ['16 kHz.mp3', { sounds: [{ rate: 16000, codec: ['libmp3lame'] }], options: ['-write_xing', '0'] }],
  ['8 kHz.wav', { sounds: [{ rate: 8000 }] }],
  ['96 kHz 5.1 24 bit.wav', { sounds: [{ rate: 96000, layout: '5.1', codec: ['pcm_s24le'] }] }],
  ['quad.wav', { sounds: [{ layout: 'quad' }] }],
  ['7.1(wide).wav', { sounds: [{ layout: '7.1(wide)', codec: ['pcm_s24le'] }] }],
  ['float.wav', { sounds: [{ ...stereo, codec: ['pcm_f32le'] }] }],
  ['adpcm.wav', { sounds: [{ ...stereo, codec: ['adpcm_ms'] }] }],
  ['96 kHz.flac', { sounds: [{ rate: 96000, ...stereo, codec: ['flac'] }] }],
  ['vorbis.ogg', { sounds: [{ rate: 44100, ...stereo, codec: ['libvorbis'] }] }],
  ['opus.ogg', { sounds: [{ ...stereo, codec: ['libopus'] }] }],
  ['adts.aac', { sounds: [{ rate: 44100, ...aac }] }],
  ['sound late.mp4', { picture: H264, sounds: [{ ...aac, late: 0.5003 }] }],
  ['sound late.mkv', { picture: H264, sounds: [{ ...aac, late: 0.5 }] }],
  ['sound late.mts', { picture: H264, sounds: [{ codec: ['ac3'], late: 0.5 }] }],
  ['opus late.mp4', { picture: H264, sounds: [{ codec: ['libopus'], late: 0.5 }] }],
];

describe('sealed sound, decoded, is what ffmpeg makes of the original, sample for sample', () => {
  const compare = async (file: string, tolerance = 0) => {
    const { vault: sealed, media } = await seal(file);
    const [ours, theirs] = [await decode(sealed), await reference(file)];
    const { channels = 0, sampleRate = 0 } = media.tracks[0] ?? {};
    expect(ours.length).toBe(Math.round(media.duration * sampleRate) * channels);
    const missing = (theirs.length - ours.length) / channels / sampleRate;
    expect(missing).toBeLessThan(PADDING[basename(file)] ?? ROUNDED);
    expect(theirs.some((sample) => Math.abs(sample) > 0.1)).toBe(true);
    expect(distance(ours, theirs.subarray(0, ours.length))).toBeLessThanOrEqual(tolerance);
  };

  it.each(FORMATS)('%s', async (name, recipe) => {
    await compare(await makeMedia(at(name), recipe));
  });

  it('AMR in 3gp', async () => {
    // No AMR encoder is at hand, but any bits are a frame of AMR at 12.2 kbit/s.
    const frames = Array.from({ length: 100 }, () => Buffer.concat([Buffer.from([0x3c]), randomBytes(31)]));
    writeFileSync(at('bits.amr'), Buffer.concat([Buffer.from('#!AMR\n'), ...frames]));
    await ffmpeg('-i', at('bits.amr'), '-c', 'copy', at('amr.3gp'));
    await compare(at('amr.3gp'));
  });

  it('WMA, kept to 24 bits', async () => {
    await compare(await makeMedia(at('a.wma'), { sounds: [{ codec: ['wmav2'] }] }), 2 ** -22);
  });

  it.each(['mp4', 'mov', 'mkv', 'mts'])(
    'packets missing: one, and a quarter of a second, in %s',
    async (ending) => {
      const whole = await makeMedia(at(`whole.${ending}`), { picture: H264, sounds: [aac] });
      const file = at(`gaps.${ending}`);
      await ffmpeg(
        '-i',
        whole,
        '-c',
        'copy',
        '-bsf:a',
        String.raw`noise=drop=eq(n\,20)+gt(n\,40)*lt(n\,52)`,
        file,
      );
      await compare(file);
    },
  );

  it('a beginning that was cut away in the middle of a group of pictures', async () => {
    const whole = await makeMedia(at('whole.mp4'), { seconds: 3, picture: H264, sounds: [aac] });
    await ffmpeg('-ss', '1.03', '-i', whole, '-c', 'copy', at('cut.mp4'));
    await compare(at('cut.mp4'));
  });

  it('pieces joined by an edit list', async () => {
    await compare(await makePieces(), 2 ** -22);
    expect(vault?.document.media?.duration).toBeLessThan(2.5);
  });

  it.each(['opus.webm', 'opus.mkv'])('%s, to within its clock of a millisecond', async (name) => {
    // ffmpeg's decoder rounds the 6.5 ms that Opus needs to get going, and ours does not.
    const file = await makeMedia(at(name), { picture: ['libvpx'], sounds: [{ codec: ['libopus'] }] });
    const { vault: sealed } = await seal(file);
    const [ours, theirs] = [await decode(sealed), await reference(file)];
    const shifts = Array.from({ length: 97 }, (_, i) => i - 48);
    const equal = shifts.filter(
      (shift) => distance(ours.subarray(1000 + shift, 60000 + shift), theirs.subarray(1000, 60000)) === 0,
    );
    expect(equal).toHaveLength(1);
  });
});

/** Makes a recording of three seconds whose edit list leaves out 0.6 s in the middle. */
async function makePieces(): Promise<string> {
  const codec = ['libx265', '-x265-params', 'log-level=none'];
  const whole = await makeMedia(at('whole.mp4'), { seconds: 3, picture: codec, sounds: [aac] });
  writeFileSync(at('pieces.mp4'), cutOut(readFileSync(whole), 1, 1.6));
  return at('pieces.mp4');
}

/** Gives every track of an MP4 an edit list that leaves out the time between two moments (seconds). */
function cutOut(mp4: Buffer, from: number, to: number): Buffer {
  // ffmpeg writes moov last, so its boxes may grow without moving anything else.
  const grow = (bytes: Buffer, start: number, end: number): Buffer => {
    const parts: Buffer[] = [];
    for (let position = start; position < end;) {
      const size = bytes.readUInt32BE(position);
      const name = bytes.toString('latin1', position + 4, position + 8);
      parts.push(rebuild(name, bytes.subarray(position, position + size)));
      position += size;
    }
    return Buffer.concat(parts);
  };
  const rebuild = (name: string, box: Buffer): Buffer => {
    if (name === 'elst') return box_(name, editList(box));
    if (!['moov', 'trak', 'edts'].includes(name)) return box;
    timeScale = name === 'trak' ? box.readUInt32BE(box.indexOf('mdhd') + 16) : timeScale;
    return box_(name, grow(box, 8, box.length));
  };
  const box_ = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, content]);
  };
  const editList = (box: Buffer): Buffer => {
    const duration = box.readUInt32BE(16);
    const mediaTime = box.readUInt32BE(20);
    const entry = (length: number, start: number) => {
      const bytes = Buffer.alloc(12);
      [Math.round(length), Math.round(start), 0x10000].forEach((value, i) =>
        bytes.writeUInt32BE(value, 4 * i),
      );
      return bytes;
    };
    const content = Buffer.concat([
      Buffer.alloc(8),
      entry(from * 1000, mediaTime),
      entry(duration - to * 1000, mediaTime + to * timeScale),
    ]);
    content.writeUInt32BE(2, 4);
    return content;
  };
  let timeScale = 0;
  return grow(mp4, 0, mp4.length);
}

describe('places on the timeline', () => {
  /** Makes clicks at the given moments (seconds), with silence elsewhere. */
  const clicks = (moments: number[], rate: number, seconds: number) => [
    ...['-f', 'lavfi', '-i'],
    `aevalsrc='${moments.map((moment) => `eq(n\\,${moment * rate})`).join('+')}':s=${rate}:d=${seconds}`,
  ];
  const places = (samples: Float32Array) =>
    [...samples].flatMap((sample, i) => (Math.abs(sample) > 0.3 ? [i] : []));

  it.each([
    ['a WAV at 8 kHz', 'c.wav', 8000, []],
    ['a FLAC at 96 kHz', 'c.flac', 96000, []],
    ['a MOV whose sound begins 0.25 s after its picture', 'c.mov', 48000, ['0.25']],
  ])('clicks are where they were in %s', async (_, name, rate, late) => {
    const [offset = '0'] = late;
    const picture =
      late.length > 0 ? ['-f', 'lavfi', '-i', 'testsrc2=s=64x64:r=25:d=2', '-c:v', 'mjpeg'] : [];
    const codec = name.endsWith('flac') ? 'flac' : 'pcm_s16le';
    const sound = clicks([0.1, 0.75, 1.2], rate, 1.5);
    await ffmpeg('-itsoffset', offset, ...sound, ...picture, '-c:a', codec, at(name));
    const { vault: sealed, media } = await seal(at(name));
    const expected = [0.1, 0.75, 1.2].map((moment) => Math.round((moment + Number(offset)) * rate));
    expect(places(await decode(sealed))).toEqual(expected);
    expect(media.duration).toBeCloseTo(late.length > 0 ? 2 : 1.5, 6);
  });

  it('a part is the same as that part of the whole', async () => {
    const file = await makeMedia(at('part.mp4'), {
      seconds: 3,
      picture: H264,
      sounds: [{ ...stereo, ...aac }],
    });
    const { vault: sealed, media } = await seal(file);
    const whole = await decode(sealed);
    for (const [from, to] of [
      [0, 0.5],
      [0.7003, 2.9],
      [1.5, 99],
      [2, 2],
      [50, 60],
    ] as const) {
      const end = Math.round(Math.min(to, media.duration) * 48000);
      const first = Math.round(from * 48000);
      const part = await decode(sealed, { from, to });
      expect(part.length).toBe(2 * Math.max(0, end - first));
      expect(distance(part, whole.subarray(2 * first, 2 * Math.max(first, end)))).toBe(0);
    }
  });

  it('another rate, and one channel, keep the length', async () => {
    const file = await makeMedia(at('rate.mov'), {
      picture: H264,
      sounds: [{ ...stereo, codec: ['pcm_s16le'], late: 0.3 }],
    });
    const { vault: sealed, media } = await seal(file);
    const { stream, sampleRate, channels, layout, done } = decodeSound(sealed, {
      sampleRate: 16000,
      mono: true,
    });
    const samples = floats(await readAll(stream));
    await done;
    expect([sampleRate, channels, layout]).toEqual([16000, 1, 'mono']);
    expect(samples.length).toBe(Math.round(media.duration * 16000));
    const firstSound = samples.findIndex((sample) => Math.abs(sample) > 0.05);
    expect(Math.abs(firstSound / 16000 - 0.3)).toBeLessThan(0.001);
  });
});

describe('tracks', () => {
  const recipe: MediaRecipe = {
    picture: H264,
    sounds: [
      { rate: 44100, layout: 'stereo', codec: ['aac'] },
      { rate: 48000, codec: ['aac'], late: 0.4 },
    ],
  };

  it('the default one is taken, or the one that was asked for', async () => {
    const file = await makeMedia(at('two.mkv'), {
      ...recipe,
      options: ['-disposition:a:0', '0', '-disposition:a:1', 'default'],
    });
    const { vault: sealed, media } = await seal(file);
    expect(media.track).toBe(1);
    expect(distance(await decode(sealed), await reference(file, { track: 1 }))).toBe(0);
    sealed.close();
    await rm(at('p.withheld'));
    const { vault: other, media: otherMedia } = await seal(file, 0);
    expect(otherMedia.tracks.map(({ sampleRate }) => sampleRate)).toEqual([44100, 48000]);
    const theirs = await reference(file, { track: 0 });
    const ours = await decode(other);
    expect(distance(ours, theirs.subarray(0, ours.length))).toBe(0);
  });

  it('mixed, each has its share and none is clipped', async () => {
    const file = await makeMedia(at('mix.mov'), {
      picture: H264,
      sounds: [
        { layout: 'stereo', codec: ['pcm_s16le'] },
        { codec: ['pcm_s16le'] },
        { codec: ['pcm_s16le'], late: 0.4 },
      ],
    });
    const { vault: sealed, media } = await seal(file, 'mix');
    expect(media.track).toBe('mix');
    const ours = await decode(sealed);
    const stereoTrack = await reference(file, { track: 0 });
    const widened = `${placeOnTimeline()},aformat=channel_layouts=stereo`;
    const [second, third] = await Promise.all(
      [1, 2].map((track) => reference(file, { track, filter: widened })),
    );
    const sum = Float32Array.from(
      ours,
      (_, i) => ((stereoTrack[i] ?? 0) + (second?.[i] ?? 0) + (third?.[i] ?? 0)) / 3,
    );
    expect(distance(ours, sum)).toBeLessThan(1e-6);
  });
});

describe('the sealed picture', () => {
  /** Returns the time (seconds, from the container's start) and the checksum of every frame that is shown. */
  const frames = async (...input: string[]) => {
    const list = await ffmpeg(
      ...input,
      '-vsync',
      'passthrough',
      '-enc_time_base',
      '-1',
      '-f',
      'framecrc',
      '-',
    );
    const text = list.toString();
    const [, over = 0, under = 1] = (/^#tb 0: (\d+)\/(\d+)/m.exec(text) ?? []).map(Number);
    return text
      .split('\n')
      .filter((line) => line.startsWith('0,'))
      .map((line) => line.split(',').map((field) => field.trim()))
      .map(([, , pts, , , crc]) => ({ time: (Number(pts) * over) / under, crc }));
  };
  const original = (file: string) =>
    frames('-i', file, '-map', '0:a', '-c', 'copy', '-f', 'null', '-', '-map', '0:V:0');

  it.each<[string, MediaRecipe, number]>([
    ['h264.mp4', { picture: H264, sounds: [aac] }, 0],
    ['later than the sound.mkv', { picture: H264, sounds: [{ codec: ['aac'] }] }, 0],
    ['h264.mts', { picture: H264, sounds: [{ codec: ['ac3'] }] }, 0],
    ['hevc.mov', { picture: ['libx265', '-x265-params', 'log-level=none'], sounds: [aac] }, 0],
    ['vp9.webm', { picture: ['libvpx-vp9'], sounds: [{ codec: ['libopus'] }] }, 0],
    ['mpeg4.avi', { picture: ['mpeg4'], sounds: [{ codec: ['libmp3lame'] }] }, 0],
    ['mpeg2.mpg', { picture: ['mpeg2video', '-bf', '2'], sounds: [{ codec: ['mp2'] }] }, 10],
    ['mjpeg.avi', { picture: ['mjpeg'], sounds: [{}] }, 10],
    ['vp8.webm', { picture: ['libvpx'], sounds: [{ codec: ['libvorbis'] }] }, 10],
  ])('has every frame at its time: %s', async (name, recipe, offset) => {
    const file = await makeMedia(at(name), recipe);
    const { vault: sealed, media } = await seal(file);
    writeFileSync(at('picture'), await readAll(sealed.readMedia('picture')));
    const theirs = await original(file);
    const ours = await frames('-copyts', '-i', at('picture'));
    expect(ours.map(({ crc }) => crc)).toEqual(theirs.map(({ crc }) => crc));
    ours.forEach(({ time }, i) => expect(time - offset).toBeCloseTo(theirs[i]?.time ?? NaN, 4));
    expect(media.picture).toMatchObject({ width: 176, height: 144, frames: theirs.length, rotation: 0 });
    expect(media.picture?.start).toBeCloseTo(theirs[0]?.time ?? NaN, 4);
    expect(media.picture?.frameRate).toBeCloseTo(25, 1);
  });

  it('is encoded anew where an edit list joins pieces, so that what was left out is not there', async () => {
    const file = await makePieces();
    const { vault: sealed, media } = await seal(file);
    writeFileSync(at('picture'), await readAll(sealed.readMedia('picture')));
    const theirs = await original(file);
    const ours = await frames('-copyts', '-i', at('picture'));
    const everything = await frames('-ignore_editlist', '1', '-i', at('picture'));
    expect(theirs.length).toBeLessThan(63);
    expect([ours.length, everything.length]).toEqual([theirs.length, theirs.length]);
    ours.forEach(({ time }, i) => expect(time).toBeCloseTo(theirs[i]?.time ?? NaN, 3));
    expect(media.picture).toMatchObject({ codec: 'h264', frames: theirs.length });
    expect(media.picture?.start).toBeCloseTo(0, 3);
  });

  it.each([
    ['90', /^(90|270)$/],
    ['180', /^180$/],
    ['270', /^(90|270)$/],
  ])('says how it was held, as ffmpeg turns it: %s', async (tag, possible) => {
    const upright = await makeMedia(at('upright.mp4'), { picture: H264, sounds: [aac] });
    const turned = at('turned.mp4');
    await ffmpeg('-i', upright, '-c', 'copy', '-metadata:s:v', `rotate=${tag}`, turned);
    const rotation = String((await seal(turned)).media.picture?.rotation);
    expect(rotation).toMatch(possible);
    const turn = { 90: 'transpose=clock', 180: 'hflip,vflip', 270: 'transpose=cclock' }[rotation] ?? '';
    expect(await frames('-noautorotate', '-i', turned, '-vf', turn)).toEqual(await frames('-i', turned));
  });

  it('says when frames must not be shown', async () => {
    const whole = await makeMedia(at('long.mp4'), { seconds: 3, picture: H264, sounds: [aac] });
    await ffmpeg('-ss', '1.03', '-i', whole, '-c', 'copy', at('hidden.mp4'));
    const { media } = await seal(at('hidden.mp4'));
    const shown = await original(at('hidden.mp4'));
    expect(media.picture?.frames).toBe(shown.length);
    expect(media.picture?.start).toBeLessThan(-0.9);
  });
});
