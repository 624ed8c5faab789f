import { createStore, type StoreApi } from 'zustand/vanilla';
import { t } from '../../shared/messages/messages';
import { PAGE_META } from '../../shared/contract/bridge';
import { toAppErrorShape, AppError } from '../../shared/model/errors';
import type { Span } from '../../shared/model/entity';
import { call } from '../session/calls/call';
import type { Interview } from '../session/interview/Interview';
import { GatedSound } from './masks/GatedSound';
import type { Masks } from './masks/gateMessages';
import { touchesAny } from './masks/MaskGate';
import { isPlaying, NO_RECORDING, RATES, recordingOf } from './PlayerState';
import type { Masking, Once, Phase, Playback, PlayerState } from './PlayerState';

/** Milliseconds between two reports of the time. */
const TELL_EVERY_MILLISECONDS = 33;
/** Seconds around a span in which the picture is covered, so that no frame of it is seen before the page is drawn. */
const COVER = { before: 0.25, after: 0.1 };

const PAUSED: Playback = { is: 'paused' };

/** Plays the recording of an interview: its picture wherever `element` is put, its sound through a gate. */
export class Player {
  readonly store: StoreApi<PlayerState>;
  readonly element = document.createElement('video');
  #sound: Promise<GatedSound> | null = null;
  #interview: Interview | null = null;
  #preparing: AbortController | null = null;
  #masks: Masks | null = null;
  /** Seconds to which it is on its way; null when it is at its place. */
  #target: number | null = null;
  #moving: Promise<void> | null = null;
  #toldAt = 0;

