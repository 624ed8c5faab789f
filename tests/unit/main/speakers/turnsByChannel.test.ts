import { describe, expect, it } from 'vitest';
import { ChannelLevels } from '../../../../main/speakers/ChannelLevels';
import { turnsByChannel } from '../../../../main/speakers/turnsByChannel';
import { randomNumbers } from '../../../../main/speakers/randomNumbers';
import { interleaved, microphones } from '../../../support/makeConversation';
import { converse, RATE } from '../../../support/makeVoices';

const { sound, turns } = converse(
  [
    { pitch: 120, throat: 1 },
    { pitch: 120, throat: 1 },
  ],
  Array.from({ length: 12 }, (_, i) => ({ voice: i % 3 === 0 ? 1 : 0, seconds: 1 + (i % 4) })),
);
const own = [0, 1].map((voice) =>
  sound.map((sample, at) =>
    turns.some((turn) => turn.voice === voice && at >= turn.from * RATE && at < turn.to * RATE) ? sample : 0,
  ),
);

function levelsOf(channels: readonly Float32Array[]) {
  const random = randomNumbers(1);
  const levels = new ChannelLevels(channels.length);
  levels.push(interleaved(channels).map((sample) => sample + 1e-4 * (random() - 0.5)));
  levels.end();
  return levels.each;
}

const wrong = (found: ReturnType<typeof turnsByChannel>): number =>
  (found ?? []).reduce(
    (sum, { from, to, voice }) =>
      sum +
      turns
        .filter((turn) => turn.voice !== voice)
        .reduce((all, turn) => all + Math.max(0, Math.min(to, turn.to) - Math.max(from, turn.from)), 0),
    0,
  );

describe('speakers by channel', () => {
  it.each([-20, -6, -3])('are whoever is loudest in their own, with others at %d dB', (crosstalk) => {
    const found = turnsByChannel(levelsOf(microphones(own, crosstalk)), turns);
    expect(found).not.toBeNull();
    expect(wrong(found)).toBeLessThan(0.5);
  });

  it('may have microphones that are set differently', () => {
    const [one = new Float32Array(), other = new Float32Array()] = microphones(own, -8);
    const found = turnsByChannel(levelsOf([one, other.map((sample) => sample / 6)]), turns);
    expect(found).not.toBeNull();
    expect(wrong(found)).toBeLessThan(0.5);
  });

  it('are not told by channels that are alike, or of which one is silent', () => {
    expect(turnsByChannel(levelsOf([sound, sound]), turns)).toBeNull();
    expect(turnsByChannel(levelsOf([sound, sound.map((sample) => sample / 2)]), turns)).toBeNull();
    expect(turnsByChannel(levelsOf([sound, new Float32Array(sound.length)]), turns)).toBeNull();
    expect(turnsByChannel(levelsOf([sound]), turns)).toBeNull();
    expect(turnsByChannel(levelsOf(microphones(own, -8)), [])).toBeNull();
  });
});
