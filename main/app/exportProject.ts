import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Result } from '../../shared/contract/api';
import { countProposed } from '../../shared/edits/confirmSpeakers';
import { ProgressMeter } from '../system/ProgressMeter';
import { atomicWrite } from '../system/atomicWrite';
import type { Vault } from '../vault/Vault';
import { exportAudio } from '../export/sound/exportAudio';
import { ExportFolder } from '../export/ExportFolder';
import { exportVideo } from '../export/picture/exportVideo';
import { planExport, type ExportOptions, type ExportPlan } from '../export/planExport';
import { requireWordsForSpeech, speechCheck } from '../published/speechWithWords';
import { writeTranscript } from '../export/transcript/writeTranscript';
import { transcriptDigest } from '../published/transcriptDigest';
import type { FileDescription } from '../published/describeFile';
import { exportReport } from '../published/exportReport';
import { writeReport } from '../export/report/writeReport';
import type { ProjectContext } from '../verify/verifyProject';
import { requirePassed } from '../verify/requirePassed';
import { ExportedFolder } from '../verify/ExportedFile';
import { verifyExport, verifyReport } from '../verify/verifyExport';

/**
 * Writes the publishable folder and verifies it. Everything is made in a hidden folder inside `options.out` and
 * moved up only when every check has passed, so nothing that looks publishable is ever there unverified. A failed or
 * cancelled export leaves the folder as it was; one that is killed leaves the hidden folder, closed to other users, and
 * the next export removes it.
 * @throws {AppError} `EXPORT_WOULD_LEAK` when something withheld would be published, `VERIFY_FAILED`,
 * `EXPORT_UNSUPPORTED`, `MEDIA_MISSING`, `TRANSCRIPT_MISSING`, `TRANSCRIPT_NO_TIMES`, `FILE_EXISTS`,
 * `FILE_NOT_WRITABLE`, `DISK_FULL`, `TOOL_MISSING`, `TOOL_FAILED`, `CANCELLED`.
 */
export async function exportProject(
  vault: Vault,
  options: ExportOptions,
  { names, ...context }: ProjectContext,
): Promise<Omit<Result<'export.run'>, 'undecided'>> {
  const plan = planExport(vault.document, options, names);
  if (plan.recording) requireWordsForSpeech(vault.document);
  const voice = options.disguise && plan.recording ? voiceOf(vault) : undefined;
  const folder = await ExportFolder.open(options.out, vault.document.exports);
  try {
    await writeFiles(vault, plan, folder.staging, voice, context);
    const published = await folder.files();
    const { blur, spans, recording } = plan;
    const { language, ...info } = plan.info;
    const covers = recording?.kind === 'video' ? recording.covers : undefined;
    const recordOf = (files: readonly FileDescription[]) => ({
      at: new Date().toISOString(),
      blur,
      spans,
      transcript: transcriptDigest(plan.paragraphs),
      files: files.map(({ name, sha256 }) => ({ name, sha256 })),
      ...(covers && { covers }),
      ...(voice !== undefined && { disguised: true as const }),
      info,
    });
    const text = { paragraphs: plan.paragraphs, language, info };
    const made = { ...recordOf(published), text };
    const ofSpeech = plan.recording ? [speechCheck(vault.document)] : [];
    const there = new ExportedFolder(folder.staging, context.signal);
    const ofFiles = await verifyExport(vault, there, made, plan.finder, context);
    const checks = [...ofSpeech, ...ofFiles];
    requirePassed(checks);
    await writeReport(folder.staging, exportReport(made, published, checks));
    const files = await folder.files(published);
    const record = recordOf(files);
    const ofReport = await verifyReport(there, record, checks, plan.finder, context);
    requirePassed(ofReport);
    vault.amend({ label: 'Export', steps: [{ type: 'addExport', record }] });
    await folder.publish();
    const { proposed } = countProposed(vault.document.words);
    return { files, checks: [...checks, ...ofReport], proposedSpeakers: proposed };
  } catch (error) {
    await folder.abandon();
    throw error;
  }
}

/** Returns the seed of this interview's disguised voices, which is drawn once. */
function voiceOf(vault: Vault): string {
  const voice = vault.document.voice ?? randomBytes(32).toString('hex');
  if (vault.document.voice === undefined) {
    vault.amend({ label: 'Choose a disguise', steps: [{ type: 'setVoice', voice }] });
  }
  return voice;
}

/** Writes the files under neutral names: a recording's own name may hold a person's. */
async function writeFiles(
  vault: Vault,
  { formats, paragraphs, info, recording, blur, spans }: ExportPlan,
  folder: string,
  voice: string | undefined,
  { signal, onProgress }: Pick<ProjectContext, 'signal' | 'onProgress'>,
): Promise<void> {
  for (const format of formats) {
    await atomicWrite(join(folder, `transcript.${format}`), await writeTranscript(format, paragraphs, info));
  }
  if (!recording) return;
  const meter = new ProgressMeter('export', 'seconds', vault.document.media?.duration ?? 0, onProgress);
  const extension = recording.kind === 'video' ? 'mp4' : recording.format;
  const target = {
    path: join(folder, `recording.${extension}`),
    spans,
    blur,
    voice,
    signal,
    onSeconds: (seconds: number) => meter.report(seconds),
  };
  if (recording.kind === 'video') {
    const { picture, covers } = recording;
    await exportVideo(vault, picture, recording.track, { ...target, covers });
  } else await exportAudio(vault, recording.format, recording.track, target);
}
