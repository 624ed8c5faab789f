import { join } from 'node:path';
import type { Check } from '../../../shared/contract/api';
import type { Progress } from '../../../shared/contract/envelope';
import type { ExportRecord } from '../../../shared/project/document';
import type { LeakFinder } from '../../../shared/redaction/LeakFinder';
import { ProgressMeter } from '../../system/ProgressMeter';
import type { Vault } from '../../vault/Vault';
import { checkContainer } from './checkContainer';
import { checkFolder } from './checkFolder';
import { checkMediaForms, checkTextForms } from './checkForms';
import { checkPicture } from './checkPicture';
import { checkSound } from './checkSound';
import { checkStreams } from './checkStreams';
import { exportedFormat, type MediaFormat } from './exportedFormat';

/** What was to be exported: the files with their hashes, and how the recording is masked where. */
export type ExportExpectation = Pick<ExportRecord, 'blur' | 'spans' | 'files' | 'covers'>;

export interface VerifyContext {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Examines an export as it is on the disk, trusting nothing of how it was made.
 * @returns every question and its answer; none of them quotes what is withheld.
 * @throws {AppError} `CANCELLED`, `TOOL_MISSING`.
 */
export async function verifyExport(
  vault: Vault,
  dir: string,
  expected: ExportExpectation,
  finder: LeakFinder,
  context: VerifyContext = {},
): Promise<Check[]> {
  const { language } = vault.document;
  const checks = await checkFolder(dir, expected.files, finder);
  for (const { name } of expected.files) {
    const path = join(dir, name);
    const format = exportedFormat(name);
    if (!format)
      checks.push({ name: 'format', file: name, ok: false, detail: 'no export writes such a file.' });
    else if ('text' in format) checks.push(await checkTextForms(path, name, format.text, language, finder));
    else checks.push(...(await checkRecording(vault, path, name, format.media, expected, finder, context)));
  }
  return checks;
}

async function checkRecording(
  vault: Vault,
  path: string,
  file: string,
  format: MediaFormat,
  { blur, spans, covers }: ExportExpectation,
  finder: LeakFinder,
  { signal, onProgress }: VerifyContext,
): Promise<Check[]> {
  const meter = new ProgressMeter('verify', 'seconds', vault.document.media?.duration ?? 0, onProgress);
  const checks = [
    await checkMediaForms(path, file, finder, signal),
    await checkContainer(path, file, format),
    await checkStreams(path, file, format, signal),
  ];
  const cover = covers ? { spans, covers } : null;
  if (format === 'mp4') checks.push(...(await checkPicture(vault, { path, file, cover, signal })));
  checks.push(
    ...(await checkSound(vault, {
      path,
      file,
      format,
      blur,
      spans,
      signal,
      onSeconds: (s) => meter.report(s),
    })),
  );
  return checks;
}
