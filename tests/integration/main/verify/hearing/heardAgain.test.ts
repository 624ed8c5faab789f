import { beforeAll, describe, expect, test } from 'vitest';
import { nameKnowledge } from '../../../../../main/detect/nameKnowledge';
import { PcmMask } from '../../../../../main/export/sound/mask/PcmMask';
import { ExportedFile } from '../../../../../main/verify/ExportedFile';
import { checkHeard, type HearingQuestion } from '../../../../../main/verify/hearing/checkHeard';
import { findRecogniser } from '../../../../../main/transcribe/findRecogniser';
import { BLURS, type Blur } from '../../../../../shared/model/formats';
import { emptyDocument } from '../../../../../shared/document/document';
import { mergeSpans } from '../../../../../shared/plan/boundaries';
import type { Span } from '../../../../../shared/model/entity';
import { LeakFinder } from '../../../../../shared/leaks/LeakFinder';
import type { OpenRecogniser } from '../../../../../shared/model/Recogniser';
import { floats, useTemporaryFolder } from '../../../../support/makeMedia';
import { INTERVIEWS, samplesOfFile, truthOf } from '../../../../support/speech';
import { writeWav } from '../../../../support/writeWav';
import { expectWithin } from '../../../../support/patience';

const at = useTemporaryFolder();
const RATE = 16_000;
const PAD = 0.15;
const NAMES = ['Aigul', 'Bekova', 'Aktobe', 'Timur', 'Serimov'];
const isName = ({ text }: { text: string }) => NAMES.includes(text.replace(/\W/gu, ''));

/** All places where a name is said, with their pads. */
const SPANS: Span[] = mergeSpans(
  truthOf('short-40s')
    .filter(isName)
    .map(({ start, end }) => ({ from: start - PAD, to: end + PAD })),
  0,
);
const finder = LeakFinder.of(
  {
    ...emptyDocument(),
    entities: NAMES.map((name, i) => ({
      id: `e${i}`,
      type: 'person',
      name,
      aliases: [],
      decision: 'withhold',
    })),
  },
  nameKnowledge,
);

let source: Float32Array;
let recogniser: OpenRecogniser;
beforeAll(async () => {
  source = await samplesOfFile(`${INTERVIEWS}/short-40s.flac`);
  const found = await findRecogniser(emptyDocument(), 'demo');
  if (!found) throw new Error('the demo model is missing');
  recogniser = found.open;
});

function masked(spans: readonly Span[], blur: Blur): Float32Array {
  const mask = new PcmMask({ rate: RATE, channels: 1, spans, blur });
  return floats(mask.push(Buffer.from(source.slice().buffer)));
}

async function asked(samples: Float32Array, changes: Partial<HearingQuestion> = {}) {
  const path = at('recording.wav');
  writeWav(path, samples, RATE);
  return checkHeard({
    ...{ file: new ExportedFile(path), listen: 'spans', spans: SPANS, masked: true, finder, recogniser },
    duration: source.length / RATE,
    ...changes,
  });
}

/** Returns what the recogniser hears in a stretch, without any check. */
async function said(samples: Float32Array, { from, to }: Span): Promise<string> {
  const open = await recogniser();
  try {
    const words = await open.hear(samples.slice(Math.max(0, from - 1) * RATE, (to + 1) * RATE));
    return words.map(({ text }) => text).join(' ');
  } finally {
    open.close();
  }
}

test.each([...BLURS.map((blur) => [blur, 'spans'] as const), ['noise', 'all'] as const])(
  'nothing is heard in an honest export, masked with %s: %s',
  async (blur, listen) => {
    const check = await asked(masked(SPANS, blur), { listen });
    expect(check).toMatchObject({ ok: true, name: 'heard again' });
    expect(check.done).toBeUndefined();
  },
);

describe('is caught, and would have been heard:', () => {
  test.each([0, 1, 2, 3])('a span that was not masked (%i)', async (i) => {
    const samples = masked(
      SPANS.filter((_, k) => k !== i),
      'noise',
    );
    const bare = SPANS[i] ?? { from: 0, to: 0 };
    expect(await said(samples, bare)).toMatch(/Aigul|Bekova|Aktobe|Timur|Serimov/u);
    // The other spans are masked, and that nothing is heard there is shown above.
    expect(await asked(samples, { masked: false, spans: [bare] })).toMatchObject({ ok: false });
  });

  test.each([1, 3])('a mention that was missed, in all of it (%i)', async (i) => {
    const spans = SPANS.filter((_, k) => k !== i);
    const samples = masked(spans, 'noise');
    expect(await said(samples, SPANS[i] ?? { from: 0, to: 0 })).toMatch(/Aigul|Bekova|Aktobe|Timur|Serimov/u);
    const check = await asked(samples, { spans, listen: 'all' });
    expect(check.ok).toBe(false);
    expect(check.detail).toMatch(/can be heard at \d+:\d/u);
    expect(check.detail).not.toMatch(/aigul|bekova|aktobe|timur|serimov/iu);
  });

  test('a surname beside its masked first name, around the spans', async () => {
    const surname = truthOf('short-40s').find(({ text }) => text === 'Bekova')?.start ?? 0;
    const spans = SPANS.map(({ from, to }) => ({ from, to: from < surname && surname < to ? surname : to }));
    expect(await asked(masked(spans, 'tone'), { spans })).toMatchObject({ ok: false });
  });

  test('a mask that was put 0.6 s late', async () => {
    const late = SPANS.map(({ from, to }) => ({ from: from + 0.6, to: to + 0.6 }));
    const samples = masked(late, 'silence');
    expect(await asked(samples, { masked: false })).toMatchObject({ ok: false });
    expect(await asked(samples, { spans: late })).toMatchObject({ ok: false });
  });
});

describe('is not done, and says so,', () => {
  test('without a model', async () => {
    expect(await asked(masked(SPANS, 'noise'), { recogniser: null })).toMatchObject({
      ok: true,
      done: false,
    });
    expect(await findRecogniser(emptyDocument())).toBeNull();
  });

  test('when it was not asked for', async () => {
    expect(await asked(source, { listen: 'none' })).toMatchObject({ ok: true, done: false });
  });
});

test('a model that is named and missing is an error', async () => {
  await expect(findRecogniser(emptyDocument(), 'no such model')).rejects.toMatchObject({
    code: 'MODEL_MISSING',
  });
});

test('a recording that cannot be decoded does not pass', async () => {
  expect(await asked(new Float32Array(0))).toMatchObject({ ok: false });
});

test('a cancel ends it within two seconds', async () => {
  const controller = new AbortController();
  let start = 0;
  const onSeconds = () => {
    start ||= performance.now();
    controller.abort();
  };
  const running = asked(masked(SPANS, 'noise'), { listen: 'all', signal: controller.signal, onSeconds });
  await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  await expectWithin(2000, performance.now() - start);
});
