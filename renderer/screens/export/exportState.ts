import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { t } from '../../../shared/messages/messages';
import type { Check } from '../../../shared/model/check';
import type { Undecided } from '../../../shared/model/undecided';
import type { AudioFormat, Blur, TextFormat } from '../../../shared/model/formats';
import type { Progress } from '../../../shared/contract/envelope';
import { toAppErrorShape, type AppErrorShape } from '../../../shared/model/errors';
import type { ProjectDocument } from '../../../shared/document/document';
import { isBlank } from '../../../shared/model/isBlank';
import { isTimed } from '../../../shared/model/word';
import { isQueued, startWork } from '../../session/atWork';
import { call, type CallOptions, type Params } from '../../session/calls/call';
import type { Interview } from '../../session/interview/Interview';
import { toldOf } from '../../session/interview/told';
import { useInterview } from '../../session/useInterview';
import { openInterviewOf, sessionNow } from '../../session/useSession';
import { changedSince, verdictOn } from './checkWords';
import { isUnchanged } from './isUnchanged';

/** The way a recording is exported: one choice for people, where the contract has two. */
export type RecordingChoice = 'none' | 'sound' | 'kept' | 'covered';

export interface ExportForm {
  formats: ReadonlySet<TextFormat>;
  recording: RecordingChoice;
  audioFormat: AudioFormat;
  blur: Blur;
  disguise: boolean;
  /** The model that listens to what was exported; empty for the one that transcribed the recording. */
  listener: string;
  /** The folder to export to; null until one is chosen. */
  folder: string | null;
  title: string;
  intro: string;
  /** True when paragraphs tell when they begin. */
  timeCodes: boolean;
}

export interface Outcome {
  kind: 'export' | 'verify';
  folder: string;
  checks: readonly Check[];
  /** Names of the files that were examined. */
  files: readonly string[];
  /** The undecided things that are published as they are; null where a folder was only examined. */
  undecided: Undecided | null;
  /** The document that this is true of. */
  of: ProjectDocument;
}

export interface ExportState {
  form: ExportForm;
  running: 'export' | 'verify' | null;
  progress: Progress | null;
  error: { kind: 'export' | 'verify' | 'show'; shape: AppErrorShape } | null;
  outcome: Outcome | null;
}

/** Tells what can be exported of an interview as it is. */
export function offered({ words, media, covers }: ProjectDocument) {
  const text = words.length > 0;
  const picture = (media?.picture ?? null) !== null;
  return {
    text,
    times: text && words.every(isTimed),
    sound: media !== null,
    picture,
    /** A picture that is kept would show what covers have to hide. */
    kept: picture && covers.length === 0,
  };
}

function formFor(document: ProjectDocument): ExportForm {
  const { text, sound, picture } = offered(document);
  return {
    formats: new Set(text ? ['txt', 'docx'] : []),
    recording: picture ? 'covered' : sound ? 'sound' : 'none',
    audioFormat: 'm4a',
    blur: 'noise',
    disguise: false,
    listener: '',
    folder: null,
    title: '',
    intro: '',
    timeCodes: false,
  };
}

/** Returns the form without what cannot be exported, or not any more. */
export function settled(form: ExportForm, document: ProjectDocument): ExportForm {
  const { text, times, sound, picture, kept } = offered(document);
  const has = (format: TextFormat) => (format === 'srt' || format === 'vtt' ? times : text);
  const { recording } = form;
  const choices: Record<RecordingChoice, RecordingChoice> = {
    none: 'none',
    sound: sound ? 'sound' : 'none',
    kept: kept ? 'kept' : picture ? 'covered' : 'none',
    covered: picture ? 'covered' : 'none',
  };
  return {
    ...form,
    formats: new Set([...form.formats].filter(has)),
    recording: choices[recording],
    timeCodes: form.timeCodes && times,
  };
}

/** The sentences about it for somebody who may not see the interview. */
const done = (kind: Outcome['kind']): string =>
  kind === 'export' ? t('The export has ended.') : t('The folder was checked.');
const failed = (kind: Outcome['kind']): string =>
  kind === 'export'
    ? t('The export was stopped or failed, and left nothing in the folder. Export again to see why.')
    : t('The folder could not be checked. Try again to see why.');

/**
 * Exports, and verifies folders. This goes on while other parts of the interview are looked at, and behind its lock; it
 * ends when the interview is closed.
 */
export class Exporter {
  readonly store: StoreApi<ExportState>;
  #running: AbortController | null = null;

  constructor(private readonly interview: Interview) {
    this.store = createStore(() => ({
      form: formFor(interview.document),
      running: null,
      progress: null,
      error: null,
      outcome: null,
    }));
  }

