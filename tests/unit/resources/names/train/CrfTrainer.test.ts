import { expect, it } from 'vitest';
import { CrfWeights, LABEL_COUNT, LABELS } from '../../../../../main/detect/tagger/CrfWeights';
import { FeatureMaker } from '../../../../../main/detect/tagger/features';
import { HashTable } from '../../../../../main/detect/lexicon/HashTable';
import { NameLists } from '../../../../../main/detect/tagger/NameLists';
import { CrfTrainer, type Example } from '../../../../../resources/names/train/CrfTrainer';

const maker = new FeatureMaker(
  new NameLists(
    HashTable.of(new Map(), Math.max),
    () => 0,
    () => false,
  ),
);
const OPTIONS = { epochs: 8, learningRate: 0.1, l2: 1e-6, dropout: 0.2, leastCount: 1, seed: 5 };

const featuresOf = (words: readonly string[]) => {
  const [features] = maker.make([words]);
  if (!features) throw new Error('no sentence was made');
  return features;
};

/** Makes sentences of made-up words. Those behind "with" are people, and those behind "in" are places. */
function examples(): Example[] {
  return Array.from({ length: 60 }, (_, i) => {
    const words = ['we', 'were', i % 2 === 0 ? 'with' : 'in', `Zor${'abcdefghij'[i % 10]}an`, 'then'];
    const label = LABELS.indexOf(i % 2 === 0 ? 'person' : 'place');
    return { features: featuresOf(words), labels: Uint8Array.of(0, 0, 0, label, 0), weight: 1 };
  });
}

function trained(): CrfTrainer {
  const trainer = new CrfTrainer(examples(), OPTIONS);
  trainer.train(() => undefined);
  return trainer;
}

it('learns what stands behind which word, and the same input gives the same bytes', () => {
  const [first, second] = [trained(), trained()].map(({ transitions, weights }) =>
    CrfWeights.quantise(transitions, weights),
  );
  expect(first?.toBytes().equals(second?.toBytes() ?? Buffer.alloc(0))).toBe(true);
  const read = (word: string) => first?.marginals(featuresOf(['we', 'were', word, 'Zoruk', 'then']));
  const at = 3 * LABEL_COUNT;
  expect(read('with')?.[at + LABELS.indexOf('person')]).toBeGreaterThan(0.8);
  expect(read('in')?.[at + LABELS.indexOf('place')]).toBeGreaterThan(0.8);
});
