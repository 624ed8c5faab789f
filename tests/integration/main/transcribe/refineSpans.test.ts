import { describe, expect, test } from 'vitest';
import { importMedia } from '../../../../main/ingest/recording/importMedia';
import { refineSpans } from '../../../../main/transcribe/refineSpans';
import { resolveModel } from '../../../../main/transcribe/models/resolveModel';
import { Vault } from '../../../../main/vault/Vault';
import { isTimed, type TimedWord } from '../../../../shared/model/word';
import { hearInterview, type HeardInterview } from '../../../support/hearInterview';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { INTERVIEWS, truthOf, type TrueWord } from '../../../support/speech';

const at = useTemporaryFolder();

/** Finds words of one name or number that are said one after another. */
function namesIn(truth: readonly TrueWord[]): TrueWord[][] {
  const names: TrueWord[][] = [];
  let last: TrueWord | undefined;
  for (const word of truth) {
    const goes = last?.entity?.id === word.entity?.id && last?.sentence === word.sentence;
    if (word.entity && goes) names.at(-1)?.push(word);
    else if (word.entity) names.push([word]);
    last = word;
  }
  return names;
}

/** Returns what an editor marks on hearing the name: every word of which it is a good part. */
function heardAs(words: readonly TimedWord[], from: number, to: number): TimedWord[] {
  return words.filter(({ start, end }) => {
    const overlap = Math.min(end, to) - Math.max(start, from);
    return overlap > 0.25 || overlap > (end - start) / 2;
  });
}

interface Outcome {
  spans: number;
  /** Seconds by which the worst span is too short at either end. */
  out: number;
  /** Seconds of neighbouring speech that are lost on average. */
  lost: number;
}

async function measured(interview: HeardInterview): Promise<Outcome> {
  const { vault } = await hearInterview(interview, at(`${interview}.withheld`));
  const truth = truthOf(interview);
  const words = vault.document.words.filter(isTimed);
  const names = namesIn(truth).map((said) => ({
    said,
    from: said[0]?.start ?? NaN,
    to: said.at(-1)?.end ?? NaN,
  }));
  const runs = names.map(({ from, to }) => heardAs(words, from, to));
  const spanOf = await refineSpans(vault, runs, { model: await resolveModel('demo') });
  vault.close();
  const others = truth.filter(({ entity }) => !entity);
  let [out, lost] = [0, 0];
  for (const [i, name] of names.entries()) {
    const span = spanOf(runs[i] ?? []);
    if (!span) throw new Error('there is a recording to hear');
    out = Math.max(out, span.from - name.from, name.to - span.to);
    for (const { start, end } of others) {
      lost += Math.max(0, Math.min(end, span.to) - Math.max(start, span.from));
    }
  }
  return { spans: names.length, out, lost: lost / names.length };
}

describe('the spans of withheld words', () => {
  test.each([
    ['short-40s', 9],
    ['phone-call-2min', 20],
    ['trial-5min', 50],
  ] as const)('hold every one of %s whole, and little beside', async (interview, spans) => {
    const outcome = await measured(interview);
    expect(outcome.spans).toBe(spans);
    expect(outcome.out).toBeLessThanOrEqual(0);
    expect(outcome.lost).toBeLessThanOrEqual(0.35);
  });
});

test('without any room around the words a span is the words’ own times', async () => {
  const vault = await Vault.createWith(at('bare.withheld'), 'a long enough passphrase', (made) =>
    importMedia(made, `${INTERVIEWS}/short-40s.flac`, {}).then(() => undefined),
  );
  const boundaries = { pad: 0, snap: 0, mergeGap: 0, minLength: 0, lengthStep: 0 };
  vault.execute({ label: 'Set boundaries', steps: [{ type: 'setBoundaries', boundaries }] });
  const words = [{ id: 'w1', text: 'Aktobe', start: 2.4, end: 3 }];
  const spanOf = await refineSpans(vault, [words], { model: null });
  vault.close();
  expect(spanOf(words)).toEqual({ from: 2.4, to: 3 });
});
