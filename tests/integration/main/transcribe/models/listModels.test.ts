import { existsSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '../../../../../shared/contract/api';
import { listModels } from '../../../../../main/transcribe/models/listModels';
import { useTemporaryFolder } from '../../../../support/makeMedia';
import { DEMO_MODEL } from '../../../../support/speech';

const at = useTemporaryFolder();
afterEach(() => vi.unstubAllEnvs());

test('lists the published models with what they need, and says which are there', async () => {
  vi.stubEnv('WITHHELD_MODELS', at('.'));
  writeFileSync(at('ggml-small.en.bin'), 'it is looked into when it is used');
  const list = await listModels();
  expect(api['models.list'].result.parse(list)).toEqual(list);
  const { models, folder, published, demo } = list;
  expect(models.filter(({ present }) => present).map(({ name }) => name)).toEqual(['demo', 'small.en']);
  const of = (name: string) => models.find((model) => model.name === name);
  expect(of('demo')).toMatchObject({ bytes: statSync(DEMO_MODEL).size, multilingual: false });
  expect(of('base')).toMatchObject({ effort: 1, multilingual: true, memory: 388_000_000 });
  expect(of('base.en')).toMatchObject({ effort: 1, multilingual: false });
  expect(models.every(({ bytes, memory }) => memory > bytes)).toBe(true);
  const bySize = ['demo', 'tiny', 'base', 'small', 'medium', 'large-v3'].map((name) => of(name)?.effort ?? 0);
  expect(bySize).toEqual([...bySize].sort((a, b) => a - b));
  expect(folder).toBe(at('.'));
  expect(published).toMatch(/^https:/);
  expect(existsSync(demo)).toBe(true);
});

test('a folder that is not there yet holds no model', async () => {
  vi.stubEnv('WITHHELD_MODELS', at('nowhere'));
  const { models } = await listModels();
  expect(models.filter(({ present }) => present).map(({ name }) => name)).toEqual(['demo']);
});
