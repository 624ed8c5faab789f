import { locale, t, type Locale } from '../../shared/messages/messages';
import type { ExportRecord } from '../../shared/document/document';
import type { FileDescription } from './describeFile';
import type { SpokenCheck } from './SpokenCheck';

/** Tells whoever gets a folder what was checked before it was given out. */
export interface ExportReport {
  /** Language of its sentences: that of the app at the time of the export. */
  language: Locale;
  title: string;
  files: FileDescription[];
  settings: {
    /** The sound in place of what is withheld; null without a recording. */
    blur: ExportRecord['blur'] | null;
    /** Number of masked stretches of the recording; null without one. */
    masked: number | null;
    /** Null without a picture. */
    picture: 'kept' | 'covered' | null;
    /** Null without a recording. */
    voices: 'kept' | 'disguised' | null;
  };
  checks: {
    question: string;
    file: string | null;
    answer: 'passed' | 'failed' | 'not done';
    detail: string;
  }[];
  /** Number of places where the recogniser heard something withheld, and a person who listened overruled it. */
  overruled: number;
  limits: string[];
}

/** The files of the report itself. */
export const REPORT_FILES = ['report.html', 'report.json'] as const;

export const isReport = (name: string): boolean => REPORT_FILES.some((file) => file === name);

const limits = () => [
  t(
    'Interview audio often cannot be fully de-identified: a voice, a room, what is said and how can identify a person.',
  ),
  t('Only what was marked was looked for. What nobody marked is published.'),
  t('The recogniser misses words. That it heard nothing withheld does not prove that nobody can.'),
  t(
    'A voice disguise is not anonymity, and no check looks for faces, lips, badges or street signs in a picture.',
  ),
];

/**
 * Makes the report of an export, in the language that the app speaks. It has no date, no path, and no name of a
 * project, a machine, a person or a model. Nothing in it depends on what is withheld: two exports of the same plan have
 * the same report, to the byte. The date is no business of those who read it, and the disk knows it anyway.
 */
export function exportReport(
  { blur, spans, covers, disguised }: Pick<ExportRecord, 'blur' | 'spans' | 'covers' | 'disguised'>,
  files: readonly FileDescription[],
  checks: readonly SpokenCheck[],
): ExportReport {
  const recording = files.some(({ name }) => name.startsWith('recording.'));
  return {
    language: locale(),
    title: t('What was checked before this folder was given out'),
    files: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    settings: {
      blur: recording ? blur : null,
      masked: recording ? spans.length : null,
      picture: files.some(({ name }) => name.endsWith('.mp4')) ? (covers ? 'covered' : 'kept') : null,
      voices: recording ? (disguised ? 'disguised' : 'kept') : null,
    },
    checks: checks.map(({ name, file, ok, done, detail, say }) => ({
      question: name,
      file,
      answer: ok ? (done === false ? 'not done' : 'passed') : 'failed',
      detail: say?.() ?? detail,
    })),
    overruled: checks.reduce((sum, { overruled = 0 }) => sum + overruled, 0),
    limits: limits(),
  };
}
