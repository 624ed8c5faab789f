import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import { canDecode } from './canDecode';
import type { ImportOptions } from './ImportOptions';
import { differentPieces, noTrack, undecodableSound } from '../../media/mediaErrors';
import type { Original } from './Original';
import { missingPieces, nextPiece, orderPieces } from './orderPieces';
import { probeMedia, type Probe, type SoundStream } from './probeMedia';
import { requireMediaFile } from './requireMediaFile';
import { requireWholeFile } from './requireWholeFile';
import { wavHeader } from './wavHeader';

export interface Examined {
  original: Original;
  probe: Probe;
  notes: string[];
}

/** Looks at every file before anything is sealed. */
export async function examineFiles(
  given: readonly string[],
  { incomplete = false, signal, track }: ImportOptions,
): Promise<Examined> {
  const [first, ...more] = orderPieces(given);
  if (first === undefined)
    throw new AppError('USAGE', t('There is no recording to import.'), t('Choose one.'));
  const pieces: Probe[] = [];
  let options: string[] = [];
  const notes: string[] = [];
  for (const file of [first, ...more]) {
    await requireMediaFile(file);
    const wav = await wavHeader(file);
    if (wav?.isShort) {
      if (more.length > 0) throw differentPieces();
      // The size of the file says how long the sound is.
      options = ['-f', 'wav', '-ignore_length', '1'];
      notes.push(
        t(
          'The file says that it has less sound than it has, as when a recording was not ended properly. All of the sound was taken.',
        ),
      );
    }
    const probe = await probeMedia({ files: [file], options }, signal);
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

/** Leaves out the tracks that ffmpeg cannot decode. A single track is not tried here, but by decoding it to its end. */
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
    ...(files.length > 1
      ? [
          t(
            '{count, plural, one {# file was joined, in this order: {names}.} other {# files were joined, in this order: {names}.}}',
            { count: files.length, names: names.join(', ') },
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [
          t('By the camera’s numbers a piece between them is missing ({numbers}).', {
            numbers: missing.join(', '),
          }),
        ]
      : []),
    ...(next === null
      ? []
      : [
          t('{file}, which lies beside it, seems to go on with this recording and was not imported.', {
            file: next,
          }),
        ]),
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
