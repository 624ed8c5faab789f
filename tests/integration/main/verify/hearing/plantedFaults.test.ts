import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { nameKnowledge } from '../../../../../main/detect/nameKnowledge';
import { PcmMask } from '../../../../../main/export/sound/mask/PcmMask';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkHeard } from '../../../../../main/verify/hearing/checkHeard';
import type { PublishedWord } from '../../../../../main/verify/hearing/publishedAt';
import { findRecogniser } from '../../../../../main/transcribe/findRecogniser';
import { emptyDocument } from '../../../../../shared/document/document';
import { mergeSpans } from '../../../../../shared/plan/boundaries';
import type { Span } from '../../../../../shared/model/entity';
import { LeakFinder } from '../../../../../shared/leaks/LeakFinder';
import type { OpenRecogniser } from '../../../../../shared/model/Recogniser';
import { ffmpeg, floats, useTemporaryFolder } from '../../../../support/makeMedia';
import { INTERVIEWS, samplesOfFile, truthOf } from '../../../../support/speech';

const at = useTemporaryFolder();
const RATE = 16_000;
const PAD = 0.15;
const NAMES = ['Aigul', 'Bekova', 'Aktobe', 'Timur', 'Serimov'];
const finder = LeakFinder.of(
  {
    ...emptyDocument(),
    entities: NAMES.map((name, i) => ({
      ...{ id: `e${i}`, type: 'person', name, aliases: [], decision: 'withhold' },
    })),
  },
  nameKnowledge,
);

const SPANS: Span[] = mergeSpans(
  truthOf('short-40s')
    .filter(({ text }) => NAMES.includes(text.replace(/\W/gu, '')))
    .map(({ start, end }) => ({ from: start - PAD, to: end + PAD })),
  0,
);
/** The second mention was missed, so nothing masks it. */
const [MISSED = { from: 0, to: 0 }] = SPANS.slice(1, 2);
const LEFT = SPANS.filter((span) => span !== MISSED);
const DURATION = 14;

/** The next mention says the same name. */
const [, , AGAIN = { from: 0, to: 0 }] = SPANS;

/** The sound with every mention masked, with one missed, and with the next one missed, too. */
let honest: Float32Array;
let faulty: Float32Array;
let faultyTwice: Float32Array;
let recogniser: OpenRecogniser;
beforeAll(async () => {
  const source = await samplesOfFile(`${INTERVIEWS}/short-40s.flac`, DURATION);
  const masked = (spans: readonly Span[]) =>
    floats(
      new PcmMask({ rate: RATE, channels: 1, spans, blur: 'noise' }).push(Buffer.from(source.slice().buffer)),
    );
  [honest, faulty] = [masked(SPANS), masked(LEFT)];
  faultyTwice = masked(LEFT.filter((span) => span !== AGAIN));
  const found = await findRecogniser(emptyDocument(), 'demo');
  if (!found) throw new Error('the demo model is missing');
  recogniser = found.open;
});

/** Makes the noise of a street, far louder than the speaker. */
function street(samples: Float32Array): Float32Array {
  let [state, low] = [1, 0];
  return samples.map(() => {
    state = (state * 1103515245 + 12345) % 2147483648;
    low += 0.5 * (state / 1073741824 - 1 - low);
    return 0.5 * low;
  });
}

const plus = (a: Float32Array, b: Float32Array) => a.map((x, i) => x + (b[i] ?? 0));

/** Channels in which one ear, or two ears together or apart, hear what is not in the plain sum. */
const FAULTS: Record<string, (voice: Float32Array) => Float32Array[]> = {
  'one channel is the other turned over': (voice) => [voice, voice.map((x) => -x)],
  'in one channel, beside a far louder one': (voice) => [street(voice), voice.map((x) => 0.1 * x)],
  'only in the difference of the two': (voice) => [
    plus(
      street(voice),
      voice.map((x) => 0.05 * x),
    ),
    street(voice),
  ],
};

