import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, open, rm, truncate } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hearTracks } from '../../../../../main/ingest/recording/hearTracks';
import { importMedia } from '../../../../../main/ingest/recording/importMedia';
import type { ImportOptions } from '../../../../../main/ingest/recording/ImportOptions';
import { Vault } from '../../../../../main/vault/Vault';
import type { Progress } from '../../../../../shared/contract/envelope';
import type { ErrorCode } from '../../../../../shared/model/errors';
import { ffmpeg, makeMedia, readAll, useTemporaryFolder } from '../../../../support/makeMedia';
import { expectWithin } from '../../../../support/patience';

const at = useTemporaryFolder();
const SOUND = { codec: ['aac'] };
const PICTURE = ['libx264', '-preset', 'ultrafast'];
let vault: Vault | null = null;
afterEach(async () => {
  vault?.close();
  vault = null;
  await rm(at('projects'), { recursive: true, force: true });
});

async function seal(file: string, options: ImportOptions = {}): Promise<Vault> {
  await mkdir(at('projects'), { recursive: true });
  vault = await Vault.createWith(at('projects/p.withheld'), 'secret', async (made) => {
    await importMedia(made, file, options);
  });
  return vault;
}

/** Holds that a file is refused with a code and a next step, that neither names the file, and that nothing is left. */
async function expectRefusal(file: string, code: ErrorCode, options?: ImportOptions): Promise<void> {
  const error: unknown = await seal(file, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code, next: expect.stringMatching(/\.$/) as unknown });
  const { message, next } = error as { message: string; next: string };
  expect(`${message} ${next}`).not.toContain('Zorbulina');
  expect(readdirSync(at('projects'))).toEqual([]);
}

