import { join } from 'node:path';
import { atomicWrite } from '../../system/atomicWrite';
import type { ExportReport, REPORT_FILES } from '../../published/exportReport';
import { reportHtml } from './reportHtml';

/** Renders the report's files. */
export function renderReport(report: ExportReport): Record<(typeof REPORT_FILES)[number], string> {
  return { 'report.html': reportHtml(report), 'report.json': `${JSON.stringify(report, null, 2)}\n` };
}

/** @throws {AppError} `DISK_FULL`, `FILE_NOT_WRITABLE`. */
export async function writeReport(folder: string, report: ExportReport): Promise<void> {
  for (const [name, text] of Object.entries(renderReport(report)))
    await atomicWrite(join(folder, name), text);
}
