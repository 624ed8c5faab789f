import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readModelFacts } from '../../../../../main/transcribe/models/readModelFacts';
import { requireWhisper } from '../../../../../main/transcribe/models/requireWhisper';
import { resolveModel } from '../../../../../main/transcribe/models/resolveModel';
import { useTemporaryFolder } from '../../../../support/makeMedia';
import { makeParakeetModel, SMALL, VOCABULARIES } from '../../../../support/makeParakeetModel';
import { DEMO_MODEL } from '../../../../support/speech';

const at = useTemporaryFolder();
let model: Buffer;
beforeAll(() => {
  makeParakeetModel(at('ggml-parakeet.bin'));
  model = readFileSync(at('ggml-parakeet.bin'));
});

/** Writes a model's file with a changed header field, or with something else behind the header. */
function changed(name: string, change: (bytes: Buffer) => Buffer): string {
  writeFileSync(at(name), change(Buffer.from(model)));
  return at(name);
}
const withField = (field: number, value: number) =>
  changed(`field-${field}.bin`, (bytes) => {
    bytes.writeInt32LE(value, 4 * field);
    return bytes;
  });

describe('the file of a Parakeet model', () => {
  it('is known by what it is, whatever it is called, and tells whether it knows more than English', async () => {
    const facts = { kind: 'parakeet', encoderLayers: 2, width: 32, heads: 4, mels: 16 };
    expect(await readModelFacts(at('ggml-parakeet.bin'))).toEqual({
      ...facts,
      multilingual: true,
      vocabulary: VOCABULARIES.european.length,
    });
    makeParakeetModel(at('ggml-large-v3.bin'), { ...SMALL, vocabulary: VOCABULARIES.english });
    expect(await readModelFacts(at('ggml-large-v3.bin'))).toEqual({
      ...facts,
      multilingual: false,
      vocabulary: VOCABULARIES.english.length,
    });
  });

  it('is refused where its end is missing, wherever it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: model.length - 1 }), async (length) => {
        const cut = changed('cut.bin', (bytes) => bytes.subarray(0, length));
        await expect(readModelFacts(cut)).rejects.toMatchObject({ code: 'MODEL_TRUNCATED' });
      }),
      { numRuns: 20, examples: [[4], [8], [63], [5000], [model.length - 1]] },
    );
  });

  it.each([
    ['a vocabulary of another size', () => withField(1, 40), 'does not go on like one'],
    ['heads that do not share its width', () => withField(4, 5), 'does not go on like one'],
    ['a layer too many', () => withField(5, 3), 'is missing'],
    ['other mel bands than its filters', () => withField(6, 24), 'does not go on like one'],
    ['other steps of time', () => withField(9, 4), 'other steps of time'],
    [
      'something behind it',
      () => changed('more.bin', (b) => Buffer.concat([b, Buffer.alloc(9)])),
      'go on like one',
    ],
    [
      'the vocabulary size of a Whisper model in front',
      () => withField(1, 51_864),
      'begins like a Whisper model, and does not go on like one',
    ],
  ])('is refused with %s, and what is wrong is said', async (_, file, what) => {
    await expect(readModelFacts(file())).rejects.toThrow(what);
  });

  it('is refused where it was made for languages that nobody here knows', async () => {
    makeParakeetModel(at('other.bin'), { ...SMALL, vocabulary: ['<unk>', '▁こん', 'にちは', 'です', '▁a'] });
    await expect(readModelFacts(at('other.bin'))).rejects.toMatchObject({
      code: 'MODEL_INVALID',
      message: expect.stringContaining('languages that are not known') as string,
    });
  });

  it('is not taken for one of Whisper’s where the two are mixed up', async () => {
    const whisper = readFileSync(DEMO_MODEL);
    const mixed = changed('mixed.bin', (bytes) =>
      Buffer.concat([bytes.subarray(0, 64), whisper.subarray(48)]),
    );
    await expect(readModelFacts(mixed)).rejects.toMatchObject({ code: 'MODEL_INVALID' });
    const other = changed('other-mixed.bin', (bytes) =>
      Buffer.concat([whisper.subarray(0, 48), bytes.subarray(64)]),
    );
    await expect(readModelFacts(other)).rejects.toMatchObject({ code: 'MODEL_INVALID' });
  });

  it.each([
    ['NeMo', tar(), 'convert-parakeet-to-ggml.py'],
    ['GGUF', Buffer.from('GGUF\u0003\0\0\0'.repeat(100)), 'made for whisper.cpp'],
    ['PyTorch', Buffer.from('PK\u0003\u0004'.repeat(100)), 'made for whisper.cpp'],
  ])('of %s’s own format is named as such, with a way on', async (format, bytes, next) => {
    writeFileSync(at(`${format}.bin`), bytes);
    await expect(readModelFacts(at(`${format}.bin`))).rejects.toMatchObject({
      code: 'MODEL_INVALID',
      message: expect.stringContaining(format) as string,
      next: expect.stringContaining(next) as string,
    });
  });
});

it('a model of Whisper lays words on a recording, and one of Parakeet is refused with a way on', async () => {
  expect(requireWhisper(await resolveModel('demo'))).toMatchObject({ name: 'demo' });
  const parakeet = await resolveModel(at('ggml-parakeet.bin'));
  expect(() => requireWhisper(parakeet)).toThrow('cannot find where given words are said');
});

/** Makes the first block of a tape archive. */
function tar(): Buffer {
  const block = Buffer.alloc(1024);
  block.write('model_config.yaml', 0);
  block.write('ustar', 257);
  return block;
}
