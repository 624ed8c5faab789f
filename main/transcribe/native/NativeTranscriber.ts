import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { t } from '../../../shared/messages/messages';
import { AppError } from '../../../shared/model/errors';
import { runTool, type RunningTool, type ToolEnd } from '../../system/runTool';
import { toolPath } from '../../system/toolPath';
import {
  nativeEventSchema,
  type EnforcedText,
  type NativeErrorCode,
  type NativeEvent,
  type NativeReady,
  type NativeResult,
  type NativeSegment,
} from './nativeEvents';

export interface NativeSettings {
  model: string;
  /** A code such as `en`, or `auto`: then it is detected in the first window and kept. A Parakeet model ignores it. */
  language: string;
  /** Codes of several spoken languages; the language of each window is then detected among these. */
  languages?: readonly string[] | undefined;
  /** Threads for each of the windows that are worked on at once. */
  threads: number;
  /**
   * Windows worked on at once, by default 1. A window that is sent `alone` gets the threads of all of them; what is
   * heard depends a little on the number of threads. The words of any other window do not depend on it.
   */
  atOnce?: number;
  /** 1 is greedy. */
  beam: number;
  prompt: string;
  /** `cpu`, or a graphics processor by its name; by default the first graphics processor that can be used. */
  device?: string;
  /**
   * Aligns by dynamic time warping, which is slower. It looks at the attention heads that are known for the published
   * model `heads`, or at all heads of the top-most layers.
   */
  dtw?: { heads: string; topLayers: number };
  /** By default it decodes as whisper.cpp does; a benchmark fixes the amount of work with these. */
  maxTokens?: number;
  fallback?: boolean;
  timestamps?: boolean;
}

/** A word that is said in a window, as it is written, with the space before it if there is one. */
export interface GivenWord {
  text: string;
  /** Seconds of the window between which it may begin. */
  from: number;
  to: number;
}

type FrameKind = 'S' | 'W' | 'A' | 'T' | 'E';

interface Pending {
  kind: FrameKind;
  payload: Buffer;
  segments: NativeSegment[];
  enforced?: EnforcedText | null;
  language: string | undefined;
  onProgress: ((seconds: number) => void) | undefined;
  resolve: (result: NativeResult) => void;
  reject: (error: unknown) => void;
}

/**
 * Turns libgomp's own waiting down. By default a thread spins for milliseconds at every barrier. On a machine that does
 * something else as well, that wastes the other's time: 47 s instead of 1 s for a clip of 39 s, measured with two busy
 * programs beside it. Less waiting costs nothing measurable on an idle machine. What a person set for it holds.
 */
const ENVIRONMENT = { GOMP_SPINCOUNT: '1000' };

/**
 * Runs the native transcriber with its model loaded. It begins windows in the order in which they are given. When a
 * graphics processor fails (its driver crashes, or has too little memory), the processor goes on with the windows that
 * wait.
 */
export class NativeTranscriber {
  #settings: NativeSettings;
  readonly #signal: AbortSignal | undefined;
  #tool: RunningTool;
  readonly #pending = new Map<number, Pending>();
  #windows = 0;
  /** The reason that the program itself gave for its end. */
  #failure: AppError | undefined;
  /** The error with which it ended for good; undefined while it runs. */
  #gone: unknown;
  /** True until somebody asks it to end. */
  #isWanted = true;
  #graphics: 'unknown' | 'none' | 'used' | 'failed' = 'unknown';
  #wasReady = false;
  #resolveReady: (ready: NativeReady) => void = () => undefined;
  #rejectReady: (error: unknown) => void = () => undefined;
  /** The facts that it tells about the model and itself. */
  readonly ready: Promise<NativeReady>;

  private constructor(settings: NativeSettings, signal: AbortSignal | undefined) {
    this.#settings = settings;
    this.#signal = signal;
    this.ready = new Promise((resolve, reject) => {
      this.#resolveReady = resolve;
      this.#rejectReady = reject;
    });
    this.ready.catch(() => undefined);
    this.#tool = this.#run();
  }

  #run(): RunningTool {
    const tool = runTool('transcriber', [], {
      signal: this.#signal,
      env: { ...ENVIRONMENT, ...process.env },
    });
    // Lines left over from a program that crashed are ignored, since its windows are heard again.
    createInterface({ input: tool.stdout }).on('line', (line) => tool === this.#tool && this.#hear(line));
    tool.done.then(
      (end) => this.#ended(this.#failure ?? failureOf(end)),
      (error: unknown) => this.#fail(error),
    );
    this.#tool = tool;
    this.#send('S', 0, encodeSettings(this.#settings));
    return tool;
  }

