import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findModelFiles } from '../../../../../main/detect/ownModel/findModelFiles';
import { NamesModel } from '../../../../../main/detect/ownModel/NamesModel';
import { TokenClassifier } from '../../../../../main/detect/ownModel/TokenClassifier';
import { ROOT } from '../../../../support/commandLine';
import { makeNamesModel, type TinyModel } from '../../../../support/makeNamesModel';

let folder: string;
let count = 0;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'withheld-names-model-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const wasm = () =>
  readFileSync(join(ROOT, 'node_modules', 'onnxruntime-web', 'dist', 'ort-wasm-simd-threaded.wasm'));
async function load(tiny: TinyModel): Promise<NamesModel> {
  const file = makeNamesModel(join(folder, String(++count), 'model.onnx'), tiny);
  return NamesModel.load(await findModelFiles(file), wasm());
}
async function namesIn(model: NamesModel, text: string) {
  const [names = []] = await model.read([text]);
  return names.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
}

it('reads words and signs in the places where they stand, by WordPiece', async () => {
  const says = { lantern: 'B-PER', Quill: 'I-PER', harbour: 'B-LOC', mill: 'B-ORG', weekday: 'B-MISC' };
  const model = await load({ says });
  expect(model.facts).toMatchObject({ kinds: ['person', 'place', 'organisation'], ignored: ['B-MISC'] });
  expect(
    await namesIn(model, 'We met lantern Quill, at the harbour; weekday.\n\n“mill” lantern lantern!'),
  ).toEqual([
    'person lantern Quill',
    'place harbour',
    'organisation mill',
    'person lantern',
    'person lantern',
  ]);
  expect(await namesIn(model, '')).toEqual([]);
  await model.release();
});

it('gives a byte-level tokenizer the space that begins a word, at the start of a text and behind a sign, too', async () => {
  const model = await load({ tokenizer: 'byte-level', says: { ' Z': 'S-PER' }, labels: ['O', 'S-PER'] });
  expect(await namesIn(model, 'Zhulan met (Zarif), not aZ.')).toEqual(['person Zhulan', 'person Zarif']);
  await model.release();
});

it('says the same of the same, and reads only what an edit changed', async () => {
  // The model knows nothing of other words, so all sentences with them would be the same to it.
  const days = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`d${i}`, 'O']));
  const tiny = { says: { lantern: 'B-PER', ...days }, config: { max_position_embeddings: 66 } };
  const model = await load(tiny);
  const sentence = (i: number) => `On day d${i} they saw lantern at the house.`;
  const text = (edited: string) =>
    Array.from({ length: 200 }, (_, i) => (i === 20 ? edited : sentence(i))).join(' ');
  const runs = vi.spyOn(TokenClassifier.prototype, 'read');
  const first = await model.read([text('They left.')]);
  const all = runs.mock.calls.length;
  expect(all).toBeGreaterThan(20);
  expect(await model.read([text('They left.')])).toEqual(first);
  expect(runs.mock.calls).toHaveLength(all);
  const edited = text('They saw lantern and left.');
  const again = await model.read([edited]);
  expect(runs.mock.calls.length - all).toBeLessThan(all / 2);
  runs.mockRestore();
  await model.release();

  const fresh = await load(tiny);
  expect(await fresh.read([edited])).toEqual(again);
  expect(again.flat()).toHaveLength(200);
  await fresh.release();
});

it('reads a sentence that is longer than the model can take, all of it', async () => {
  const model = await load({ says: { lantern: 'B-PER' }, config: { max_position_embeddings: 42 } });
  const words = Array.from({ length: 300 }, (_, i) => (i % 2 === 0 ? 'lantern' : 'and'));
  expect(await namesIn(model, words.join(' '))).toHaveLength(150);
  await model.release();
});

it('asks for nothing over the network', async () => {
  const asked: unknown[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = (what) => {
    asked.push(what);
    return Promise.reject(new Error('nothing may be fetched'));
  };
  try {
    const config = {
      _name_or_path: 'https://models.invalid/names',
      auto_map: { AutoModel: 'https://models.invalid' },
    };
    const model = await load({ says: { lantern: 'B-PER' }, config });
    expect(await namesIn(model, 'They met lantern.')).toEqual(['person lantern']);
    await model.release();
  } finally {
    globalThis.fetch = original;
  }
  expect(asked).toEqual([]);
});
