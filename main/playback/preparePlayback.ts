import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Progress } from '../../shared/contract/envelope';
import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import type { Media } from '../../shared/model/media';
import { ProgressMeter } from '../system/ProgressMeter';
import { runTool } from '../system/runTool';
import { SingleFlight } from '../system/SingleFlight';
import type { Vault } from '../vault/Vault';
import { runTogether } from '../media/runTogether';
import { decodeSound, type DecodedSound } from '../media/decodeSound';
import { indexFragments } from './indexFragments';
import { Mp4Index } from './Mp4Index';
import { playablePicture, type PlayablePicture } from './playablePicture';
import { SoundPeaks } from './SoundPeaks';

export interface PrepareOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

const SAMPLE_RATE_HZ = 48_000;
/** Bits a second; this sound is only heard by those who transcribe, and is never published. */
const SOUND_BIT_RATE = '96k';

/** Bytes that may wait between two programs. */
const BUFFERED_BYTES = 1024 * 1024;

/** Encodes quickly, no larger than a player in a window, with a key frame every two seconds to begin at. */
const ENCODE = [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-force_key_frames', 'expr:gte(t,n_forced*2)'],
  ...['-fps_mode', 'passthrough', '-enc_time_base', '-1'],
  // Whoever made the recording cut away the frames from before the timeline; they only helped to decode others.
  ...['-vf', "trim=start=0,scale=-2:'min(720,ceil(ih/2)*2)',format=yuv420p"],
];

/**
 * Makes fragments of a second, which take little memory and can be read while ffmpeg writes. Edit lists count in the
 * movie's clock, in which 32 bits hold more than four days.
 */
const INTO_FRAGMENTS = [
  ...['-movflags', '+delay_moov+default_base_moof+skip_trailer', '-frag_duration', '1000000'],
  ...['-movie_timescale', '10000', '-map_metadata', '-1', '-map_chapters', '-1', '-bitexact'],
  ...['-f', 'mp4', '-flush_packets', '0', 'pipe:1'],
];

/** Lets one playback of a project be made at a time. */
const flights = new SingleFlight<Vault, void>();

/**
 * Makes what a player plays and keeps it in the project file, unless it is there: an MP4 of H.264 and AAC on the
 * recording's timeline, with its index in front, and the peaks of the sound. A run that fails or is cancelled leaves
 * nothing that could be taken for it.
 * @returns the length of the MP4 in bytes; 0 when the project has no recording.
 * @throws {AppError} `CANCELLED`, `DISK_FULL`, `TOOL_FAILED`, `TOOL_MISSING`, `PROJECT_DAMAGED`.
 */
export async function preparePlayback(
  vault: Vault,
  options: PrepareOptions = {},
): Promise<{ bytes: number }> {
  const { media } = vault.document;
  if (media && vault.mediaSize('playback') === 0) {
    await flights.run(
      vault,
      (signal) => make(vault, media, { ...options, signal }).finally(() => flights.forget(vault)),
      options.signal,
    );
  }
  return { bytes: vault.mediaSize('playback') };
}

async function make(vault: Vault, media: Media, { signal, onProgress }: PrepareOptions): Promise<void> {
  const { picture, duration } = media;
  const playable = picture && (await playablePicture(vault, picture, signal));
  const sound = decodeSound(vault, { sampleRate: SAMPLE_RATE_HZ, signal });
  const peaks = new SoundPeaks(duration, SAMPLE_RATE_HZ, sound.channels);
  const meter = new ProgressMeter('prepare', 'seconds', duration, onProgress);
  const index = new Mp4Index();
  const tool = runTool(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-copyts', '-protocol_whitelist', 'pipe'],
      ...['-f', 'f32le', '-ar', `${SAMPLE_RATE_HZ}`, '-ac', `${sound.channels}`, '-i', 'pipe:0'],
      ...(playable ? pictureArgs(playable) : []),
      ...[
        '-map',
        '0:a',
        ...heardWhole(sound),
        '-c:a',
        'aac',
        '-b:a',
        SOUND_BIT_RATE,
        '-aac_coder',
        'fast',
        ...INTO_FRAGMENTS,
      ],
    ],
    { signal, pipes: playable ? 1 : 0 },
  );
  const failures = await runTogether(
    [
      pipeline(sound.stream, measured(sound, peaks, meter), tool.stdin),
      sound.done,
      ...(playable ? [pipeline(vault.readMedia('picture'), tool.pipe(3))] : []),
      pipeline(tool.stdout, indexFragments(index), vault.playbackWriter()),
      tool.done,
    ],
    [tool],
  );
  const { code } = await tool.done;
  if (code !== 0) throw unplayable();
  if (failures.length > 0) throw failures[0];
  vault.finishPlayback(index.head(picture?.rotation ?? 0), peaks.bytes);
  meter.report(duration);
}

function pictureArgs({ offset, copied }: PlayablePicture): string[] {
  return [
    ...['-noautorotate', '-protocol_whitelist', 'pipe', '-itsoffset', offset.toFixed(6), '-i', 'pipe:3'],
    ...['-map', '1:v:0'],
    ...(copied ? ['-c:v', 'copy'] : ENCODE),
  ];
}

/** Mixes more than two channels so that each is heard equally: surround channels may as well be a microphone each. */
function heardWhole({ channels }: DecodedSound): string[] {
  if (channels <= 2) return [];
  const share = Array.from({ length: channels }, (_, i) => `${1 / channels}*c${i}`);
  return ['-af', `pan=mono|c0=${share.join('+')}`];
}

/** Takes the peaks of the sound and reports progress as it passes. */
function measured({ channels }: DecodedSound, peaks: SoundPeaks, meter: ProgressMeter): Transform {
  const second = SAMPLE_RATE_HZ * channels * Float32Array.BYTES_PER_ELEMENT;
  let bytes = 0;
  return new Transform({
    readableHighWaterMark: BUFFERED_BYTES,
    writableHighWaterMark: BUFFERED_BYTES,
    transform(chunk: Buffer, _encoding, done) {
      peaks.push(chunk);
      bytes += chunk.length;
      meter.report(bytes / second);
      done(null, chunk);
    },
  });
}

const unplayable = (): AppError =>
  new AppError(
    'TOOL_FAILED',
    t('ffmpeg could not make what the player plays.'),
    t(
      'Install a full build of ffmpeg and open the interview again; without it you can still work on the text.',
    ),
  );