  /** @param startAt seconds at which it begins when it is ready. */
  constructor(startAt = 0) {
    const { element } = this;
    this.store = createStore<PlayerState>(() => ({ ...NO_RECORDING, time: startAt }));
    // Without this, WebAudio plays silence for the sound of another origin.
    element.crossOrigin = 'anonymous';
    element.preload = 'auto';
    element.playsInline = true;
    element.disablePictureInPicture = true;
    element.disableRemotePlayback = true;
    element.addEventListener('play', () => this.#watch());
    element.addEventListener('playing', () => void this.#follow());
    element.addEventListener('pause', () => this.#stopped());
    element.addEventListener('ended', () => this.#ended());
    // These events also come where nothing is drawn, such as in a window that is hidden.
    element.addEventListener('timeupdate', () => this.#look());
    // A disk may have been pulled out.
    element.addEventListener('error', () => {
      const { phase } = this.store.getState();
      if (phase.is !== 'ready') return;
      this.pause();
      const { recording } = phase;
      this.store.setState({ phase: { is: 'failed', error: toAppErrorShape(unplayable()), recording } });
    });
  }

  /** Prepares and loads the recording. `store` shows how far that is, and an error. */
  async prepare(interview: Interview): Promise<void> {
    this.cancel();
    const preparing = (this.#preparing = new AbortController());
    this.#interview = interview;
    const { media } = interview.document;
    const update = (state: Partial<PlayerState>) => {
      if (this.#preparing === preparing) this.store.setState(state);
    };
    const enter = (phase: Phase) => update({ phase });
    if (!media) {
      update(NO_RECORDING);
      return;
    }
    const before = recordingOf(this.store.getState());
    enter({ is: 'preparing', progress: null, recording: before });
    try {
      const { signal } = preparing;
      const { project } = interview;
      const { bytes, peaks, perSecond } = await call(
        'playback.prepare',
        { project },
        { signal, onProgress: (progress) => enter({ is: 'preparing', progress, recording: before }) },
      );
      if (bytes === 0) {
        update(NO_RECORDING);
        return;
      }
      const sound = await this.#openSound();
      if (signal.aborted) return;
      sound.setMasks(this.#masks);
      const { time } = this.store.getState();
      await load(this.element, `${mediaOrigin()}/${project}`, signal);
      if (time > 0) this.element.currentTime = Math.min(time, media.duration);
      const recording = {
        duration: media.duration,
        aspect: media.picture && aspectIn(this.element),
        peaks: { values: fromBase64(peaks), perSecond },
      };
      enter({ is: 'ready', recording, playback: PAUSED });
    } catch (error) {
      enter({ is: 'failed', error: toAppErrorShape(error), recording: before });
    }
  }

  /** Ends `prepare`. */
  cancel(): void {
    this.#preparing?.abort();
  }

  /** Prepares the recording again after a failure or a cancel. */
  retry(): void {
    if (this.#interview) void this.prepare(this.#interview);
  }

  play(): void {
    this.#begin(null);
  }

  pause(): void {
    const once = this.#once;
    this.element.pause();
    this.#setPlayback(PAUSED);
    if (once?.unmasked) this.#applyMasks();
  }

  /** Pauses. @returns the place in seconds. */
  hold(): number {
    this.pause();
    return this.#target ?? this.element.currentTime;
  }

  /** True while it plays more than a span that was asked for. */
  get playsOn(): boolean {
    return isPlaying(this.store.getState()) && this.#once === null;
  }

  toggle(): void {
    if (isPlaying(this.store.getState())) this.pause();
    else this.play();
  }

  seek(seconds: number): void {
    this.#endOnce();
    this.#goTo(seconds);
  }

  skip(seconds: number): void {
    this.seek(this.store.getState().time + seconds);
  }

  /**
   * Plays a span once, and stops; does nothing until it is ready. `unmasked` plays it as recorded, even where the rest
   * sounds as published.
   */
  playSpan(span: Span, { unmasked = false }: { unmasked?: boolean } = {}): void {
    this.#endOnce();
    this.#goTo(span.from);
    this.#begin({ span, unmasked });
  }

  setRate(rate: number): void {
    this.element.playbackRate = rate;
    this.store.setState({ rate });
  }

  slower(): void {
    this.setRate(RATES.findLast((rate) => rate < this.element.playbackRate) ?? this.element.playbackRate);
  }

  faster(): void {
    this.setRate(RATES.find((rate) => rate > this.element.playbackRate) ?? this.element.playbackRate);
  }

  /** Plays a span over and over, from now on. Null ends that. */
  setLoop(loop: Span | null): void {
    this.store.setState({ loop });
    const { time } = this.store.getState();
    if (loop && (time < loop.from || time >= loop.to)) this.seek(loop.from);
  }

  /** Plays as published from now on, with the blur in place of the spans. Null plays the recording as it is. */
  setMasks(masks: Masks | null): void {
    this.#masks = masks;
    this.#applyMasks();
    this.#tell();
  }

  /** Lets go of the recording. `prepare` takes another. */
  dispose(): void {
    this.cancel();
    this.#preparing = null;
    this.pause();
    this.element.removeAttribute('src');
    this.element.load();
    void this.#sound?.then((sound) => sound.suspend());
    this.store.setState(NO_RECORDING);
  }

  get #playback(): Playback {
    const { phase } = this.store.getState();
    return phase.is === 'ready' ? phase.playback : PAUSED;
  }

  get #once(): Once | null {
    const playback = this.#playback;
    return playback.is === 'paused' ? null : playback.once;
  }

  #setPlayback(playback: Playback): void {
    const { phase } = this.store.getState();
    if (phase.is === 'ready' && phase.playback !== playback)
      this.store.setState({ phase: { ...phase, playback } });
  }

  /** Plays from its place, or from the one that it is on its way to. What plays already goes on. */
  #begin(once: Once | null): void {
    const playback = this.#playback;
    if (playback.is !== 'paused') {
      if (once) this.#setPlayback({ ...playback, once });
    } else if (this.store.getState().phase.is === 'ready') {
      this.#setPlayback({ is: 'starting', once });
      void this.#start();
    }
  }

  #openSound(): Promise<GatedSound> {
    this.#sound ??= GatedSound.open(this.element).catch((error: unknown) => {
      this.#sound = null;
      throw error;
    });
    return this.#sound;
  }

  async #start(): Promise<void> {
    const sound = await this.#openSound();
    // The sound may wait for a first touch of the page, and the element with it.
    sound.resume();
    if (this.element.ended && this.#target === null) this.#goTo(this.store.getState().loop?.from ?? 0);
    await this.#moving;
    const playback = this.#playback;
    if (playback.is === 'paused') return;
    this.#setPlayback({ ...playback, is: 'playing' });
    await this.element.play().catch(() => {
      // It was paused before it could begin, or was refused. Either way it does not play.
      if (this.element.paused && isPlaying(this.store.getState())) this.pause();
    });
  }

  #goTo(seconds: number): void {
    const { phase } = this.store.getState();
    if (phase.is !== 'ready') return;
    this.#target = Math.min(Math.max(0, seconds), phase.recording.duration);
    this.#tell();
    this.#moving ??= this.#move().finally(() => {
      this.#moving = null;
      void this.#follow();
    });
  }

  async #move(): Promise<void> {
    const sound = await this.#openSound();
    await sound.shut();
    while (this.#target !== null) {
      const target = this.#target;
      this.element.currentTime = target;
      await moved(this.element);
      if (this.#target === target) this.#target = null;
    }
    if (this.#once?.unmasked) sound.setMasks(null);
  }

  /** Has the gate follow what plays, unless the element is on its way elsewhere. */
  async #follow(): Promise<void> {
    const sound = await this.#sound;
    if (!this.#moving && !this.element.paused) sound?.follow();
  }

  #applyMasks(): void {
    if (this.#once?.unmasked && !this.#moving) return;
    void this.#sound?.then((sound) => {
      sound.setMasks(this.#masks);
      void this.#follow();
    });
  }

  /** Goes on to play normally where a span was to be played once. */
  #endOnce(): void {
    const playback = this.#playback;
    if (playback.is === 'paused' || !playback.once) return;
    const { unmasked } = playback.once;
    this.#setPlayback({ ...playback, once: null });
    if (unmasked) this.#applyMasks();
  }

  #stopped(): void {
    void this.#sound?.then((sound) => {
      sound.rest();
      return sound.shut();
    });
    // We did not pause it: its picture was taken off the screen.
    if (this.#playback.is === 'playing' && this.element.paused && !this.element.ended) this.pause();
    this.#tell();
  }

  #ended(): void {
    const { loop } = this.store.getState();
    if (loop && isPlaying(this.store.getState())) {
      this.#goTo(loop.from);
      void this.#start();
    } else this.pause();
  }

  /** Reads the time with every frame that is drawn, as long as it plays. */
  #watch(): void {
    const frame = () => {
      this.#look();
      if (!this.element.paused) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  #look(): void {
    const { currentTime, paused } = this.element;
    if (!paused && this.#target === null) {
      const { loop } = this.store.getState();
      const once = this.#once;
      if (once) {
        if (currentTime >= once.span.to) this.pause();
      } else if (loop && currentTime >= loop.to) this.#goTo(loop.from);
    }
    if (paused || performance.now() - this.#toldAt >= TELL_EVERY_MILLISECONDS || this.#masking() === 'inside')
      this.#tell();
  }

  #tell(): void {
    this.#toldAt = performance.now();
    const state = { time: this.#target ?? this.element.currentTime, masking: this.#masking() };
    const before = this.store.getState();
    if (before.time !== state.time || before.masking !== state.masking) this.store.setState(state);
  }

  /** Tells what masks do at its place, or where it goes. */
  #masking(): Masking {
    if (!this.#masks) return 'none';
    const { spans } = this.#masks;
    const inside = [this.element.currentTime, this.#target ?? this.element.currentTime].some((time) =>
      touchesAny(spans, time - COVER.after, time + COVER.before),
    );
    return inside ? 'inside' : 'outside';
  }
}

