import { channelMix, differenceMix, sumMix, type Mix } from './Mix';
import { mixSamples } from './mixSamples';
import { SoundLevels } from './SoundLevels';

export interface LevelsOfMix {
  mix: Mix;
  levels: SoundLevels;
}

/** Measures how loud each mix is that could be transcribed, the usual one first. One pass; 180 kB an hour for each. */
export class MixLevels {
  readonly #all: LevelsOfMix[];

  constructor(channels: number) {
    const each = Array.from({ length: channels }, (_, i) => channelMix(i, channels));
    const mixes =
      channels === 1
        ? each
        : [sumMix(channels), ...each, ...(channels === 2 ? [differenceMix(0, 1, channels)] : [])];
    this.#all = mixes.map((mix) => ({ mix, levels: new SoundLevels() }));
  }

  /** Takes the next whole frames, interleaved, at the rate of `SoundLevels`. */
  push(interleaved: Float32Array): void {
    for (const { mix, levels } of this.#all) levels.push(mixSamples(interleaved, mix));
  }

  /** Ends the measurement; the last frames may be short. */
  end(): LevelsOfMix[] {
    for (const { levels } of this.#all) levels.end();
    return this.#all;
  }
}
