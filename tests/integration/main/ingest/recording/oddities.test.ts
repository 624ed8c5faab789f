import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeSound } from '../../../../../main/media/decodeSound';
import { importMedia } from '../../../../../main/ingest/recording/importMedia';
import type { ImportOptions } from '../../../../../main/ingest/recording/ImportOptions';
import { framesOf } from '../../../../../main/media/mixes/framesOf';
import { Vault } from '../../../../../main/vault/Vault';
import type { Media } from '../../../../../shared/model/media';
import { ffmpeg, useTemporaryFolder } from '../../../../support/makeMedia';
import { INTERVIEWS } from '../../../../support/speech';

const at = useTemporaryFolder();
const VOICE = join(INTERVIEWS, 'short-40s.flac');
let projects = 0;

async function imported(
  files: string | string[],
  options: ImportOptions = {},
): Promise<{ vault: Vault; media: Media; notes: string[] }> {
  const vault = await Vault.create(at(`${projects++}.withheld`), 'a passphrase for tests');
  const notes = await importMedia(vault, files, options);
  const { media } = vault.document;
  if (!media) throw new Error('nothing was imported');
  return { vault, media, notes };
}

const code = (files: string | string[], options: ImportOptions = {}) =>
  imported(files, options).then(
    () => null,
    (error: unknown) => (error as { code?: string }).code,
  );

/** Returns the level (dB) of each tenth of a second of each channel, for all that is decoded. */
async function levels(vault: Vault): Promise<number[][]> {
  const { stream, channels, sampleRate } = decodeSound(vault);
  const block = Math.round(sampleRate / 10);
  const sums: number[][] = Array.from({ length: channels }, () => []);
  let frame = 0;
  for await (const samples of framesOf(stream, channels)) {
    for (let i = 0; i < samples.length; i += channels, frame++) {
      for (const [channel, list] of sums.entries()) {
        const tenth = Math.floor(frame / block);
        list[tenth] = (list[tenth] ?? 0) + (samples[i + channel] ?? 0) ** 2 / block;
      }
    }
  }
  return sums.map((list) => list.map((power) => 10 * Math.log10(power + 1e-12)));
}

const sine = (frequency: number, seconds: number, rate: number) => [
  ...['-f', 'lavfi', '-i', `sine=f=${frequency}:r=${rate}:d=${seconds}`],
];
const bytes = (...files: string[]) => Buffer.concat(files.map((file) => readFileSync(file)));
const write = (name: string, content: Buffer): string => {
  writeFileSync(at(name), content);
  return at(name);
};

describe('a track that cannot be decoded', () => {
  it('is left out and named, and one beside it is used', async () => {
    await ffmpeg(
      ...[...sine(440, 2, 48000), ...sine(880, 2, 48000), ...sine(990, 2, 48000)],
      ...['-map', '0', '-map', '1', '-map', '2', '-c:a', 'aac', '-c:a:1', 'pcm_s16le', at('three.mov')],
    );
    const file = readFileSync(at('three.mov'));
    // Behind a table's name come its version, the number of entries, the size of the first, and its format.
    const entry = file.indexOf('stsd', file.indexOf('stsd') + 4) + 16;
    file.write('zzzz', entry, 'latin1');
    const { media, notes } = await imported(write('unknown.mov', file));
    expect(media.tracks).toHaveLength(2);
    expect(notes.join()).toMatch(/track 2 was left out/u);
    // People count the tracks that the container holds.
    expect((await imported(at('unknown.mov'), { track: 2 })).media.track).toBe(1);
    expect(await code(at('unknown.mov'), { track: 1 })).toBe('MEDIA_UNREADABLE');
  });
});

describe('rate and channels that change on the way', () => {
  /** Makes 3 s of mono at 44.1 kHz, and then 3 s of stereo at 48 kHz with sound only on the right. */
  async function parts(ending: string, codec: string[]): Promise<[string, string]> {
    await ffmpeg(...sine(440, 3, 44100), ...codec, at(`one.${ending}`));
    await ffmpeg(...sine(660, 3, 48000), '-af', 'pan=stereo|c1=c0', ...codec, at(`two.${ending}`));
    return [at(`one.${ending}`), at(`two.${ending}`)];
  }

  it.each([
    ['mp3', ['-c:a', 'libmp3lame', '-write_xing', '0', '-id3v2_version', '0']],
    ['aac', ['-c:a', 'aac']],
    ['ac3', ['-c:a', 'ac3']],
  ])('are decoded to the end, on the timeline, from %s', async (ending, codec) => {
    const { vault, media } = await imported(
      write(`joined.${ending}`, bytes(...(await parts(ending, codec)))),
    );
    expect(media.tracks[0]).toMatchObject({ sampleRate: 48000, channels: 2 });
    expect(Math.abs(media.duration - 6)).toBeLessThan(0.2);
    const [left = [], right = []] = await levels(vault);
    for (const tenth of [5, 15, 25]) expect(left[tenth]).toBeGreaterThan(-40);
    for (const tenth of [35, 45, 55]) {
      expect(left[tenth]).toBeLessThan(-60);
      expect(right[tenth]).toBeGreaterThan(-40);
    }
  });
});