describe('what cannot be imported is refused with a reason and leaves nothing', () => {
  let whole: string;
  beforeAll(async () => {
    whole = await makeMedia(at('whole.mp4'), { seconds: 3, picture: PICTURE, sounds: [SOUND] });
  });
  const cut = (from: string, to: string, part: number) => {
    const bytes = readFileSync(from);
    writeFileSync(at(to), bytes.subarray(0, Math.floor(bytes.length * part)));
    return at(to);
  };
  const written = (name: string, content: string | Buffer) => {
    writeFileSync(at(name), content);
    return at(name);
  };

  it('no sound, or a sound stream with nothing in it', async () => {
    await ffmpeg('-i', whole, '-an', '-c', 'copy', at('silent.mp4'));
    await expectRefusal(at('silent.mp4'), 'MEDIA_NO_AUDIO');
    await ffmpeg('-i', whole, '-c', 'copy', '-bsf:a', 'noise=drop=1', at('no packets.mov'));
    await expectRefusal(at('no packets.mov'), 'MEDIA_NO_AUDIO');
    const two = await makeMedia(at('two.mkv'), { sounds: [SOUND, SOUND] });
    await ffmpeg('-i', two, '-map', '0', '-c', 'copy', '-bsf:a:0', 'noise=drop=1', at('one empty.mkv'));
    await expectRefusal(at('one empty.mkv'), 'MEDIA_NO_AUDIO', { track: 0 });
    await expectRefusal(at('one empty.mkv'), 'MEDIA_NO_AUDIO', { track: 'mix' });
    expect((await seal(at('one empty.mkv'))).document.media?.track).toBe(1);
    vault?.close();
    await rm(at('projects'), { recursive: true });
    await ffmpeg('-f', 'lavfi', '-i', 'testsrc2=s=64x64:d=0.1', '-frames:v', '1', at('photo.jpg'));
    await expectRefusal(at('photo.jpg'), 'MEDIA_UNREADABLE');
  });

  it('an MP4 without its index', async () => {
    // Without its index, nothing of the file can be taken, so nothing is offered.
    await expectRefusal(cut(whole, 'no index.mp4', 0.6), 'MEDIA_UNREADABLE');
  });

  it.each([
    ['mp4', ['-movflags', '+faststart']],
    ['mkv', []],
    ['avi', ['-c:v', 'mjpeg']],
    ['wav', []],
    ['flac', []],
    ['mp3', []],
    ['opus', ['-vn', '-c:a', 'libopus']],
    ['oga', ['-vn', '-c:a', 'flac', '-f', 'ogg']],
  ])('a %s that was cut off in the middle', async (ending, options) => {
    const file = at(`to be cut.${ending}`);
    await ffmpeg('-i', whole, ...options, file);
    await expectRefusal(cut(file, `cut.${ending}`, 0.55), 'MEDIA_TRUNCATED');
  });

  it('an MP4 that ends between two of its packets', async () => {
    await ffmpeg('-i', whole, '-c', 'copy', '-movflags', '+faststart', at('front.mp4'));
    const bytes = readFileSync(at('front.mp4'));
    await copyFile(at('front.mp4'), at('between.mp4'));
    await truncate(at('between.mp4'), bytes.indexOf('mdat') + 4);
    await expectRefusal(at('between.mp4'), 'MEDIA_TRUNCATED');
  });

  it('text, noise, nothing, a folder, a device, no file', async () => {
    await expectRefusal(written('Zorbulina.mp4', 'Dear diary, '.repeat(500)), 'MEDIA_UNREADABLE');
    await expectRefusal(written('noise.mp4', randomBytes(100_000)), 'MEDIA_UNREADABLE');
    await expectRefusal(written('Zorbulina 0.mp4', ''), 'FILE_EMPTY');
    await expectRefusal(dirname(whole), 'FILE_IS_DIRECTORY');
    await expectRefusal('/dev/zero', 'MEDIA_UNREADABLE');
    await expectRefusal(at('Zorbulina nowhere.mp4'), 'FILE_NOT_FOUND');
    await expectRefusal(join(whole, 'Zorbulina.mp4'), 'FILE_NOT_FOUND');
  });

  it('a track that is not there', async () => {
    await expectRefusal(whole, 'USAGE', { track: 1 });
  });

  it('a file one may not read', async () => {
    chmodSync(dirname(whole), 0o777);
    await copyFile(whole, at('private.mp4'));
    chmodSync(at('private.mp4'), 0o000);
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'ingestChild.ts'), at('private.mp4'), at('p.withheld')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        // Root may read anything, so only another user shows what a mode means.
        ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}),
      },
    );
    expect(JSON.parse((await readAll(child.stdout)).toString())).toMatchObject({ code: 'FILE_NOT_READABLE' });
  });

  it('lists that name other files or hosts, whatever they are called', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(readFileSync(whole));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/whole.mp4`;
    try {
      await ffmpeg('-i', whole, '-c', 'copy', '-f', 'mpegts', at('segment.ts'));
      const hls = (target: string) =>
        `#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\n${target}\n#EXT-X-ENDLIST\n`;
      for (const [name, content] of [
        ['list.m3u8', hls('segment.ts')],
        ['list.mp4', hls('segment.ts')],
        ['remote.m3u8', hls(url)],
        ['list.ffconcat', 'ffconcat version 1.0\nfile whole.mp4\n'],
        ['remote.ffconcat', `ffconcat version 1.0\nfile ${url}\n`],
        ['session.sdp', 'v=0\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n'],
        ['manifest.mpd', `<?xml version="1.0"?><MPD type="static"><BaseURL>${url}</BaseURL></MPD>`],
      ] as const) {
        await expectRefusal(written(name, content), 'MEDIA_UNREADABLE');
      }
      await expectRefusal(url, 'FILE_NOT_FOUND');
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });
});

describe('names of files', () => {
  it.each([
    'with spaces.mp4',
    `quotes ' " and \\ backslash.mp4`,
    'слово 見 🎬.mp4',
    '-leading dash.mp4',
    'line\nbreak.mp4',
    'frame %d %03d.mp4',
    'a:b|c,d;e=f[0].mp4',
    'concat:x.mp4',
    'no ending',
  ])('mean nothing: %j', async (name) => {
    const file = await makeMedia(at('plain.mp4'), { seconds: 0.5, sounds: [SOUND] });
    await copyFile(file, at(name));
    expect((await seal(at(name))).document.media?.tracks).toHaveLength(1);
  });

  it('may be relative to where one is', async () => {
    const before = process.cwd();
    process.chdir(dirname(await makeMedia(at('-i.mp4'), { seconds: 0.5, sounds: [SOUND] })));
    try {
      await seal('-i.mp4');
    } finally {
      process.chdir(before);
    }
  });
});

