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
  /** A code such as `en`, or `auto`: detected in the first window and then kept. A Parakeet model goes by none. */
  language: string;
  /** Several that are spoken, by their codes: what each window is in is then detected among these. */
  languages?: readonly string[] | undefined;
  /** For each of the windows that are worked on at once. */
  threads: number;
  /** 1 without it. What is said in a window does not depend on it. */
  atOnce?: number;
  /** 1 is greedy. */
  beam: number;
  prompt: string;
  /** `cpu`, or a graphics processor by its name; without it the first of these that can be used. */
  device?: string;
  /**
   * Alignment by dynamic time warping, slower. It looks at attention heads that are known for the published model
   * `heads`, or at all heads of the top-most layers.
   */
  dtw?: { heads: string; topLayers: number };
  /** Without these it decodes as whisper.cpp does by default; a benchmark fixes its work with them. */
  maxTokens?: number;
  fallback?: boolean;
  timestamps?: boolean;
}

/** A word that is said in a window, as it is written, with the space in front of it where there is one. */
export interface GivenWord {
  text: string;
  /** Between which seconds of the window it may begin. */
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
 * libgomp's own waiting is turned down: with it a thread spins for milliseconds at every barrier, and on a machine that
 * does something else as well it then spins away the other's time: 47 s instead of 1 s for a clip of 39 s, measured with
 * two busy programs beside it. Costs nothing measurable on an idle machine.
 */
const ENVIRONMENT = { GOMP_SPINCOUNT: '1000' };

/**
 * The native transcriber with its model loaded. Windows are begun in the order they are given. Where a graphics
 * processor fails (its driver crashes, or has too little memory), the processor goes on with the windows that wait.
 */
export class NativeTranscriber {
  #settings: NativeSettings;
  readonly #signal: AbortSignal | undefined;
  #tool: RunningTool;
  readonly #pending = new Map<number, Pending>();
  #windows = 0;
  /** Why it ends, as it said itself. */
  #failure: AppError | undefined;
  /** Why it is gone. */
  #gone: unknown;
  /** Nobody asked it to end. */
  #isWanted = true;
  #graphics: 'unknown' | 'none' | 'used' | 'failed' = 'unknown';
  #wasReady = false;
  #resolveReady: (ready: NativeReady) => void = () => undefined;
  #rejectReady: (error: unknown) => void = () => undefined;
  /** What it says of the model and of itself. */
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
      env: { ...process.env, ...ENVIRONMENT },
    });
    // What is left to read of one that crashed is heard anew.
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
   * @throws {AppError} `TRANSCRIBER_MISSING`, `MODEL_INVALID`, `OUT_OF_MEMORY`, `USAGE` (a language it does not
   * know), `TRANSCRIBER_KILLED`, `TRANSCRIBER_FAILED`, `CANCELLED`.
   */
  static async start(settings: NativeSettings, signal?: AbortSignal): Promise<NativeTranscriber> {
    const transcriber = new NativeTranscriber(settings, signal);
    await transcriber.ready;
    return transcriber;
  }

  /** Whether there is a graphics processor that could not be used, so that the processor does the work. */
  get graphicsFailed(): boolean {
    return this.#graphics === 'failed';
  }

  /**
   * @param samples mono, 16 kHz, at most ten minutes.
   * @param alone nothing else is worked on beside it, so it gets the threads of all.
   * @throws {AppError} as `start`.
   */
  transcribe(
    samples: Float32Array,
    { alone = false, onProgress }: { alone?: boolean; onProgress?: (seconds: number) => void } = {},
  ): Promise<NativeResult> {
    return this.#give(alone ? 'A' : 'W', bytesOf(samples), onProgress);
  }

  /**
   * How a text lies in a window: its tokens are enforced while the model decodes. It gets the threads of all.
   * @param samples mono, 16 kHz, at most 30 seconds.
   * @param words in order.
   * @returns its tokens; null where they are too many for a window.
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

  /** One frame; `resources/native/frames.hpp` describes it. */
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
    // It ended for something else before it told that there is none.
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
        // It keeps to what it detects first, and so does one that goes on in its place.
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
      // It was taken away meanwhile.
      this.#fail(cause);
      return;
    }
    for (const [window, pending] of this.#pending) {
      // A language that was detected for all windows is not told again.
      Object.assign(pending, { segments: [], enforced: undefined });
      this.#send(pending.kind, window, pending.payload);
    }
  }

  /**
   * A driver may take the program with it, or have no memory for the model, before it says that it is ready. One that was
   * asked for by name is not replaced.
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

/** NUL-ended keys and values. */
function encodeSettings({ dtw, fallback, timestamps, languages, ...rest }: NativeSettings): Buffer {
  const settings: Record<string, string | number> = {
    ...rest,
    languages: languages?.join(',') ?? '',
    // Where a release build has its libraries for different processors.
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

/** Says how a program ended by itself, with nobody having asked it to. */
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
