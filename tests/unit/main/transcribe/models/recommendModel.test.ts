import { describe, expect, it } from 'vitest';
import { publishedModels } from '../../../../../main/transcribe/models/publishedModels';
import { recommendModel } from '../../../../../main/transcribe/models/recommendModel';

const GB = 1e9;
const recommended = (memory: number, cores: number, language: string) =>
  recommendModel({ memory: memory * GB, cores }, language, publishedModels())?.name;

describe('recommendModel', () => {
  it.each([
    [32, 8, 'en', 'medium.en'],
    [8, 4, 'en', 'small.en'],
    [8, 2, 'en', 'small.en'],
    [1, 2, 'en', 'base.en'],
    [0.6, 1, 'en', 'tiny.en'],
    [16, 8, 'kk', 'large-v3-turbo'],
    [16, 4, 'ru', 'large-v3-turbo'],
    [4, 4, 'ru', 'large-v3-turbo-q5_0'],
    [16, 2, 'kk', 'large-v3-turbo-q5_0'],
    [2, 2, 'kk', 'small'],
    [8, 1, 'ru', 'small'],
    [1, 1, 'kk', 'small'],
    [16, 8, 'auto', 'large-v3-turbo'],
  ])('on %f GB and %i cores, for %s: %s', (memory, cores, language, name) => {
    expect(recommended(memory, cores, language)).toBe(name);
  });

  it('never recommends a model of English alone for another language, nor what the memory does not hold if something fits', () => {
    const memoryOf = (name: string) => publishedModels().get(name)?.memory ?? Infinity;
    for (const language of ['ru', 'kk', 'auto', 'so']) {
      for (let memory = 0.5; memory < 64; memory *= 1.3) {
        for (const cores of [1, 2, 4, 8, 16]) {
          const name = recommended(memory, cores, language) ?? '';
          expect(name).not.toMatch(/\.en$/u);
          if (memory >= 2) expect(memoryOf(name)).toBeLessThanOrEqual(memory * GB);
        }
      }
    }
  });

  it('gives its reason in a sentence: the language, the cores and the memory', () => {
    const why = (language: string) =>
      recommendModel({ memory: 16.6 * GB, cores: 4 }, language, publishedModels())?.why;
    expect(why('kk')).toMatch(/Kazakh.*4 cores.*17 GB/u);
    expect(why('auto')).toMatch(/any language/u);
    expect(why('??')).toMatch(/any language/u);
    expect(recommendModel({ memory: GB, cores: 1 }, 'kk', publishedModels())?.why).toMatch(
      /slow or short of memory/u,
    );
  });

  it('recommends nothing of a list that has none of them', () => {
    expect(recommendModel({ memory: 16 * GB, cores: 4 }, 'en', new Map())).toBeNull();
  });
});