describe('what is not the recording itself', () => {
  it('is left out: tags, chapters, subtitles, cover, attachments, data, other pictures', async () => {
    writeFileSync(at('subtitles.srt'), '1\n00:00:00,000 --> 00:00:01,000\nZorbulina speaks\n');
    writeFileSync(
      at('tags.txt'),
      ';FFMETADATA1\ntitle=Zorbulina\n[CHAPTER]\nSTART=0\nEND=500000000\ntitle=Zorbulina\n',
    );
    writeFileSync(at('font.ttf'), 'Zorbulina '.repeat(20));
    await ffmpeg('-f', 'lavfi', '-i', 'color=red:s=64x64:d=0.1', '-frames:v', '1', at('cover.png'));
    const plain = await makeMedia(at('plain.mkv'), { picture: PICTURE, sounds: [SOUND] });
    await ffmpeg(
      ...['-i', plain, '-i', at('subtitles.srt'), '-i', at('tags.txt'), '-i', at('cover.png'), '-map', '3'],
      ...['-map', '0', '-map', '1', '-c', 'copy', '-c:s', 'srt', '-map_metadata', '2', '-map_chapters', '2'],
      ...['-metadata', 'location=+43.2-076.9/Zorbulina', '-metadata:s:a', 'title=Zorbulina'],
      ...['-attach', at('font.ttf'), '-attach', at('cover.png')],
      ...['-metadata:s:t:0', 'mimetype=font/ttf', '-metadata:s:t:1', 'mimetype=image/png', at('rich.mkv')],
    );
    expect(readFileSync(at('rich.mkv')).includes('Zorbulina')).toBe(true);
    const sealed = await seal(at('rich.mkv'));
    expect(sealed.document.media).toMatchObject({ picture: { codec: 'h264', width: 176 }, track: 0 });
    for (const part of ['picture', 'sound'] as const) {
      const bytes = await readAll(sealed.readMedia(part));
      writeFileSync(at(part), bytes);
      for (const trace of ['Zorbulina', '43.2', 'Lavf', 'encoder']) expect(bytes.includes(trace)).toBe(false);
      const streams = (await ffprobe(at(part))).streams as { codec_type: string }[];
      expect(streams.map(({ codec_type }) => codec_type)).toEqual([part === 'picture' ? 'video' : 'audio']);
    }
    sealed.close();
    expect(readFileSync(at('projects/p.withheld')).includes('Zorbulina')).toBe(false);
  });

  async function ffprobe(file: string): Promise<Record<string, unknown>> {
    const child = spawn('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', '-show_chapters', file]);
    return JSON.parse((await readAll(child.stdout)).toString()) as Record<string, unknown>;
  }

  it('is left out of an MP4 with a cover and a time code', async () => {
    const plain = await makeMedia(at('plain.mp4'), { picture: PICTURE, sounds: [SOUND] });
    await ffmpeg('-f', 'lavfi', '-i', 'color=red:s=64x64:d=0.1', '-frames:v', '1', at('cover.png'));
    await ffmpeg(
      ...[
        '-i',
        plain,
        '-i',
        at('cover.png'),
        '-map',
        '1',
        '-map',
        '0',
        '-c',
        'copy',
        '-disposition:v:0',
        'attached_pic',
      ],
      ...['-timecode', '01:02:03:04', '-metadata', 'title=Zorbulina', '-movflags', 'use_metadata_tags'],
      ...['-metadata', 'com.apple.quicktime.location.ISO6709=+43.2-076.9/', at('cover.mp4')],
    );
    const sealed = await seal(at('cover.mp4'));
    expect(sealed.document.media?.picture).toMatchObject({ codec: 'h264', width: 176, height: 144 });
  });
});

