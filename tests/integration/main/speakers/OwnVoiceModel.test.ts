import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OwnVoiceModel } from '../../../../main/speakers/OwnVoiceModel';
import { VoicePlaces } from '../../../../main/speakers/VoicePlaces';
import { bundledFile } from '../../../../main/system/bundledFile';
import { INT64, makeNamesModel } from '../../../support/makeNamesModel';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { makeVoiceModel } from '../../../support/makeVoiceModel';
import { speak } from '../../../support/makeVoices';

const wasm = readFileSync(bundledFile('ort-wasm-simd-threaded.wasm'));
const load = (file: string) => OwnVoiceModel.load(file, wasm);
const apart = (one: Float64Array, other: Float64Array) =>
  Math.sqrt(one.reduce((sum, value, i) => sum + (value - (other[i] ?? 0)) ** 2, 0));

describe('a voice model of one’s own', () => {
  const at = useTemporaryFolder();

  it('places a voice near itself, also where the sound comes in pieces', async () => {
    const model = await load(makeVoiceModel(at('voices.onnx')));
    const [low, high] = [
      { pitch: 110, throat: 1.05 },
      { pitch: 200, throat: 0.86 },
    ];
    const sound = Float32Array.from([...speak(low, 4, 1), ...speak(high, 4, 2)]);
    const windows = [
      { from: 0, to: 200 },
      { from: 200, to: 400 },
      { from: 400, to: 600 },
      { from: 640, to: 800 },
    ];
    const places = new VoicePlaces(model, windows);
    for (let from = 0; from < sound.length; from += 9000) await places.push(sound.slice(from, from + 9000));
    await places.push(null);
    const [a, b, c, d] = places.places;
    if (!a || !b || !c || !d) throw new Error('a window has no place');
    expect(a).toHaveLength(80);
    expect(apart(a, b)).toBeLessThan(apart(a, c));
    expect(apart(c, d)).toBeLessThan(apart(b, c));
    const whole = new VoicePlaces(model, windows);
    await whole.push(sound);
    await whole.push(null);
    expect(whole.places).toEqual(places.places);
  });

  it.each([
    ['of whole numbers', { type: INT64 }, 'it can be given sound as bands only'],
    ['of two dimensions', { dims: ['frames', 80], axis: 0 }, 'it can be given sound as bands only'],
    ['of other bands', { dims: [1, 'frames', 40] }, 'wants 40 bands'],
    ['of one length', { dims: [1, 50, 80] }, 'of any length'],
    ['that answers by length', { axis: 2 }, 'does not place a voice'],
  ])('is refused where it is one %s', async (_, tiny, told) => {
    await expect(load(makeVoiceModel(at('wrong.onnx'), tiny))).rejects.toMatchObject({
      code: 'VOICE_MODEL_INVALID',
      message: expect.stringContaining(told) as string,
    });
  });

  it('is refused where it is another model, no model, or not there', async () => {
    await expect(load(makeNamesModel(at('names.onnx')))).rejects.toMatchObject({
      code: 'VOICE_MODEL_INVALID',
    });
    writeFileSync(at('text.onnx'), 'no model');
    await expect(load(at('text.onnx'))).rejects.toMatchObject({
      code: 'VOICE_MODEL_INVALID',
      message: 'The file is no ONNX model, or its end is missing.',
    });
    await expect(load(at('gone.onnx'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    await expect(load(at('.'))).rejects.toMatchObject({ code: 'FILE_IS_DIRECTORY' });
  });
});
