import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Progress } from '../../shared/contract/envelope';
import { AppError } from '../../shared/contract/errors';
import type { Media, Picture } from '../../shared/project/media';
import type { Vault } from '../vault/Vault';
import { canDecode } from './canDecode';
import { chooseTrack } from './chooseTrack';
import { hasNoClock, type EvenSound } from './evenSound';
import { hearTracks, type HeardTrack } from './hearTracks';
import { isReadable } from './isReadable';
import { differentPieces, noTrack, severalClocks, truncated, undecodableSound } from './mediaErrors';
import { missingPieces, nextPiece, orderPieces } from './orderPieces';
import type { Original } from './Original';
import { probeMedia, type PictureStream, type Probe, type SoundStream } from './probeMedia';
import { requireMediaFile } from './requireMediaFile';
import { requireWholeFile } from './requireWholeFile';
import { sealStreams, type SealedPicture, type SealedStreams } from './sealStreams';
import { wavHeader } from './wavHeader';

export interface ImportOptions {
  /**
   * The audio track to work on, counted from 0, or all mixed; without it the default one or the first, unless only
   * another has speech.
   */
  track?: number | 'mix' | undefined;
  /** Takes what is there of a recording whose end is missing. */
  incomplete?: boolean | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Seconds that may be missing from what a container claims before it counts as cut off: headers are rounded. */
const MISSING = 1;

/**
 * Seals a recording into a project that has none, and decodes its sound to the end. On failure the project is as it was.
 * @param files one, or the pieces in which a camera wrote the recording; they are put in the camera's order.
 * @returns what was left out, put right or guessed, a sentence each.
 * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`, `FILE_EMPTY`,
 * `MEDIA_UNREADABLE`, `MEDIA_TRUNCATED` (which `incomplete` accepts), `MEDIA_NO_AUDIO`, `USAGE` for a track that is not
 * there, `DISK_FULL`, `TOOL_MISSING`, `CANCELLED`.
 */
export async function importMedia(
  vault: Vault,
  files: string | readonly string[],
  options: ImportOptions = {},
): Promise<string[]> {
  const { original, probe, notes } = await examine(typeof files === 'string' ? [files] : files, options);
  try {
    const sealed = await seal(vault, original, probe, options);
    const { media, notes: more } = describe(original, sealed, options.track);
    vault.execute({ label: 'Import recording', steps: [{ type: 'setMedia', media }] });
    return [...notes, ...leftOut(sealed.probe), ...more];
  } catch (error) {
    // A project that is still being made is thrown away as a whole, which takes no time.
    if (!vault.isBeingMade) await vault.clearMedia();
    throw error;
  }
}

interface Examined {
  original: Original;
  probe: Probe;
  notes: string[];
}

/** Looks at every file before anything is sealed. */
async function examine(
  given: readonly string[],
  { incomplete = false, signal, track }: ImportOptions,
): Promise<Examined> {
  const [first, ...more] = orderPieces(given);
  if (first === undefined) throw new AppError('USAGE', 'There is no recording to import.', 'Choose one.');
  const pieces: Probe[] = [];
  let options: string[] = [];
  const notes: string[] = [];
  for (const file of [first, ...more]) {
    await requireMediaFile(file);
    const wav = await wavHeader(file);
    if (wav?.isShort) {
      if (more.length > 0) throw differentPieces();
      // The file itself says how long it is.
      options = ['-f', 'wav', '-ignore_length', '1'];
      notes.push(
        'The file’s header tells of less sound than there is, as of a recording that was not ended properly: all of it was taken.',
      );
    }
    const probe = await probeMedia({ files: [file], options, incomplete }, signal);
    if (!incomplete) await requireWholeFile(file, probe.format);
    pieces.push(wav?.isShort ? { ...probe, claimed: null } : probe);
  }
  const original: Original = { files: [first, ...more], options, incomplete };
  const probe = await decodable(original, joined(pieces), signal);
  if (typeof track === 'number') requireTrack(probe, track);
  return { original, probe, notes: [...notes, ...(await notesOnPieces(original))] };
}

/** @throws {AppError} `MEDIA_UNREADABLE` when they cannot be one recording. */
function joined(pieces: readonly Probe[]): Probe {
  const [first, ...more] = pieces;
  if (!first) throw differentPieces();
  if (more.some(({ kinds }) => kinds.join() !== first.kinds.join())) throw differentPieces();
  const claimed = pieces.reduce<number | null>(
    (sum, piece) => (sum === null || piece.claimed === null ? null : sum + piece.claimed),
    0,
  );
  return { ...first, claimed };
}

/** Without the tracks that ffmpeg cannot decode. One alone is tried by decoding it to its end. */
async function decodable(original: Original, probe: Probe, signal?: AbortSignal): Promise<Probe> {
  if (probe.sound.length === 1) return probe;
  const sound: SoundStream[] = [];
  const unknown = [...probe.unknown];
  for (const stream of probe.sound) {
    if (await canDecode(original, stream.index, signal)) sound.push(stream);
    else unknown.push({ number: stream.number, codec: stream.track.codec });
  }
  if (sound.length === 0) throw undecodableSound();
  return { ...probe, sound, unknown };
}

/** @param track counted from 0, among all of the recording's sound tracks. */
function requireTrack({ sound, unknown }: Probe, track: number): void {
  if (sound.some(({ number }) => number === track + 1)) return;
  if (unknown.some(({ number }) => number === track + 1)) throw undecodableSound();
  throw noTrack(sound.length + unknown.length);
}

async function notesOnPieces({ files }: Original): Promise<string[]> {
  const names = files.map((file) => basename(file));
  const missing = files.length > 1 ? missingPieces(files) : [];
  const next = await followedBy(files.at(-1) ?? '');
  return [
    ...(files.length > 1 ? [`${files.length} files were joined, in this order: ${names.join(', ')}.`] : []),
    ...(missing.length > 0
      ? [`By the camera’s numbers a piece between them is missing (${missing.join(', ')}).`]
      : []),
    ...(next === null
      ? []
      : [`${next}, which lies beside it, seems to go on with this recording and was not imported.`]),
  ];
}

async function followedBy(file: string): Promise<string | null> {
  const next = nextPiece(file);
  if (next === null) return null;
  return access(join(dirname(file), next)).then(
    () => next,
    () => null,
  );
}

const leftOut = ({ unknown }: Probe): string[] =>
  unknown.map(
    ({ number, codec }) =>
      `Sound track ${number} was left out: it cannot be decoded${codec === 'unknown' ? '' : ` (${codec})`}.`,
  );

interface Sealed {
  probe: Probe;
  streams: SealedStreams;
  heard: HeardTrack[];
}

/**
 * Copies the streams, and goes over it again where the copy turns out to be joined from pieces by an edit list, which
 * only the original's container can express; or not to be decoded without that; or to change its rate or channels on the
 * way; or to hold a track of which nothing can be decoded.
 */
async function seal(
  vault: Vault,
  original: Original,
  probe: Probe,
  { signal, onProgress }: ImportOptions,
): Promise<Sealed> {
  const onSeconds = progressOf(probe.claimed, onProgress);
  let wanted = probe;
  let anew = { picture: false, sound: false };
  let even: EvenSound | undefined;
  let streams = await sealStreams(vault, original, wanted, { anew, signal, onSeconds });
  const { picture } = streams;
  anew = {
    picture: picture !== null && (picture.pieced || !(await isReadable(vault.readMedia('picture'), signal))),
    sound: streams.sound.some(({ pieced }) => pieced),
  };
  const again = async () => {
    await vault.clearMedia();
    streams = await sealStreams(vault, original, wanted, { anew, even, signal, onSeconds });
  };
  if (anew.picture || anew.sound) await again();
  let heard = await hearTracks(vault, wanted.sound, signal);
  const mute = wanted.sound.filter((_, i) => streams.sound[i]?.packets && !heard[i]?.frames);
  if (mute.length === wanted.sound.length) throw undecodableSound();
  const changed = heard.some(({ rates, channels }) => rates.size > 1 || channels.size > 1);
  if (mute.length > 0 || changed) {
    if (changed) even = { counted: hasNoClock(probe.format) };
    wanted = {
      ...wanted,
      sound: wanted.sound.flatMap((stream, i) => (mute.includes(stream) ? [] : [widest(stream, heard[i])])),
      unknown: [...wanted.unknown, ...mute.map(({ number, track }) => ({ number, codec: track.codec }))],
      ...(changed && { claimed: null }),
    };
    await again();
    heard = await hearTracks(vault, wanted.sound, signal);
  }
  return { probe: wanted, streams, heard };
}

const LAYOUTS: Record<number, string> = { 1: 'mono', 2: 'stereo', 6: '5.1', 8: '7.1' };

/** A track in the shape that holds all that occurs on its way. */
function widest(stream: SoundStream, heard: HeardTrack | undefined): SoundStream {
  if (!heard || (heard.rates.size <= 1 && heard.channels.size <= 1)) return stream;
  const channels = Math.max(...heard.channels);
  return {
    ...stream,
    track: {
      ...stream.track,
      sampleRate: Math.max(...heard.rates),
      channels,
      layout:
        channels === stream.track.channels ? stream.track.layout : (LAYOUTS[channels] ?? `${channels}C`),
    },
  };
}

function describe(
  { incomplete }: Original,
  { probe: { picture, sound, claimed, format }, streams: sealed, heard }: Sealed,
  asked: ImportOptions['track'],
): { media: Media; notes: string[] } {
  const wanted = typeof asked === 'number' ? sound.findIndex(({ number }) => number === asked + 1) : asked;
  const { track, notes } = chooseTrack(sound, heard, wanted);
  const streams = [
    ...(sealed.picture ? [sealed.picture] : []),
    ...sealed.sound.map((stream, i) => decodedEnd(stream, heard[i])),
  ];
  const atLeast = Math.max(...streams.map(({ end }) => end));
  const atMost = Math.max(...streams.map(({ endAtMost }) => endAtMost));
  // What was written by a camera that was switched off and on has a claim that only reaches to the last beginning.
  if (claimed !== null && format.startsWith('mpeg') && atLeast > claimed + MISSING) throw severalClocks();
  const missing = [
    ...(claimed !== null && claimed > atMost + MISSING ? [atMost] : []),
    ...sealed.sound.flatMap(({ end }, i) => {
      const heardTo = heard[i]?.frames ? heard[i].end : end;
      return (track === 'mix' || track === i) && heardTo < end - MISSING ? [heardTo] : [];
    }),
  ];
  if (missing.length > 0 && !incomplete) throw truncated();
  const most = incomplete ? atMost : Math.max(claimed ?? atMost, atLeast);
  const duration = Math.min(most, atMost);
  const media: Media = {
    duration,
    picture: picture && sealed.picture && describePicture(picture, sealed.picture, duration),
    tracks: sound.map((one) => one.track),
    track,
  };
  return {
    media,
    notes: [...(incomplete ? [incompleteNote(Math.min(...missing, duration))] : []), ...notes],
  };
}

const incompleteNote = (end: number): string =>
  `The recording was taken as far as it goes: there is sound for ${Math.floor(end / 60)}:${String(Math.floor(end % 60)).padStart(2, '0')}, and what came after is not in it.`;

/** A container's claim of its last packet is replaced by what the decoder made of it, within what is possible. */
function decodedEnd<T extends { end: number; endAtMost: number }>(
  stream: T,
  heard: HeardTrack | undefined,
): T {
  if (!heard?.frames) return stream;
  return { ...stream, endAtMost: Math.min(stream.endAtMost, Math.max(stream.end, heard.end)) };
}

function describePicture(picture: PictureStream, sealed: SealedPicture, duration: number): Picture {
  const frames = sealed.packets - sealed.hidden;
  return {
    codec: sealed.codec,
    width: picture.width,
    height: picture.height,
    rotation: picture.rotation,
    start: sealed.start,
    frameRate: picture.frameRate || frames / duration,
    frames,
  };
}

/** Seconds between two reports. */
const REPORT_INTERVAL = 0.1;

function progressOf(
  claimed: number | null,
  onProgress: ImportOptions['onProgress'],
): (seconds: number) => void {
  const started = performance.now();
  let done = 0;
  let reported = -Infinity;
  return (seconds) => {
    done = Math.max(done, seconds);
    const elapsed = (performance.now() - started) / 1000;
    if (elapsed - reported < REPORT_INTERVAL) return;
    reported = elapsed;
    const total = Math.max(claimed ?? 0, done);
    const left = claimed !== null && done > 0 ? (elapsed * (total - done)) / done : null;
    onProgress?.({ stage: 'import', unit: 'seconds', done, total, elapsed, left });
  };
}
