import { t } from '../../../shared/messages/messages';
import type { Vault } from '../../vault/Vault';
import { describeMedia } from './describeMedia';
import { examineFiles, type Examined } from './examineFiles';
import type { ImportOptions } from './ImportOptions';
import type { Probe } from './probeMedia';
import { sealRecording } from './sealRecording';

/**
 * Seals a recording into a project that has none, and decodes its sound to the end. On failure the project is as it
 * was.
 * @param files one, or the pieces in which a camera wrote the recording; they are put in the camera's order. Or what
 * `examineFiles` finds in them, for callers that have it look while they do something else.
 * @returns notes on what was left out, put right or guessed, a sentence each.
 * @throws {AppError} `FILE_NOT_FOUND`, `FILE_IS_DIRECTORY`, `FILE_NOT_READABLE`, `FILE_EMPTY`, `MEDIA_UNREADABLE`,
 * `MEDIA_TRUNCATED` (which `incomplete` accepts), `MEDIA_NO_AUDIO`, `USAGE` for a track that is not there, `DISK_FULL`,
 * `TOOL_MISSING`, `CANCELLED`.
 */
export async function importMedia(
  vault: Vault,
  files: string | readonly string[] | Promise<Examined>,
  options: ImportOptions = {},
): Promise<string[]> {
  const examined =
    files instanceof Promise ? files : examineFiles(typeof files === 'string' ? [files] : files, options);
  const { original, probe, notes } = await examined;
  try {
    const sealed = await sealRecording(vault, original, probe, options);
    const { media, notes: more } = describeMedia(original, sealed, options.track);
    vault.execute({ label: 'Import recording', steps: [{ type: 'setMedia', media }] });
    return [...notes, ...leftOut(sealed.probe), ...more];
  } catch (error) {
    // A project that is still being made is thrown away as a whole, which takes no time.
    if (!vault.isBeingMade) await vault.clearMedia();
    throw error;
  }
}

const leftOut = ({ unknown }: Probe): string[] =>
  unknown.map(({ number, codec }) =>
    codec === 'unknown'
      ? t('Sound track {number} was left out: it cannot be decoded.', { number })
      : t('Sound track {number} was left out: it cannot be decoded ({codec}).', { number, codec }),
  );
