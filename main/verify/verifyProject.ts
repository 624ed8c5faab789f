import { readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { t } from '../../shared/messages/messages';
import type { Check } from '../../shared/model/check';
import { AppError } from '../../shared/model/errors';
import type { ExportRecord, ProjectDocument } from '../../shared/document/document';
import { isTold, type LeakPlace } from '../../shared/model/leakPlace';
import type { Cover } from '../../shared/model/cover';
import { buildPlan } from '../../shared/plan/RedactionPlan';
import { LeakFinder } from '../../shared/leaks/LeakFinder';
import { plannedText } from '../../shared/leaks/plannedText';
import type { PublishedParagraph } from '../../shared/plan/render';
import { whatIsLeft } from '../../shared/leaks/whatIsLeft';
import type { Vault } from '../vault/Vault';
import type { NameKnowledge } from '../../shared/leaks/NameKnowledge';
import { isReport } from '../published/exportReport';
import { speechCheck } from '../published/speechWithWords';
import { transcriptDigest } from '../published/transcriptDigest';
import { ExportedFolder } from './ExportedFile';
import { verifyExport, type VerifyContext } from './verifyExport';

export interface ProjectContext extends VerifyContext {
  names: NameKnowledge;
}

/**
 * Examines a folder again by the project as it is today: words that were marked since must not be in it either, and the
 * recording must be masked wherever it would be masked now.
 * @throws {AppError} `FILE_NOT_FOUND` when there is no such folder, `EXPORT_UNSUPPORTED` when it holds no export of
 * this project, `CANCELLED`, `TOOL_MISSING`.
 */
export async function verifyProject(
  vault: Vault,
  dir: string,
  { names, ...context }: ProjectContext,
): Promise<Check[]> {
  const { document } = vault;
  const folder = new ExportedFolder(dir, context.signal);
  const record = await bestRecord(document.exports, folder, await namesIn(dir));
  if (!record) {
    throw new AppError(
      'EXPORT_UNSUPPORTED',
      t('The folder holds no export of this interview.'),
      t('Name the folder that was exported to, and the interview it was exported from.'),
    );
  }
  const finder = LeakFinder.of(document, names);
  const planned = plannedText(document, finder);
  const { paragraphs } = planned;
  const text = { paragraphs, language: document.language, info: record.info };
  const checks = await verifyExport(vault, folder, { ...record, text }, finder, context);
  const now = record.files.flatMap(({ name }) => {
    if (isReport(name)) return [];
    if (name.startsWith('recording.')) return [coversPlan(name, record, document)];
    return [readsTheSame(name, record, paragraphs)];
  });
  const sound = record.files.some(({ name }) => name.startsWith('recording.'));
  const holds = { sound, text: record.files.some(({ name }) => name.startsWith('transcript.')) };
  // A folder is handed on under its name, which may have changed since the export.
  const left = whatIsLeft(document, finder, { ...record.info, folder: basename(resolve(dir)) }, planned);
  return [
    saysNothing(left.some(({ kind }) => kind === 'folder')),
    nothingLeft(left.filter(({ kind }) => kind !== 'folder' && isTold(kind, holds))),
    ...(sound ? [speechCheck(document)] : []),
    ...now,
    ...checks,
  ];
}

function saysNothing(isSaid: boolean): Check {
  const detail = isSaid
    ? t('it says something withheld; rename the folder.')
    : t('It says nothing withheld.');
  return { name: 'name of the folder', file: null, ok: !isSaid, detail };
}

/** Asks the plan once whether anything withheld is left. Other checks ask each file whether it says just the plan. */
function nothingLeft(left: readonly LeakPlace[]): Check {
  const name = 'nothing withheld in what is published';
  if (left.length === 0)
    return { name, file: null, ok: true, detail: t('Nothing withheld is left undecided.') };
  const kinds = [...new Set(left.map(({ kind }) => kind))].map((kind) =>
    t(
      '{kind, select, words {the transcript} label {a label} heading {a heading} title {a title} introduction {an introduction} description {a description} marker {the word in all markers} other {the name of the folder}}',
      { kind },
    ),
  );
  const detail = t(
    'something withheld stands in {kinds} ({count, plural, one {# place} other {# places}}); decide them in Review.',
    { kinds: kinds.join(', '), count: left.length },
  );
  return { name, file: null, ok: false, detail };
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (cause) {
    throw new AppError('FILE_NOT_FOUND', t('There is no such folder.'), t('Check the path and try again.'), {
      cause,
    });
  }
}

/** Finds the export with the most unchanged files in the folder, then with the most names; the latest of equals. */
async function bestRecord(
  records: readonly ExportRecord[],
  folder: ExportedFolder,
  names: readonly string[],
): Promise<ExportRecord | undefined> {
  const hashes = new Map<string, string>();
  for (const name of names) {
    if (!records.some(({ files }) => files.some((file) => file.name === name))) continue;
    const described = await folder
      .file(name)
      .describe()
      .catch(() => null);
    hashes.set(name, described?.sha256 ?? '');
  }
  const likeness = ({ files }: ExportRecord) => {
    const there = files.filter(({ name }) => hashes.has(name));
    const unchanged = there.filter(({ name, sha256 }) => hashes.get(name) === sha256);
    return unchanged.length * (names.length + 1) + there.length;
  };
  const most = Math.max(1, ...records.map(likeness));
  return records.findLast((record) => likeness(record) === most);
}

const TODAY = {
  name: 'withheld as the project is now',
  ok: () => t('Everything that is withheld now was withheld when it was exported.'),
};

function coversPlan(file: string, record: ExportRecord, document: ProjectDocument): Check {
  const masked = buildPlan(document).spans.every((span) =>
    record.spans.some(({ from, to }) => from <= span.from && to >= span.to),
  );
  const covered = masked && (!file.endsWith('.mp4') || coversAll(record.covers ?? [], document.covers));
  const detail = () => t('more of the recording is withheld now than when it was exported; export again.');
  return { name: TODAY.name, file, ok: covered, detail: covered ? TODAY.ok() : detail() };
}

/** Tells whether every rectangle that is drawn now was drawn the same then, whatever its name and the order. */
function coversAll(then: readonly Cover[], now: readonly Cover[]): boolean {
  const course = ({ keys, to }: Cover) =>
    JSON.stringify([keys.map((key) => Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1))), to]);
  const drawn = new Set(then.map(course));
  return now.every((cover) => drawn.has(course(cover)));
}

function readsTheSame(file: string, record: ExportRecord, paragraphs: readonly PublishedParagraph[]): Check {
  const same = transcriptDigest(paragraphs) === record.transcript;
  const detail = () =>
    t('the transcript would read differently now than when it was exported; export again.');
  return { name: TODAY.name, file, ok: same, detail: same ? TODAY.ok() : detail() };
}