describe('several mono tracks', () => {
  const hiss = 'anoisesrc=r=48000:d=8:a=0.1:seed=1';
  const hum = 'sine=f=50:r=48000:d=8';
  const silence = 'anullsrc=r=48000:cl=mono';

  async function tracks(name: string, ...sounds: string[]): Promise<string> {
    const inputs = sounds.flatMap((sound) =>
      sound === 'voice' ? ['-i', VOICE] : ['-f', 'lavfi', '-i', sound],
    );
    await ffmpeg(
      ...inputs,
      ...sounds.flatMap((_, i) => ['-map', String(i)]),
      ...['-t', '8', '-ac', '1', '-ar', '48000', '-c:a', 'aac', '-disposition:a:0', 'default', at(name)],
    );
    return at(name);
  }

  it('are heard, and the one with the speech is taken; the others are named', async () => {
    const { media, notes } = await imported(await tracks('four.mov', silence, hum, 'voice', silence));
    expect(media.track).toBe(2);
    expect(notes.join()).toMatch(/Track 3 .*Tracks 1, 2 and 4/u);
    expect((await imported(await tracks('hiss.mov', hiss, 'voice'))).media.track).toBe(1);
  });

  it('leave the main one where it has speech', async () => {
    const { media, notes } = await imported(await tracks('main.mov', 'voice', hiss));
    expect(media.track).toBe(0);
    expect(notes.join()).toMatch(/Track 2 has hardly any speech/u);
  });

  it('are worked on as a person asks, who is told of louder speech', async () => {
    const { media, notes } = await imported(at('hiss.mov'), { track: 0 });
    expect(media.track).toBe(0);
    expect(notes.join()).toMatch(/Track 2 has louder speech/u);
    expect((await imported(at('hiss.mov'), { track: 'mix' })).media.track).toBe('mix');
  });
});

describe('the pieces of one recording', () => {
  const picture = (seconds: number) => ['-f', 'lavfi', '-i', `testsrc2=s=96x64:r=10:d=${seconds}`];
  const codecs = ['-c:v', 'libx264', '-c:a', 'aac'];

  async function pieces(ending: string, ...options: string[]): Promise<[string, string]> {
    const [one, two] = [at(`GX010007.${ending}`), at(`GX020007.${ending}`)];
    await ffmpeg(...picture(3), ...sine(440, 3, 48000), ...codecs, ...options, one);
    const quiet = ['-af', 'volume=-30dB'];
    await ffmpeg(...picture(3), ...sine(440, 3, 48000), ...quiet, ...codecs, ...options, two);
    return [one, two];
  }

  it.each([['MP4'], ['MTS']])('become one, in the camera’s order (%s)', async (ending) => {
    const [one, two] = await pieces(ending, ...(ending === 'MTS' ? ['-f', 'mpegts'] : []));
    const { vault, media, notes } = await imported([two, one]);
    expect(Math.abs(media.duration - 6)).toBeLessThan(0.2);
    expect(media.picture?.frames).toBe(60);
    expect(notes.join()).toMatch(/GX010007.*GX020007/u);
    const [level = []] = await levels(vault);
    for (const tenth of [5, 25]) expect(level[tenth]).toBeGreaterThan(-30);
    for (const tenth of [35, 55]) expect(level[tenth]).toBeLessThan(-40);
    expect((await imported(one)).notes.join()).toMatch(/GX020007.* was not imported/u);
  });

  it('are refused when they are of different kinds', async () => {
    await ffmpeg(...sine(440, 1, 48000), at('one.wav'));
    expect(await code([at('one.wav'), VOICE])).toBe('MEDIA_UNREADABLE');
  });

  it('are refused where they were put together so that the clock begins anew', async () => {
    const [one, two] = await pieces('MTS', '-f', 'mpegts');
    expect(await code(write('joined.MTS', bytes(one, two)))).toBe('MEDIA_UNREADABLE');
  });
});