async function file(channels: readonly Float32Array[]): Promise<string> {
  const count = channels.length;
  const samples = Float32Array.from(
    { length: (channels[0]?.length ?? 0) * count },
    (_, i) => channels[i % count]?.[Math.floor(i / count)] ?? 0,
  );
  const [raw, path] = [at('recording.f32'), at('recording.wav')];
  await writeFile(raw, Buffer.from(samples.buffer));
  await ffmpeg('-f', 'f32le', '-ar', `${RATE}`, '-ac', `${count}`, '-i', raw, '-c:a', 'pcm_f32le', path);
  return path;
}

const asked = (path: string, spans: readonly Span[]) =>
  checkHeard({
    ...{ file: new ExportedFile(path, 'recording'), listen: 'all', spans, masked: true, finder, recogniser },
    duration: DURATION,
  });

/** Returns what a recogniser hears in the plain sum, as it did before each channel was heard. */
async function heardInSum(channels: readonly Float32Array[]): Promise<string> {
  const [first = new Float32Array(0), ...others] = channels;
  const sum = others.reduce(plus, first).map((x) => x / channels.length);
  const open = await recogniser();
  try {
    return (await open.hear(sum)).map(({ text }) => text).join(' ');
  } finally {
    open.close();
  }
}

describe.each(Object.entries(FAULTS))('a missed name that can be heard %s', (_, channelsOf) => {
  test('is caught, and the sum would not have told', async () => {
    const channels = channelsOf(faulty);
    expect(await heardInSum(channels)).not.toMatch(new RegExp(NAMES.join('|'), 'iu'));
    const check = await asked(await file(channels), LEFT);
    expect(check.ok).toBe(false);
    expect(check.places?.some(({ from, to }) => from < MISSED.to && to > MISSED.from)).toBe(true);
  });

  test('passes where it is masked', async () => {
    expect(await asked(await file(channelsOf(honest)), SPANS)).toMatchObject({ ok: true });
  });
});

describe('a person who listened', () => {
  test('overrules the recogniser at a place, and nowhere else', async () => {
    const path = await file([faulty]);
    const refused = await asked(path, LEFT);
    expect(refused.places).toHaveLength(1);
    const ask = (overruled: readonly Span[]) =>
      checkHeard({
        ...{
          file: new ExportedFile(path, 'recording'),
          listen: 'all',
          spans: LEFT,
          masked: true,
          finder,
          recogniser,
        },
        ...{ duration: DURATION, overruled },
      });
    const passed = await ask(refused.places ?? []);
    expect(passed).toMatchObject({ ok: true, overruled: 1 });
    expect(passed.detail).toContain('overruled by a person who listened');
    expect(await ask([{ from: MISSED.to + 1, to: MISSED.to + 5 }])).toMatchObject({ ok: false });
  });
});

describe('a name that is published once, somewhere in a long line', () => {
  /** Nothing is known of the words' times but the time of the whole line. */
  const published: PublishedWord[] = ['aigul', 'bekova'].map((folded) => ({ folded, from: 0, to: DURATION }));
  const ask = async (voice: Float32Array, spans: readonly Span[], words = published) =>
    checkHeard({
      ...{ file: new ExportedFile(await file([voice]), 'recording'), listen: 'all', spans, masked: true },
      ...{ finder, recogniser, duration: DURATION, published: words },
    });

  test('may be heard once', async () => {
    expect(await ask(faulty, LEFT)).toMatchObject({ ok: true });
  });

  test('lets no other name be heard beside it', async () => {
    for (const word of published) {
      const check = await ask(faulty, LEFT, [word]);
      expect(check.ok).toBe(false);
      expect(check.places?.some(({ from, to }) => from < MISSED.to && to > MISSED.from)).toBe(true);
    }
  });

  test('is refused with both places where it is heard twice', async () => {
    const check = await ask(
      faultyTwice,
      LEFT.filter((span) => span !== AGAIN),
    );
    expect(check.ok).toBe(false);
    for (const { from, to } of [MISSED, AGAIN])
      expect(check.places?.some((place) => place.from < to && place.to > from)).toBe(true);
  });
});
