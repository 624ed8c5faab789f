import { samplesOfFrames } from './filterBanks';
import type { OwnVoiceModel } from './OwnVoiceModel';
import { HOP_SAMPLES } from './VoiceFrames';
import type { SpeechFrames } from './voiceWindows';

/** Places windows of sound among voices by a model, window by window while the sound comes in. */
export class VoicePlaces {
  readonly places: Float64Array[] = [];
  #sound = new Float32Array(0);
  /** The sample that `#sound` begins with. */
  #from = 0;

  /** @param windows in the order of their beginnings, and of their ends too. */
  constructor(
    private readonly model: OwnVoiceModel,
    private readonly windows: readonly SpeechFrames[],
  ) {}

  /** Takes the next samples, mono at 16 kHz; null after the last. @throws {AppError} as `OwnVoiceModel.place`. */
  async push(samples: Float32Array | null): Promise<void> {
    const end = this.#from + this.#sound.length;
    const next = this.windows[this.places.length];
    const first = next ? next.from * HOP_SAMPLES : end;
    // Only what a window still needs is kept.
    const kept = this.#sound.subarray(Math.min(this.#sound.length, Math.max(0, first - this.#from)));
    const all = new Float32Array(kept.length + (samples?.length ?? 0));
    all.set(kept);
    if (samples) all.set(samples, kept.length);
    this.#from = end - kept.length;
    this.#sound = all;
    for (;;) {
      const window = this.windows[this.places.length];
      if (!window) return;
      const from = window.from * HOP_SAMPLES - this.#from;
      const to = from + samplesOfFrames(window.to - window.from);
      if (to > all.length && samples) return;
      this.places.push(await this.model.place(all.slice(from, to)));
    }
  }
}
