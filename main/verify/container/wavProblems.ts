import type { FileHandle } from 'node:fs/promises';
import { t } from '../../../shared/messages/messages';
import type { Say } from '../../published/SpokenCheck';
import { readAt } from '../../system/fileBytes';

/** The chunks that exports have: format, length and samples, and the room that is kept for a longer length. */
const ALLOWED = new Set(['fmt ', 'fact', 'data', 'ds64', 'JUNK']);

/** Finds what a WAV (or RF64, its form beyond 4 GiB) has beyond ours: chunks of tags, and bytes after the sound. */
export async function wavProblems(file: FileHandle): Promise<Say[]> {
  const { size } = await file.stat();
  const problems: Say[] = [];
  let long = 0;
  for (let at = 12; at < size;) {
    const head = await readAt(file, at, 8);
    if (head.length < 8) return [...problems, () => t('it has bytes behind the sound')];
    const type = head.toString('latin1', 0, 4);
    const short = head.readUInt32LE(4);
    const length = type === 'data' && short === 0xffff_ffff ? long : short;
    if (!ALLOWED.has(type)) problems.push(() => t('it has a chunk that an export never has'));
    if (type === 'ds64') long = Number((await readAt(file, at + 16, 8)).readBigUInt64LE());
    if (type === 'JUNK' && (await readAt(file, at + 8, length)).some((byte) => byte !== 0)) {
      problems.push(() => t('its padding is not empty'));
    }
    if (at + 8 + length > size) problems.push(() => t('it is cut short'));
    at += 8 + length + (length % 2);
  }
  return problems;
}