describe('a recording that was interrupted', () => {
  it.each([
    ['mkv', ['-c:v', 'mpeg4', '-c:a', 'aac']],
    ['mp4', ['-c:v', 'mpeg4', '-c:a', 'aac', '-movflags', '+faststart']],
    ['wav', ['-vn']],
  ])('is refused, and taken as far as it goes when that is asked for (%s)', async (ending, codec) => {
    await ffmpeg(
      '-f',
      'lavfi',
      '-i',
      'testsrc2=s=176x144:r=25:d=6',
      ...sine(440, 6, 48000),
      ...codec,
      at(`whole.${ending}`),
    );
    const whole = readFileSync(at(`whole.${ending}`));
    const cut = write(`cut.${ending}`, whole.subarray(0, Math.round(whole.length * 0.6)));
    expect(await code(cut)).toBe('MEDIA_TRUNCATED');
    const { vault, media, notes } = await imported(cut, { incomplete: true });
    expect(media.duration).toBeGreaterThan(2);
    expect(media.duration).toBeLessThan(5);
    expect(notes.join()).toMatch(/as far as it goes/u);
    const [level = []] = await levels(vault);
    expect(level[Math.floor(media.duration * 10) - 5]).toBeGreaterThan(-40);
  });

  it('is refused all the same where nothing of it can be read', async () => {
    await ffmpeg(...sine(440, 3, 48000), at('late.m4a'));
    const cut = write('late cut.m4a', readFileSync(at('late.m4a')).subarray(0, 9000));
    expect(await code(cut)).toBe('MEDIA_UNREADABLE');
    expect(await code(cut, { incomplete: true })).toBe('MEDIA_UNREADABLE');
  });
});

describe('a recording that is damaged in the middle', () => {
  it.each([
    ['opus', ['-c:a', 'libopus']],
    ['flac', ['-c:a', 'flac']],
  ])('is taken, and says where sound is missing (%s)', async (ending, codec) => {
    await ffmpeg(...sine(440, 12, 48000), ...codec, at(`sound.${ending}`));
    const bytes = readFileSync(at(`sound.${ending}`));
    expect((await imported(at(`sound.${ending}`))).notes).toEqual([]);
    bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + (bytes.length >> 3));
    const { notes } = await imported(write(`damaged.${ending}`, bytes));
    expect(notes.join()).toMatch(/Sound is missing in 1 place \(0:0[4-8]\.\d for [0-2]\.\d s\)/u);
  });
});

describe('a WAV file whose header tells of less than there is', () => {
  const wav = async () => {
    await ffmpeg(...sine(440, 4, 16000), '-bitexact', at('whole.wav'));
    return readFileSync(at('whole.wav'));
  };

  it.each([
    ['no sizes', 0, 0],
    ['sizes that stand for none', 0xffffffff, 0xffffffff],
    ['sizes of its first half', 64036, 64000],
    ['the size of its first half in one place', 128036, 64000],
  ])('is taken whole, and that is said: %s', async (_, riff, data) => {
    const file = await wav();
    file.writeUInt32LE(riff, 4);
    file.writeUInt32LE(data, file.indexOf('data') + 4);
    const { media, notes } = await imported(write('patched.wav', file));
    expect(media.duration).toBeCloseTo(4, 3);
    expect(notes.join()).toMatch(/less sound than it has/u);
  });

  it('is not one that has other things behind its sound', async () => {
    const list = Buffer.concat([Buffer.from('LIST\u0010\0\0\0INFOINAM\u0004\0\0\0abcd', 'latin1')]);
    const { media, notes } = await imported(write('tagged.wav', Buffer.concat([await wav(), list])));
    expect(media.duration).toBeCloseTo(4, 3);
    expect(notes).toEqual([]);
  });

  it.each([
    ['RF64', ['-rf64', 'always'], 'wav'],
    ['Broadcast Wave', ['-write_bext', '1', '-metadata', 'description=a'], 'wav'],
    ['Wave64', [], 'w64'],
  ])('is not one of another kind: %s', async (_, options, ending) => {
    await ffmpeg(...sine(440, 4, 16000), ...options, at(`kind.${ending}`));
    const { media, notes } = await imported(at(`kind.${ending}`));
    expect(media.duration).toBeCloseTo(4, 3);
    expect(notes).toEqual([]);
  });
});

describe('a dictation in DSS', () => {
  it('is read', async () => {
    // Two blocks of header hold the code of G.723.1. Blocks of 512 bytes with a head of six follow.
    const header = Buffer.alloc(1024);
    header.write('\u0002dss', 0, 'latin1');
    header.write('200101120000200101120500', 0x26, 'latin1');
    header.writeUInt8(2, 0x2a4);
    const file = write('dictation.dss', Buffer.concat([header, Buffer.alloc(512 * 20)]));
    const { media } = await imported(file);
    expect(media.tracks[0]).toMatchObject({ codec: 'g723_1', sampleRate: 8000 });
    expect(media.duration).toBeGreaterThan(5);
  });
});