describe('a long import', () => {
  let long: string;
  beforeAll(async () => {
    long = at('long.wav');
    await sparseWav(long, 500 * 1024 * 1024);
  });

  /** Makes a WAV of silence that takes no room on the disk. */
  async function sparseWav(path: string, bytes: number): Promise<void> {
    const header = Buffer.alloc(44);
    header.write('RIFF', 0, 'latin1');
    header.writeUInt32LE(bytes + 36, 4);
    header.write('WAVEfmt ', 8, 'latin1');
    [16, 0x00020001, 48000, 192000, 0x00100004].forEach((value, i) =>
      header.writeUInt32LE(value, 16 + 4 * i),
    );
    header.write('data', 36, 'latin1');
    header.writeUInt32LE(bytes, 40);
    const file = await open(path, 'w');
    await file.write(header);
    await file.truncate(bytes + 44);
    await file.close();
  }

  it('tells how far it is', async () => {
    const heard: Progress[] = [];
    const { document } = await seal(
      await makeMedia(at('a.flac'), { seconds: 900, sounds: [{ rate: 8000, codec: ['flac'] }] }),
      {
        onProgress: (progress) => heard.push(progress),
      },
    );
    expect(document.media?.duration).toBeCloseTo(900, 3);
    expect(heard.length).toBeGreaterThan(0);
    heard.forEach((progress, i) => {
      expect(progress).toMatchObject({ stage: 'import', unit: 'seconds' });
      expect(progress.done).toBeGreaterThanOrEqual(heard[i - 1]?.done ?? 0);
      expect(progress.total).toBeCloseTo(900, 3);
    });
  });

  it('ends within two seconds of being cancelled, and leaves nothing', async () => {
    const cancel = new AbortController();
    let cancelled = 0;
    await expectRefusal(long, 'CANCELLED', {
      signal: cancel.signal,
      onProgress: ({ done, total }) => {
        if (cancelled > 0 || done < total / 4) return;
        cancelled = performance.now();
        cancel.abort();
      },
    });
    expect(cancelled).toBeGreaterThan(0);
    await expectWithin(2000, performance.now() - cancelled);
    await expectRefusal(long, 'CANCELLED', { signal: AbortSignal.abort() });
  });

  it('ends when it is cancelled while the sealed tracks are decoded', async () => {
    const project = await seal(
      await makeMedia(at('a.flac'), { seconds: 900, sounds: [{ rate: 8000, codec: ['flac'] }] }),
    );
    const tracks = (project.document.media?.tracks ?? []).map((track) => ({ track }));
    for (const milliseconds of [20, 100, 200]) {
      const decoded = hearTracks(project.readMedia('sound'), tracks, AbortSignal.timeout(milliseconds));
      await expect(decoded).rejects.toMatchObject({ code: 'CANCELLED' });
    }
  });

  it('into a project that is open leaves that as it was when it is cancelled', async () => {
    await mkdir(at('projects'), { recursive: true });
    vault = await Vault.create(at('projects/p.withheld'), 'secret');
    const cancel = new AbortController();
    await expect(
      importMedia(vault, long, {
        signal: cancel.signal,
        onProgress: ({ done, total }) => done > total / 20 && cancel.abort(),
      }),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect([vault.mediaSize('sound'), vault.document.media]).toEqual([0, null]);
    await importMedia(vault, await makeMedia(at('short.wav'), {}));
    expect(vault.document.media?.duration).toBe(1.5);
  });

  it('takes less than 300 MB of memory however long it is', async () => {
    const project = at('large.withheld');
    const script = join(import.meta.dirname, 'ingestChild.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, long, project], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { duration, peak } = JSON.parse((await readAll(child.stdout)).toString()) as Record<string, number>;
    expect(duration).toBeCloseTo((500 * 1024 * 1024) / 192000, 3);
    expect(statSync(project).size).toBeGreaterThan(500 * 1024 * 1024);
    expect(peak).toBeLessThan(300e6);
  });
});