  change(change: Partial<ExportForm>): void {
    this.store.setState(({ form }) => ({ form: { ...form, ...change } }));
    const { title, intro, folder } = this.store.getState().form;
    toldOf(this.interview).setState(
      {
        ...(!isBlank(title) && { title: title.trim() }),
        ...(!isBlank(intro) && { intro: intro.trim() }),
        ...(folder !== null && { out: folder }),
      },
      true,
    );
  }

  async export(folder: string): Promise<void> {
    const form = settled(this.store.getState().form, this.interview.document);
    await this.#run('export', async (options) => {
      const { project } = this.interview;
      const { ask } = sessionNow().settings;
      const params = { project, ask, ...paramsOf(form, folder) };
      const { files, checks, undecided } = await call('export.run', params, options);
      return { kind: 'export', folder, checks, files: files.map(({ name }) => name), undecided };
    });
  }

  async verify(folder: string): Promise<void> {
    await this.#run('verify', async (options) => {
      const { listener } = this.store.getState().form;
      const params = { project: this.interview.project, dir: folder, ...modelOf(listener) };
      const { checks } = await call('verify.run', params, options);
      const files = new Set(checks.flatMap(({ file }) => file ?? []));
      return { kind: 'verify', folder, checks, files: [...files], undecided: null };
    });
  }

  /** Shows a folder in the system's file manager. */
  async show(folder: string): Promise<void> {
    try {
      await call('window.showInFolder', { path: folder });
    } catch (error) {
      this.store.setState({ error: { kind: 'show', shape: toAppErrorShape(error) } });
    }
  }

  cancel(): void {
    this.#running?.abort();
  }

  async #run(
    kind: Outcome['kind'],
    work: (options: CallOptions) => Promise<Omit<Outcome, 'of'>>,
  ): Promise<void> {
    // The interview may have been locked while the system asked for a folder.
    if (this.#running || openInterviewOf(sessionNow()) !== this.interview) return;
    const controller = (this.#running = new AbortController());
    const { project } = this.interview;
    const { path } = this.interview;
    const atWork = startWork({ project, path, kind, stop: () => controller.abort() });
    let told: string | null = null;
    this.store.setState({ running: kind, progress: null, error: null, outcome: null });
    try {
      // Changes that wait to be saved may be about what must be withheld.
      await this.interview.saved();
      const { document: before } = this.interview;
      const onProgress = (progress: Progress) => {
        this.store.setState({ progress });
        atWork.tell(progress);
      };
      const found = await work({ signal: controller.signal, onProgress });
      const { document: now } = this.interview;
      const current = isUnchanged(before, now);
      this.store.setState({ outcome: { ...found, of: current ? now : before } });
      const verdict = verdictOn(found.checks, found.files, 'again');
      // An interview that is still being transcribed changes with every window, and nobody looks here then.
      told = `${done(kind)} ${current && !isQueued(project) ? verdict.text : changedSince()}`;
    } catch (error) {
      const shape = toAppErrorShape(error);
      if (shape.code !== 'CANCELLED') {
        this.store.setState({ error: { kind, shape } });
        told = failed(kind);
      }
    } finally {
      this.#running = null;
      this.store.setState({ running: null, progress: null });
      await atWork.end(told);
      if (openInterviewOf(sessionNow()) !== this.interview) this.interview.forget();
    }
  }
}

const modelOf = (listener: string): { model?: string } => (listener === '' ? {} : { model: listener });

/** Formats that are made for reading. */
const READ = ['txt', 'docx', 'html'] as const;

function paramsOf(form: ExportForm, out: string): Omit<Params<'export.run'>, 'project'> {
  const { formats, recording, audioFormat, blur, disguise, timeCodes, listener } = form;
  const [title, intro] = [form.title.trim(), form.intro.trim()];
  const shared = {
    out,
    formats: [...formats],
    ...(!isBlank(title) && { title }),
    ...(!isBlank(intro) && { intro }),
    // Subtitles and JSON have times of their own.
    ...(timeCodes && READ.some((format) => formats.has(format)) && { timeCodes: 'paragraph' as const }),
  };
  switch (recording) {
    case 'none':
      return { ...shared, media: 'none' };
    case 'sound':
      return { ...shared, media: 'audio', audioFormat, blur, disguise, ...modelOf(listener) };
    case 'kept':
      return { ...shared, media: 'video', picture: 'keep', blur, disguise, ...modelOf(listener) };
    case 'covered':
      return { ...shared, media: 'video', picture: 'cover', blur, disguise, ...modelOf(listener) };
  }
}

const exporters = new WeakMap<Interview, Exporter>();

/** Returns the exporter of the open interview, which is the same each time somebody comes back to the page. */
export function useExporter(): Exporter {
  const interview = useInterview();
  const known = exporters.get(interview) ?? new Exporter(interview);
  exporters.set(interview, known);
  return known;
}

export const useExportState = <T>(select: (state: ExportState) => T): T =>
  useStore(useExporter().store, select);