function mediaOrigin(): string {
  const meta = document.querySelector(`meta[name="${PAGE_META.mediaOrigin}"]`);
  return meta?.getAttribute('content') ?? '';
}

/** Returns the aspect of the picture as it is watched, turned and stretched; null where no picture can be shown. */
const aspectIn = ({ videoWidth, videoHeight }: HTMLVideoElement): number | null =>
  videoHeight > 0 ? videoWidth / videoHeight : null;

const unplayable = (): AppError =>
  new AppError(
    'MEDIA_UNREADABLE',
    t('The recording cannot be played.'),
    t('Prepare it again, or import it anew.'),
  );

/** @throws {AppError} `MEDIA_UNREADABLE`, `CANCELLED`. */
function load(element: HTMLMediaElement, source: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const options = { signal: ended.signal };
    const end = (error?: AppError) => {
      ended.abort();
      if (error) reject(error);
      else resolve();
    };
    element.addEventListener('loadeddata', () => end(), options);
    element.addEventListener('error', () => end(unplayable()), options);
    signal.addEventListener(
      'abort',
      () =>
        end(
          new AppError(
            'CANCELLED',
            t('The recording is not being prepared.'),
            t('Prepare it when you want to hear it.'),
          ),
        ),
      options,
    );
    element.src = source;
  });
}

/** Waits until the element is where it was sent, or will never be. */
function moved(element: HTMLMediaElement): Promise<void> {
  return new Promise((resolve) => {
    const ended = new AbortController();
    for (const event of ['seeked', 'error', 'emptied']) {
      element.addEventListener(
        event,
        () => {
          ended.abort();
          resolve();
        },
        { signal: ended.signal },
      );
    }
  });
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
