import { describe, expect, test } from 'vitest';
import { preparePlayback } from '../../../../main/playback/preparePlayback';
import { peaksOf } from '../../../../main/playback/peaksOf';
import { importMedia } from '../../../../main/ingest/recording/importMedia';
import { Vault } from '../../../../main/vault/Vault';
import type { Progress } from '../../../../shared/contract/envelope';
import { ffmpeg, readAll, useTemporaryFolder } from '../../../support/makeMedia';
import { usePlayer } from '../../../support/player';
import { CALL_VIDEO } from '../../../support/speech';
import { expectWithin } from '../../../support/patience';

const at = useTemporaryFolder();
const player = usePlayer();

/** Makes a project with a recording, and keeps it for the length of `use`. */
async function withProject<T>(recording: string, use: (vault: Vault) => Promise<T>): Promise<T> {
  const path = at(`${Math.random()}.withheld`);
  const vault = await Vault.createWith(path, 'a passphrase', async (made) => {
    await importMedia(made, recording);
  });
  try {
    return await use(vault);
  } finally {
    vault.close();
  }
}

/** A picture whose upper left quarter is white for 0.2 s at 2 s, with a tone. */
const PICTURE = [
  '-f',
  'lavfi',
  '-i',
  "color=black:s=320x240:r=25:d=5,drawbox=w=160:h=120:c=white:t=fill:enable='between(t,2,2.19)'",
];
const SOUND = ['-f', 'lavfi', '-i', "sine=1000:r=44100:d=5,volume=4,volume=0:enable='not(between(t,2,2.2))'"];
const H264 = ['-c:v', 'libx264', '-g', '50', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];

interface Recording {
  name: string;
  make: (path: string) => Promise<unknown>;
  ending?: string;
  /** Seconds of the recording; 5 by default. */
  duration?: number;
  flash?: number;
  tone?: number;
  size?: [number, number];
  /** The number of the white quarter. */
  quarter?: number;
}

const RECORDINGS: Recording[] = [
  { name: 'an MP4', make: (path) => ffmpeg(...PICTURE, ...SOUND, ...H264, path) },
  {
    name: 'late sound',
    make: (path) => ffmpeg(...PICTURE, '-itsoffset', '0.77', ...SOUND, ...H264, path),
    duration: 5.77,
    tone: 2.77,
  },
  {
    name: 'a late picture',
    make: (path) => ffmpeg('-itsoffset', '0.52', ...PICTURE, ...SOUND, ...H264, path),
    duration: 5.52,
    flash: 2.52,
  },
  {
    name: 'a turned picture',
    make: async (path) => {
      await ffmpeg(...PICTURE, ...SOUND, ...H264, `${path}.mp4`);
      await ffmpeg('-i', `${path}.mp4`, '-c', 'copy', '-metadata:s:v', 'rotate=90', path);
    },
    size: [240, 320],
    quarter: 2,
  },
  {
    name: 'a picture with frames cut away',
    make: async (path) => {
      await ffmpeg(...PICTURE, ...SOUND, ...H264, '-g', '250', `${path}.mp4`);
      await ffmpeg('-ss', '1', '-i', `${path}.mp4`, '-c', 'copy', path);
    },
    duration: 4,
    flash: 1,
    tone: 1,
  },
  {
    name: 'HEVC, turned',
    make: async (path) => {
      const codec = ['-c:v', 'libx265', '-x265-params', 'log-level=error', '-c:a', 'aac'];
      await ffmpeg(...PICTURE, ...SOUND, ...codec, `${path}.mp4`);
      await ffmpeg('-i', `${path}.mp4`, '-c', 'copy', '-metadata:s:v', 'rotate=270', path);
    },
    size: [240, 320],
    quarter: 1,
  },
  {
    name: '10-bit H.264',
    make: (path) => ffmpeg(...PICTURE, ...SOUND, ...H264, '-pix_fmt', 'yuv420p10le', path),
  },
  {
    name: 'MPEG-2 of a camera',
    ending: 'mts',
    make: (path) =>
      ffmpeg(...PICTURE, ...SOUND, '-c:v', 'mpeg2video', '-q:v', '3', '-c:a', 'ac3', '-f', 'mpegts', path),
  },
  {
    name: 'H.264 of a camera',
    ending: 'mts',
    make: (path) => ffmpeg(...PICTURE, ...SOUND, ...H264, '-c:a', 'ac3', '-f', 'mpegts', path),
  },
  {
    name: 'six channels, the tone in the fourth',
    ending: 'mkv',
    make: (path) =>
      ffmpeg(...PICTURE, ...SOUND, '-af', 'pan=5.1|c3=c0', '-c:v', 'libx264', '-c:a', 'flac', path),
  },
];

