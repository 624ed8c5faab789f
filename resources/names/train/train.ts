/**
 * Trains the models that find names: `npm run names:train -- DATA [MODEL …]`, where DATA is the folder of the labelled
 * texts and lists. Writes the files beside this folder; README.md there says what goes in and what comes out.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FeatureMaker } from '../../../main/detect/tagger/features';
import { CrfWeights } from '../../../main/detect/tagger/CrfWeights';
import { MODEL_NAMES, type ModelName } from '../../../main/detect/tagger/NameTagger';
import { placePopulation } from '../../../main/detect/lexicon/gazetteer';
import { isGivenName } from '../../../main/detect/lexicon/personNames';
import { NameLists } from '../../../main/detect/tagger/NameLists';
import { CrfTrainer, type Example, type TrainingOptions } from './CrfTrainer';
import { makeLists } from './makeLists';
import { readConll, type Document, type Labelled } from './readConll';
import { finish } from './finish';
import { asHeadline, asVariant, type Variant } from './variants';
import { writeWords } from './writeWords';

/** A recipe for a model, chosen on the development files. */
interface Recipe {
  languages: readonly string[];
  variants: readonly Variant[];
  /** Most buckets that are kept. */
  most: number;
}
const RECIPES: Readonly<Record<ModelName, Recipe>> = {
  latin: { languages: ['en'], variants: ['written'], most: 1_200_000 },
  'latin-caseless': { languages: ['en'], variants: ['small', 'spoken'], most: 2_000_000 },
  cyrillic: { languages: ['ru', 'kk'], variants: ['written'], most: 500_000 },
  'cyrillic-caseless': { languages: ['ru', 'kk'], variants: ['small', 'spoken'], most: 1_200_000 },
};
const OPTIONS: TrainingOptions = {
  epochs: 12,
  learningRate: 0.1,
  l2: 1e-6,
  dropout: 0.2,
  leastCount: 2,
  seed: 20_26,
};
/** Weight of text that a model labelled itself, which counts for less. */
const SELF_LABELLED_WEIGHT = 0.5;
const WINDOW_SENTENCES = 60;
/** One sentence in so many comes as a headline instead: all in capitals, or each word with one. */
const LOUD_EVERY = 25;
const TITLED_EVERY = 50;

const [data = '', ...wanted] = process.argv.slice(2);
if (!existsSync(join(data, 'lists'))) {
  console.error('Name the folder of the labelled texts and lists: npm run names:train -- DATA');
  process.exit(2);
}
const out = join(import.meta.dirname, '..');
writeWords(out);
const table = makeLists(join(data, 'lists'));
writeFileSync(join(out, 'lists.bin'), table.toBytes());
const lists = new NameLists(table, placePopulation, isGivenName);
for (const name of MODEL_NAMES) if (wanted.length === 0 || wanted.includes(name)) train(name, lists);
finish(data, out);

function train(name: ModelName, known: NameLists): void {
  const { languages, variants, most } = RECIPES[name];
  const files = readdirSync(data)
    .filter((file) => file.endsWith('.train.conll') && languages.some((l) => file.startsWith(`${l}-`)))
    .sort();
  const maker = new FeatureMaker(known);
  const examples: Example[] = [];
  for (const file of files) {
    const weight = file.includes('selflabelled') ? SELF_LABELLED_WEIGHT : 1;
    for (const document of readConll(join(data, file)))
      for (const variant of variants) examples.push(...examplesOf(maker, document, variant, weight));
  }
  const trainer = new CrfTrainer(examples, OPTIONS);
  let started = performance.now();
  trainer.train((epoch, likelihood) => {
    const now = performance.now();
    console.log(
      `${name}, pass ${epoch}: ${likelihood.toFixed(4)} a word, ${Math.round((now - started) / 1000)} s`,
    );
    started = now;
  });
  const bytes = CrfWeights.quantise(trainer.transitions, trainer.weights, { most }).toBytes();
  writeFileSync(join(out, `${name}.bin`), bytes);
  console.log(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}

function examplesOf(maker: FeatureMaker, document: Document, variant: Variant, weight: number): Example[] {
  const examples: Example[] = [];
  for (let at = 0; at < document.length; at += WINDOW_SENTENCES) {
    const sentences = document
      .slice(at, at + WINDOW_SENTENCES)
      .map((sentence, i) =>
        variant === 'written' ? sometimesHeadline(sentence, at + i) : asVariant(sentence, variant),
      )
      .filter((sentence) => sentence.length > 0);
    const features = maker.make(sentences.map((sentence) => sentence.map(({ text }) => text)));
    for (const [i, sentence] of sentences.entries()) {
      const of = features[i];
      if (of)
        examples.push({ features: of, labels: Uint8Array.from(sentence, ({ label }) => label), weight });
    }
  }
  return examples;
}

function sometimesHeadline(sentence: readonly Labelled[], i: number): Labelled[] {
  if (i % LOUD_EVERY === LOUD_EVERY - 1) return asHeadline(sentence, true);
  return i % TITLED_EVERY === TITLED_EVERY - 2 ? asHeadline(sentence, false) : [...sentence];
}
