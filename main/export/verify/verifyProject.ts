import { readdir } from 'node:fs/promises';
import type { Check } from '../../../shared/contract/api';
import { AppError } from '../../../shared/contract/errors';
import type { ExportRecord } from '../../../shared/project/document';
import { buildPlan } from '../../../shared/redaction/plan';
import { protectedForms } from '../../../shared/redaction/protectedForms';
import type { Vault } from '../../vault/Vault';
import type { ExportContext } from '../exportProject';
import { verifyExport } from './verifyExport';

/**
 * Examines a folder again, by what the project says today: words that were marked since must not be in it either,
 * and the recording must be masked wherever it would be masked now.
 * @throws {AppError} `FILE_NOT_FOUND` when there is no such folder, `EXPORT_UNSUPPORTED` when it holds no export of
 * this project, `CANCELLED`, `TOOL_MISSING`.
 */
export async function verifyProject(
  vault: Vault,
  dir: string,
  { isCommonWord, signal, onProgress }: ExportContext,
): Promise<Check[]> {
  const { document } = vault;
  const record = bestRecord(document.exports, await namesIn(dir));
  if (!record) {
    throw new AppError(
      'EXPORT_UNSUPPORTED',
      'The folder holds no export of this project.',
      'Name the folder that was exported to, and the project it was exported from.',
    );
  }
  const forms = protectedForms(document, isCommonWord);
  const checks = await verifyExport(vault, dir, record, forms, { signal, onProgress });
  const recording = record.files.some(({ name }) => name.startsWith('recording.'));
  return recording ? [coversPlan(record, document), ...checks] : checks;
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (cause) {
    throw new AppError('FILE_NOT_FOUND', 'There is no such folder.', 'Check the path and try again.', {
      cause,
    });
  }
}

/** The latest of the exports that share the most names with the folder. */
function bestRecord(records: readonly ExportRecord[], names: readonly string[]): ExportRecord | undefined {
  const shared = ({ files }: ExportRecord) => files.filter(({ name }) => names.includes(name)).length;
  const most = Math.max(1, ...records.map(shared));
  return records.findLast((record) => shared(record) === most);
}

function coversPlan(record: ExportRecord, document: Vault['document']): Check {
  const covered = buildPlan(document).spans.every((span) =>
    record.spans.some(({ from, to }) => from <= span.from && to >= span.to),
  );
  return {
    name: 'masked as the project is now',
    file: null,
    ok: covered,
    detail: covered
      ? 'Everything that is withheld now was withheld when it was exported.'
      : 'more of the recording is withheld now than when it was exported; export again.',
  };
}