describe('is in time in the player', () => {
  test.each(RECORDINGS)('$name', async ({ name, make, ending = 'mp4', ...is }) => {
    const { duration = 5, flash = 2, tone = 2, size = [320, 240], quarter = 0 } = is;
    const source = at(`${name}.${ending}`);
    await make(source);
    await withProject(source, async (vault) => {
      const { bytes } = await preparePlayback(vault);
      expect(bytes).toBe(vault.mediaSize('playback'));
      const loaded = await player().load(vault);
      expect(Math.abs(loaded.duration - duration)).toBeLessThan(0.1);
      expect(loaded.seekableTo).toBe(loaded.duration);
      expect([loaded.width, loaded.height]).toEqual(size);
      for (const [seconds, isWhite] of [
        [flash - 0.07, false],
        [flash + 0.05, true],
        [flash + 0.15, true],
        [flash + 0.27, false],
      ] as const) {
        const { quarters } = await player().seek(seconds);
        expect(
          quarters.map((brightness) => brightness > 128),
          `at ${seconds}`,
        ).toEqual([0, 1, 2, 3].map((i) => isWhite && i === quarter));
      }
      const heard = await player().firstSound(tone - 0.6);
      expect(Math.abs(heard - tone)).toBeLessThan(0.15);
      const { peaks, perSecond } = await peaksOf(vault);
      expect(peaks.length).toBe(Math.ceil((vault.document.media?.duration ?? 0) * perSecond));
      expect(peaks[Math.floor((tone - 0.2) * perSecond)]).toBeLessThan(8);
      expect(peaks[Math.floor((tone + 0.1) * perSecond)]).toBeGreaterThan(15);
    });
  });

  test('sound only', async () => {
    const source = at('sound.wav');
    await ffmpeg(...SOUND, source);
    await withProject(source, async (vault) => {
      await preparePlayback(vault);
      const loaded = await player().load(vault);
      expect(loaded).toMatchObject({ width: 0, height: 0, seekableTo: loaded.duration });
      expect(Math.abs(loaded.duration - 5)).toBeLessThan(0.05);
      expect(Math.abs((await player().firstSound(1.5)) - 2)).toBeLessThan(0.15);
    });
  });
});

test('every place of the demo interview is found at once', async () => {
  await withProject(CALL_VIDEO, async (vault) => {
    await preparePlayback(vault);
    expect((await player().load(vault)).duration).toBeCloseTo(118.9, 1);
    const waits: number[] = [];
    for (const share of [0.5, 0.9, 0.2, 0.7, 0.01, 0.99, 0.33, 0.501, 0.6]) {
      const { seek, play } = await player().seek(share * 118.9);
      waits.push(seek + play);
    }
    // The machine may be busy for a moment, but if half of the places are slow, something else is wrong.
    await expectWithin(300, waits.sort((a, b) => a - b)[4]);
  });
});

test('a place far on is found without what lies before it', async () => {
  const source = at('large.mp4');
  await ffmpeg(
    ...['-f', 'lavfi', '-i', 'color=gray:s=640x360:r=25:d=60,noise=alls=60:allf=t', ...SOUND],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-b:v', '16M', '-c:a', 'aac', source],
  );
  await withProject(source, async (vault) => {
    const { bytes } = await preparePlayback(vault);
    expect(bytes).toBeGreaterThan(80e6);
    await player().load(vault);
    await player().seek(55);
    expect(player().sent).toBeLessThan(0.8 * bytes);
    expect(Math.max(...player().starts)).toBeGreaterThan(0.8 * bytes);
  });
});

describe('while it is made', () => {
  const LONG = CALL_VIDEO;

  test('it tells how far it is', async () => {
    await withProject(LONG, async (vault) => {
      const told: Progress[] = [];
      await preparePlayback(vault, { onProgress: (progress) => told.push(progress) });
      expect(told.at(-1)).toMatchObject({ stage: 'prepare', unit: 'seconds', done: 118.9, left: 0 });
      expect(told.every(({ done }, i) => done >= (told[i - 1]?.done ?? 0))).toBe(true);
    });
  });

  test('it can be cancelled, leaves nothing that is taken for it, and can be made again', async () => {
    await withProject(LONG, async (vault) => {
      const cancel = new AbortController();
      let cancelledAt = 0;
      const onProgress = ({ done }: Progress) => {
        if (done < 10 || cancelledAt > 0) return;
        cancelledAt = performance.now();
        cancel.abort();
      };
      const made = preparePlayback(vault, { signal: cancel.signal, onProgress });
      await expect(made).rejects.toMatchObject({ code: 'CANCELLED' });
      await expectWithin(2000, performance.now() - cancelledAt);
      expect(vault.mediaSize('playback')).toBe(0);
      expect(vault.playbackPeaks).toBeNull();
      expect((await preparePlayback(vault)).bytes).toBeGreaterThan(1e6);
    });
  });

  test('those who ask meanwhile get the same, also when the first is cancelled', async () => {
    await withProject(LONG, async (vault) => {
      const cancel = new AbortController();
      const first = preparePlayback(vault, { signal: cancel.signal, onProgress: () => cancel.abort() });
      const second = preparePlayback(vault);
      await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
      const { bytes } = await second;
      const whole = await readAll(vault.readMedia('playback'));
      expect(whole.length).toBe(bytes);
      expect(await preparePlayback(vault)).toEqual({ bytes });
    });
  });
});

test('a project without a recording has nothing to play', async () => {
  const vault = await Vault.create(at('empty.withheld'), 'a passphrase');
  expect(await preparePlayback(vault)).toEqual({ bytes: 0 });
  expect((await peaksOf(vault)).peaks.length).toBe(0);
  vault.close();
});
