import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OwnModel } from '../../../../../main/detect/ownModel/OwnModel';
import { FLOAT, INT64, makeNamesModel, type TinyModel } from '../../../../support/makeNamesModel';

let folder: string;
let count = 0;
const model = new OwnModel();
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'withheld-own-model-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const SAYS = { lantern: 'B-PER' };
const make = (tiny: TinyModel = {}) =>
  makeNamesModel(join(folder, String(++count), 'model.onnx'), { says: SAYS, ...tiny });
const beside = (file: string, name: string) => join(dirname(file), name);

describe('a names model', () => {
  it('is read in a thread of its own, each time as its files are then', async () => {
    const file = make();
    const facts = await model.check(file);
    expect(facts).toMatchObject({ kinds: ['person', 'place', 'organisation'], ignored: ['B-MISC'] });
    expect(facts.bytes).toBe(readFileSync(file).length);
    const told: number[] = [];
    const [names, none] = await model.read(file, ['They met lantern.', ''], {
      onProgress: (done, total) => told.push(done / total),
    });
    expect(names).toMatchObject([{ type: 'person', start: 9, end: 16 }]);
    expect(none).toEqual([]);
    expect(told).toEqual([1]);
    makeNamesModel(file, { says: { harbour: 'B-LOC', lantern: 'O' } });
    expect(await model.read(file, ['They met lantern at the harbour.'])).toMatchObject([[{ type: 'place' }]]);
  });

  it('may lie in the usual folder below its other files', async () => {
    const file = make();
    const below = join(dirname(file), 'onnx', 'model.onnx');
    mkdirSync(dirname(below));
    copyFileSync(file, below);
    rmSync(file);
    expect((await model.check(below)).labels).toContain('B-PER');
  });

  it('is given up at once, and goes on with what is asked next', async () => {
    const file = make();
    const stop = new AbortController();
    const long = Array.from({ length: 8000 }, (_, i) => `Number ${i}.`).join(' ');
    const given = model.read(file, [long], { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(given).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await model.read(file, ['lantern'])).toMatchObject([[{ type: 'person' }]]);
    await expect(model.read(file, ['lantern'], { signal: stop.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});

it('is tried at once while another reads, which reads all the same', async () => {
  const reader = new OwnModel();
  const [file, other] = [make(), make({ labels: ['O', 'LOCATION'] })];
  const long = Array.from({ length: 8000 }, (_, i) => `Number ${i}.`).join(' ');
  const ended: string[] = [];
  let trying: Promise<unknown> | undefined;
  const onProgress = () => {
    trying ??= reader.check(other).then(({ kinds }) => ended.push(kinds.join()));
  };
  const names = await reader.read(file, [`${long} They met lantern.`], { onProgress });
  ended.push('read');
  await trying;
  expect(ended).toEqual(['place', 'read']);
  expect(names).toMatchObject([[{ type: 'person' }]]);
});

describe('a file that cannot be used is refused with what is wrong:', () => {
  const without = (name: string) => () => {
    const file = make();
    rmSync(beside(file, name));
    return file;
  };
  const withText = (name: string, text: string) => () => {
    const file = make();
    writeFileSync(beside(file, name), text);
    return file;
  };
  const cases: [what: string, made: () => string, code: string, says: RegExp][] = [
    ['none', () => join(folder, 'none.onnx'), 'FILE_NOT_FOUND', /no such names model/u],
    ['a folder', () => folder, 'FILE_IS_DIRECTORY', /folder/u],
    ['no ONNX', withText('model.onnx', 'a text'), 'NAMES_MODEL_INVALID', /no ONNX model/u],
    ['an empty file', withText('model.onnx', ''), 'NAMES_MODEL_INVALID', /no ONNX model/u],
    [
      'half a file',
      () => {
        const file = make();
        truncateSync(file, Math.floor(readFileSync(file).length / 2));
        return file;
      },
      'NAMES_MODEL_INVALID',
      /its end is missing/u,
    ],
    ['no tokenizer.json', without('tokenizer.json'), 'NAMES_MODEL_INVALID', /no tokenizer\.json/u],
    ['no config.json', without('config.json'), 'NAMES_MODEL_INVALID', /no config\.json/u],
    [
      'a config.json of no JSON',
      withText('config.json', '{'),
      'NAMES_MODEL_INVALID',
      /config\.json .* not written/u,
    ],
    ['a config.json without labels', withText('config.json', '{}'), 'NAMES_MODEL_INVALID', /id2label/u],
    [
      'a tokenizer.json of something else',
      withText('tokenizer.json', '{}'),
      'NAMES_MODEL_INVALID',
      /tokenizer\.json .* cannot be used/u,
    ],
    [
      'labels without names',
      () => make({ labels: ['LABEL_0', 'LABEL_1'] }),
      'NAMES_MODEL_INVALID',
      /have no names: LABEL_0, LABEL_1/u,
    ],
    [
      'labels of something else',
      () => make({ labels: ['O', 'B-DRUG', 'B-DOSE'] }),
      'NAMES_MODEL_INVALID',
      /is a person, a place or an organisation: O, B-DRUG, B-DOSE/u,
    ],
    [
      'inputs that cannot be given',
      () =>
        make({
          inputs: [
            ['input_ids', INT64],
            ['pixel_values', FLOAT],
          ],
        }),
      'NAMES_MODEL_INVALID',
      /given pixel_values \(float32\)/u,
    ],
    ['texts of one length only', () => make({ length: 128 }), 'NAMES_MODEL_INVALID', /exactly 128 tokens/u],
    [
      'answers of another shape',
      () => make({ width: 3 }),
      'NAMES_MODEL_INVALID',
      /1 × 3 × 3; 1 × 3 × 8 were/u,
    ],
    [
      'another model’s tokenizer',
      () => {
        const file = make();
        const other = make({ says: { ...SAYS, one: 'O', two: 'O', three: 'O' } });
        copyFileSync(beside(other, 'tokenizer.json'), beside(file, 'tokenizer.json'));
        return file;
      },
      'NAMES_MODEL_INVALID',
      /do not belong together/u,
    ],
    [
      'an operator of another runtime',
      () => make({ operator: 'Gathers' }),
      'NAMES_MODEL_INVALID',
      /cannot be run here/u,
    ],
    [
      'weights in a second file',
      () => make({ external: 'model.onnx_data' }),
      'NAMES_MODEL_INVALID',
      /second file/u,
    ],
  ];
  it.each(cases)('%s', async (_what, made, code, says) => {
    const error: unknown = await model.check(made()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, message: says });
    expect((error as { next: string }).next).toMatch(/\.$/u);
    expect(JSON.stringify(error)).not.toContain(folder);
  });

  it('weights at an address, which is never asked', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const file = make({ external: `http://127.0.0.1:${port}/weights` });
    await expect(model.check(file)).rejects.toMatchObject({ code: 'NAMES_MODEL_INVALID' });
    server.close();
    expect(asked).toEqual([]);
  });
});