  /**
   * Starts the program and waits until its model is loaded.
   * @throws {AppError} `TRANSCRIBER_MISSING`, `MODEL_INVALID`, `OUT_OF_MEMORY`, `USAGE` (a language it does not
   * know), `TRANSCRIBER_KILLED`, `TRANSCRIBER_FAILED`, `CANCELLED`.
   */
  static async start(settings: NativeSettings, signal?: AbortSignal): Promise<NativeTranscriber> {
    const transcriber = new NativeTranscriber(settings, signal);
    await transcriber.ready;
    return transcriber;
  }

  /** True when there is a graphics processor that could not be used, so that the processor does the work. */
  get graphicsFailed(): boolean {
    return this.#graphics === 'failed';
  }

  /**
   * @param samples mono, 16 kHz, at most ten minutes.
   * @param alone true when nothing else is worked on beside it, so that it gets all threads.
   * @throws {AppError} as `start`.
   */
  transcribe(
    samples: Float32Array,
    { alone = false, onProgress }: { alone?: boolean; onProgress?: (seconds: number) => void } = {},
  ): Promise<NativeResult> {
    return this.#give(alone ? 'A' : 'W', bytesOf(samples), onProgress);
  }

  /**
   * Finds where a text lies in a window: its tokens are enforced while the model decodes. It gets all threads.
   * @param samples mono, 16 kHz, at most 30 seconds.
   * @param words in order.
   * @returns its tokens; null when they are too many for a window.
   * @throws {AppError} as `start`.
   */
  async enforce(samples: Float32Array, words: readonly GivenWord[]): Promise<EnforcedText | null> {
    const fields = words.flatMap(({ text: said, from, to }) => [
      said.replaceAll('\0', ''),
      from.toFixed(3),
      to.toFixed(3),
    ]);
    const text = Buffer.from(fields.map((field) => `${field}\0`).join(''));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(text.length);
    const { enforced } = await this.#give('T', Buffer.concat([size, text, bytesOf(samples)]));
    return enforced ?? null;
  }

