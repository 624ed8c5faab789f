import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nameKnowledge } from '../../main/detect/nameKnowledge';
import type { MediaExport } from '../../main/export/sound/exportAudio';
import { exportedTrack } from '../../main/export/sound/exportedTrack';
import { exportProject } from '../../main/app/exportProject';
import type { ExportOptions } from '../../main/export/planExport';
import { importMedia } from '../../main/ingest/recording/importMedia';
import type { PlannedText } from '../../main/verify/text/checkText';
import { Vault } from '../../main/vault/Vault';
import type { Mark } from '../../shared/model/mark';
import type { ExportRecord } from '../../shared/document/document';
import type { Media, Picture, SoundTrack } from '../../shared/model/media';
import { LeakFinder } from '../../shared/leaks/LeakFinder';
import { makeMarks } from '../../shared/edits/makeMarks';
import { buildPlan } from '../../shared/plan/RedactionPlan';
import { renderPublished } from '../../shared/plan/render';
import { ffmpeg, floats } from './makeMedia';

export interface SaidWord {
  text: string;
  start: number;
  end: number;
}

/** Makes a project with a recording, the words said in it, and marks. */
export async function makeProject(
  path: string,
  recording: string | null,
  { words = [], marks = [] }: { words?: readonly SaidWord[]; marks?: readonly Mark[] } = {},
): Promise<Vault> {
  const vault = await Vault.createWith(path, 'a passphrase', async (created) => {
    if (recording !== null) await importMedia(created, recording);
  });
  vault.execute({
    label: 'Import transcript',
    steps: [
      { type: 'setNextId', nextId: words.length + 1 },
      {
        type: 'setTranscript',
        language: 'en',
        words: words.map(({ text, start, end }, i) => ({ id: `w${i + 1}`, text, start, end })),
        speakers: [],
        transcription: null,
      },
    ],
  });
  const { command } = makeMarks(vault.document, marks);
  if (command) vault.execute(command);
  return vault;
}

export function mediaOf({ document }: Vault): Media & { sound: SoundTrack } {
  if (!document.media) throw new Error('nothing was imported');
  return { ...document.media, sound: exportedTrack(document.media) };
}

export function pictureOf(vault: Vault): Picture {
  const { picture } = mediaOf(vault);
  if (!picture) throw new Error('there is no picture');
  return picture;
}

export const runExport = (vault: Vault, options: ExportOptions) =>
  exportProject(vault, options, { names: nameKnowledge });

/** Returns the finder of what is withheld today. */
export const finderOf = ({ document }: Vault) => LeakFinder.of(document, nameKnowledge);

/** Returns what the texts of an export with the usual title have to say. */
export const textOf = ({ document }: Vault): PlannedText => ({
  paragraphs: renderPublished(document, buildPlan(document), LeakFinder.of(document, nameKnowledge).names),
  language: document.language,
  info: { title: 'Interview' },
});

/** Returns the record that an export of the files in a folder would have left. */
export async function recordOf(
  folder: string,
  { spans, blur }: Pick<MediaExport, 'spans' | 'blur'>,
): Promise<ExportRecord> {
  const files = [];
  for (const name of (await readdir(folder)).sort()) {
    const sha256 = createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex');
    files.push({ name, sha256 });
  }
  return { at: '2020-01-01T00:00:00.000Z', blur, spans: [...spans], transcript: '0'.repeat(64), files };
}

/** Returns a file's sound as players give it, on the timeline, interleaved. */
export async function decoded(path: string, rate?: number): Promise<Float32Array> {
  const resample = rate === undefined ? '' : `,aresample=${rate}`;
  return floats(
    await ffmpeg(
      '-i',
      path,
      '-map',
      '0:a:0',
      '-af',
      `aresample=async=1:first_pts=0${resample}`,
      '-f',
      'f32le',
      '-',
    ),
  );
}

/** Returns the likeness of two pieces of sound without a shift, from −1 to 1. */
export function likeness(a: Float32Array, b: Float32Array): number {
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? 0;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb || 1);
}
