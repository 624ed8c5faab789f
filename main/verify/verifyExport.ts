import type { Listen } from '../../shared/contract/exports';
import { t, type Locale } from '../../shared/messages/messages';
import type { Progress } from '../../shared/contract/envelope';
import type { ExportRecord } from '../../shared/document/document';
import type { LeakFinder } from '../../shared/leaks/LeakFinder';
import type { Ear, OpenRecogniser } from '../../shared/model/Recogniser';
import { sayIn } from '../system/chooseLocale';
import { ProgressMeter } from '../system/ProgressMeter';
import type { Vault } from '../vault/Vault';
import { exportReport, isReport } from '../published/exportReport';
import { spoken, type SpokenCheck } from '../published/SpokenCheck';
import { checkContainer } from './container/checkContainer';
import { checkDisguise } from './sound/checkDisguise';
import { checkFolder } from './folder/checkFolder';
import { checkHeard } from './hearing/checkHeard';
import { checkMediaForms } from './forms/checkForms';
import { checkPicture } from './picture/checkPicture';
import { checkReport } from './folder/checkReport';
import { checkSound } from './sound/checkSound';
import { checkStreams } from './container/checkStreams';
import { exportedFormat, type MediaFormat } from './container/exportedFormat';
import type { ExportedFile, ExportedFolder } from './ExportedFile';
import { publishedWords } from './hearing/publishedAt';
import { answersOf, type CheckRun } from './runCheck';
import { checkText, type PlannedText } from './text/checkText';

/** The expected export: its files with their hashes, the masks of the recording, and the contents of the texts. */
export type ExportExpectation = Pick<ExportRecord, 'blur' | 'spans' | 'files' | 'covers' | 'disguised'> & {
  text: PlannedText;
};

export interface VerifyContext {
  /** The stretches that the recogniser hears, if there is one; without this it hears none. */
  hearing?: { listen: Listen; recogniser: OpenRecogniser | null; ear?: Ear | undefined } | undefined;
  signal?: AbortSignal | undefined;
  /** Called with defects of ours that checks ran into; those checks have failed. */
  onDefect?: ((defect: unknown) => void) | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Examines an export as it is on the disk, and trusts nothing that made it.
 * @returns every check and its answer; none of them quotes what is withheld.
 * @throws {AppError} `CANCELLED`, `TOOL_MISSING`.
 */
export async function verifyExport(
  vault: Vault,
  folder: ExportedFolder,
  expected: ExportExpectation,
  finder: LeakFinder,
  context: VerifyContext = {},
): Promise<SpokenCheck[]> {
  // Files wait for the disk and for programs, so they are examined side by side. None may go on when an error is thrown.
  const running = [
    checkFolder(folder, expected.files, finder),
    ...expected.files
      .filter(({ name }) => !isReport(name))
      .map(({ name }) => checkFile(vault, folder.file(name), expected, finder, context)),
  ];
  await Promise.allSettled(running);
  const checks = (await Promise.all(running)).flat();
  const answers = answersOf(checks, context.onDefect);
  return [...answers, ...(await verifyReport(folder, expected, answers, finder, context))];
}

async function checkFile(
  vault: Vault,
  file: ExportedFile,
  expected: ExportExpectation,
  finder: LeakFinder,
  context: VerifyContext,
): Promise<CheckRun[]> {
  const { name } = file;
  const format = exportedFormat(name);
  if (!format)
    return [spoken({ name: 'format', file: name, ok: false }, () => t('no export writes such a file.'))];
  if ('text' in format) return checkText(file, format.text, expected.text, finder);
  return checkRecording(vault, file, format.media, expected, finder, context);
}

/** Examines the report of an export, if it has one. It should tell the answers in `checks`. */
export async function verifyReport(
  folder: ExportedFolder,
  expected: Omit<ExportExpectation, 'text'>,
  checks: readonly SpokenCheck[],
  finder: LeakFinder,
  { onDefect }: Pick<VerifyContext, 'onDefect'> = {},
): Promise<SpokenCheck[]> {
  const names = expected.files.map(({ name }) => name);
  if (!names.some(isReport)) return [];
  const there = await Promise.all(
    names
      .filter((name) => !isReport(name))
      .map((name) =>
        folder
          .file(name)
          .describe()
          .catch(() => ({ name, bytes: 0, sha256: '' })),
      ),
  );
  const reportIn = (language: Locale) => sayIn(language, () => exportReport(expected, there, checks));
  const reports = names.filter(isReport).map((name) => checkReport(folder.file(name), reportIn, finder));
  return answersOf(await Promise.all(reports), onDefect);
}

async function checkRecording(
  vault: Vault,
  file: ExportedFile,
  format: MediaFormat,
  { blur, spans, covers, disguised, text }: ExportExpectation,
  finder: LeakFinder,
  { hearing, signal, onProgress }: VerifyContext,
): Promise<SpokenCheck[]> {
  const meter = new ProgressMeter('verify', 'seconds', vault.document.media?.duration ?? 0, onProgress);
  meter.report(0);
  const cover = format === 'mp4' && covers ? { spans, covers } : null;
  // A covered picture is looked through as the sound is, so each is half of the way.
  const way = cover ? { picture: 0.5, sound: 0.5 } : { picture: 0, sound: 1 };
  const done = { picture: 0, sound: 0 };
  const reporting = (kind: keyof typeof done) => (seconds: number) => {
    done[kind] = seconds;
    meter.report(way.picture * done.picture + way.sound * done.sound);
  };
  // They mostly wait for programs that read the file, so they run side by side. None may go on when an error is thrown.
  const running = [
    checkMediaForms(file, finder, signal),
    checkContainer(file, format),
    checkStreams(file, format, signal),
    format === 'mp4'
      ? checkPicture(vault, { file, cover, signal, onSeconds: reporting('picture') })
      : Promise.resolve([]),
    checkSound(vault, { ...{ file, format, blur, spans, signal }, onSeconds: reporting('sound') }),
  ] as const;
  await Promise.allSettled(running);
  const [forms, container, streams, picture, sound] = await Promise.all(running);
  const checks: CheckRun[] = [forms, container, streams, ...picture, ...sound];
  checks.push(
    ...(disguised ? [await checkDisguise(vault, { file, spans, signal })] : []),
    await checkHeard({
      ...{ file, spans, finder, signal },
      overruled: vault.document.overruled.map(({ span }) => span),
      published: publishedWords(text.paragraphs),
      masked: sound.every(({ ok }) => ok),
      listen: hearing?.listen ?? 'none',
      recogniser: hearing?.recogniser ?? null,
      ear: hearing?.ear,
      duration: vault.document.media?.duration ?? 0,
      onSeconds: reportHearing(onProgress),
    }),
  );
  return checks;
}

/** Reports the progress of hearing; the total is known only when hearing begins. */
function reportHearing(onProgress: VerifyContext['onProgress']): (done: number, total: number) => void {
  let meter: ProgressMeter | undefined;
  return (done, total) => {
    meter ??= new ProgressMeter('hear', 'seconds', total, onProgress);
    meter.report(done);
  };
}