  #give(
    kind: 'W' | 'A' | 'T',
    payload: Buffer,
    onProgress?: (seconds: number) => void,
  ): Promise<NativeResult> {
    const window = this.#windows++;
    return new Promise((resolve, reject) => {
      if (this.#gone !== undefined) throw this.#gone as Error;
      this.#pending.set(window, {
        kind,
        payload,
        segments: [],
        language: undefined,
        onProgress,
        resolve,
        reject,
      });
      this.#send(kind, window, payload);
    });
  }

  /** Lets it finish and waits until it is gone. */
  async end(): Promise<void> {
    this.#isWanted = false;
    this.#send('E', 0, Buffer.alloc(0));
    this.#tool.stdin.end();
    await this.#tool.done;
  }

  /** Ends it at once. */
  kill(): void {
    this.#isWanted = false;
    this.#tool.child.kill('SIGKILL');
  }

  /** Sends one frame; `resources/native/frames.hpp` describes it. */
  #send(kind: FrameKind, window: number, payload: Buffer): void {
    const header = Buffer.alloc(12);
    header.writeUInt32LE(kind.charCodeAt(0), 0);
    header.writeUInt32LE(window, 4);
    header.writeUInt32LE(payload.length, 8);
    this.#tool.stdin.write(header);
    this.#tool.stdin.write(payload);
  }

  #hear(line: string): void {
    const event = parseEvent(line);
    if (!event) {
      this.#failure = failed();
      this.kill();
      return;
    }
    if (event.type === 'ready') this.#beReady(event);
    else if (event.type === 'error') this.#failure = nativeFailure(event.code);
    else this.#deliver(event);
  }

  #beReady(ready: NativeReady): void {
    if (ready.deviceFailed) this.#graphics = 'failed';
    // Without any graphics processor, an earlier end before it was ready had another cause.
    else if (!this.#wasReady && ready.devices.length === 0) this.#graphics = 'none';
    else if (this.#graphics === 'unknown') this.#graphics = 'used';
    this.#wasReady = true;
    this.#resolveReady(ready);
  }

  #deliver(event: Exclude<NativeEvent, { type: 'ready' | 'error' }>): void {
    const pending = this.#pending.get(event.window);
    if (!pending) return;
    switch (event.type) {
      case 'language':
        pending.language = event.language;
        // The program keeps the language that it detects first, and so must one that goes on in its place.
        if (!this.#settings.languages) this.#settings = { ...this.#settings, language: event.language };
        break;
      case 'progress':
        pending.onProgress?.(event.done);
        break;
      case 'segment':
        pending.segments.push(event);
        break;
      case 'aligned':
        pending.enforced = event.fits ? { tokens: event.tokens, closes: event.closes } : null;
        break;
      case 'done':
        this.#pending.delete(event.window);
        pending.resolve({
          segments: pending.segments,
          enforced: pending.enforced,
          language: pending.language,
        });
    }
  }

  #ended(error: AppError): void {
    if (!this.#isWanted || !this.#mayBeGraphics(error)) return this.#fail(error);
    this.#graphics = 'failed';
    this.#failure = undefined;
    this.#settings = { ...this.#settings, device: 'cpu' };
    try {
      this.#run();
    } catch (cause) {
      // The program's file was taken away meanwhile.
      this.#fail(cause);
      return;
    }
    for (const [window, pending] of this.#pending) {
      // A language that was detected for all windows is not told again, so it is kept.
      Object.assign(pending, { segments: [], enforced: undefined });
      this.#send(pending.kind, window, pending.payload);
    }
  }

  /**
   * Tells whether a graphics processor may be at fault. Its driver may take the program down, or have no memory for the
   * model, before the program says that it is ready. A device that was asked for by name is not replaced.
   */
  #mayBeGraphics({ code }: AppError): boolean {
    if (this.#settings.device !== undefined) return false;
    if (this.#graphics === 'unknown') return code === 'TRANSCRIBER_FAILED' || code === 'OUT_OF_MEMORY';
    return this.#graphics === 'used' && code !== 'MODEL_INVALID' && code !== 'USAGE';
  }

  #fail(error: unknown): void {
    this.#gone = error;
    this.#rejectReady(error);
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

const bytesOf = (samples: Float32Array): Buffer =>
  Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);

/** Encodes settings as NUL-ended keys and values. */
function encodeSettings({ dtw, fallback, timestamps, languages, ...rest }: NativeSettings): Buffer {
  const settings: Record<string, string | number> = {
    ...rest,
    languages: languages?.join(',') ?? '',
    // A release build has its libraries for different processors in this folder.
    backends: dirname(toolPath('transcriber')),
    dtw: dtw ? 1 : 0,
    aheads: dtw?.heads ?? '',
    topLayers: dtw?.topLayers ?? 1,
    fallback: fallback === false ? 0 : 1,
    timestamps: timestamps === false ? 0 : 1,
  };
  const text = Object.entries(settings).map(
    ([key, value]) => `${key}\0${String(value).replaceAll('\0', '')}\0`,
  );
  return Buffer.from(text.join(''));
}

function parseEvent(line: string): NativeEvent | undefined {
  try {
    return nativeEventSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function nativeFailure(code: NativeErrorCode): AppError {
  switch (code) {
    case 'OUT_OF_MEMORY':
      return new AppError(
        'OUT_OF_MEMORY',
        t('There is not enough memory for this model.'),
        t('Close other programs or choose a smaller model, then start again: finished parts are kept.'),
      );
    case 'MODEL_INVALID':
      return new AppError(
        'MODEL_INVALID',
        t('The model file cannot be used.'),
        t('Get it again or choose another model made for whisper.cpp.'),
      );
    case 'LANGUAGE_UNKNOWN':
      return new AppError(
        'USAGE',
        t('The recogniser does not know that language.'),
        t('Use a code such as en, ru or kk, or auto.'),
      );
    case 'FAILED':
      return failed();
  }
}

/** Makes the error for a program that ended without having been asked to. */
function failureOf({ code, signal }: ToolEnd): AppError {
  if (signal !== 'SIGKILL' && code !== KILLED_IN_A_SHELL) return failed();
  return new AppError(
    'TRANSCRIBER_KILLED',
    t('The transcriber was ended from outside, most likely because memory ran out.'),
    t('Close other programs or choose a smaller model, then start again: finished parts are kept.'),
  );
}

const KILLED_IN_A_SHELL = 128 + 9;

const failed = (): AppError =>
  new AppError(
    'TRANSCRIBER_FAILED',
    t('The transcriber stopped because of a fault of its own.'),
    t('Start again: finished parts are kept; if it stops at the same place, choose another model.'),
  );
