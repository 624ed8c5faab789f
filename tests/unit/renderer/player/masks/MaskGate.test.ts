import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSignal } from '../../../../../shared/mask/makeSignal';
import type { Span } from '../../../../../shared/model/entity';
import type { FromGate } from '../../../../../renderer/player/masks/gateMessages';
import { MaskGate } from '../../../../../renderer/player/masks/MaskGate';

const RATE = 8000;
const QUANTUM = 128;
const SPANS: Span[] = [
  { from: 1, to: 1.5 },
  { from: 2.2, to: 3 },
  { from: 5, to: 5.1 },
];
const isWithheld = (time: number) => SPANS.some(({ from, to }) => time >= from && time < to);

/** A recording that plays, and a page that answers a gate, as slowly and unevenly as they are told. */
class Playback {
  readonly gate: MaskGate;
  /** Seconds of the recording that are heard next. */
  position = 0;
  speed = 1;
  /** Number of quanta that an answer takes to arrive. */
  delay = 0;
  #frame = 0;
  #target: number | null = null;
  #late: { due: number; send: () => void }[] = [];

  constructor() {
    this.gate = new MaskGate(RATE, (message) => this.#later(() => this.#hear(message)));
  }

  #later(send: () => void): void {
    // Messages arrive in the order in which they were sent.
    const due = Math.max(this.#frame + this.delay * QUANTUM, this.#late.at(-1)?.due ?? 0);
    this.#late.push({ due, send });
  }

  #hear(message: FromGate): void {
    if (message.type === 'where') {
      if (this.#target !== null) return;
      const { position: time } = this;
      this.#later(() => this.gate.receive({ type: 'at', frame: message.frame, time }));
    } else if (this.#target !== null) {
      this.position = this.#target;
      this.#target = null;
      this.gate.receive({ type: 'follow' });
    }
  }

  seek(target: number): void {
    this.#target = target;
    this.gate.receive({ type: 'shut' });
  }

  /** @returns what is heard of `sound`, a function of the recording's time, in so many quanta. */
  play(quanta: number, sound: (time: number) => number): { time: number; heard: number }[] {
    const all: { time: number; heard: number }[] = [];
    for (let q = 0; q < quanta; q++) {
      while ((this.#late[0]?.due ?? Infinity) <= this.#frame) this.#late.shift()?.send();
      const times = Array.from({ length: QUANTUM }, (_, i) => this.position + (i * this.speed) / RATE);
      const output = new Float32Array(QUANTUM);
      this.gate.process([Float32Array.from(times, sound)], [output], this.#frame);
      times.forEach((time, i) => all.push({ time, heard: output[i] ?? 0 }));
      this.position += (QUANTUM * this.speed) / RATE;
      this.#frame += QUANTUM;
    }
    return all;
  }
}

describe('the gate of the masked preview', () => {
  it('lets nothing of a span through, however it is played and however late the page answers', () => {
    const step = fc.record({
      quanta: fc.integer({ min: 1, max: 60 }),
      speed: fc.constantFrom(0, 0.5, 1, 1.5, 2),
      delay: fc.integer({ min: 0, max: 25 }),
      seek: fc.option(fc.double({ min: 0, max: 6, noNaN: true }), { freq: 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const playback = new Playback();
        playback.gate.receive({ type: 'masks', masks: { spans: SPANS, blur: 'silence' } });
        playback.gate.receive({ type: 'follow' });
        for (const { quanta, speed, delay, seek } of steps) {
          Object.assign(playback, { speed, delay });
          if (seek !== null) playback.seek(seek);
          const leaked = playback.play(quanta, (time) => (isWithheld(time) ? 1 : 0));
          expect(leaked.filter(({ heard }) => heard !== 0)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is open soon after a span, and until shortly before one', () => {
    const playback = new Playback();
    playback.gate.receive({ type: 'masks', masks: { spans: SPANS, blur: 'silence' } });
    playback.gate.receive({ type: 'follow' });
    const heard = playback.play(400, () => 1).filter((sample) => sample.heard === 1);
    const between = heard.filter(({ time }) => time > 1.5 && time < 2.2).map(({ time }) => time);
    expect(Math.min(...between)).toBeLessThan(1.7);
    expect(Math.max(...between)).toBeGreaterThan(2);
  });

  it('makes the signal of the export, at its level, for as long as a span lasts', () => {
    const playback = new Playback();
    playback.gate.receive({ type: 'masks', masks: { spans: SPANS, blur: 'noise' } });
    playback.gate.receive({ type: 'follow' });
    const level = (samples: number[]) =>
      Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
    const inside = playback.play(400, () => 1).filter(({ time }) => isWithheld(time));
    const exported = new Float32Array(inside.length);
    makeSignal('noise', RATE, 0)?.fill(exported);
    expect(level(inside.map(({ heard }) => heard)) / level([...exported])).toBeCloseTo(1, 1);
  });

  it('is shut until it was told what may be heard, and lets all through where nothing is withheld', () => {
    const playback = new Playback();
    expect(playback.play(10, () => 1).every(({ heard }) => heard === 0)).toBe(true);
    playback.gate.receive({ type: 'masks', masks: null });
    expect(playback.play(20, () => 1).at(-1)?.heard).toBe(1);
    playback.gate.receive({ type: 'masks', masks: { spans: [], blur: 'noise' } });
    expect(playback.play(20, () => 1).every(({ heard }) => heard === 0)).toBe(true);
    playback.gate.receive({ type: 'follow' });
    expect(playback.play(20, () => 1).at(-1)?.heard).toBe(1);
  });
});
