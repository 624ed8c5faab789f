import { expect, it } from 'vitest';
import { proposeSpeakers } from '../../../../main/app/proposeSpeakers';
import { code, useVaults } from '../vault/vaultWorld';

const { at, create } = useVaults();

it('a voice model that is gone is told before anything else is done', async () => {
  const vault = await create();
  const context = { signal: new AbortController().signal, onProgress: () => undefined };
  const proposed = (voiceModel: string) => proposeSpeakers(vault, { people: 2, voiceModel }, context);
  await expect(proposed(at('gone.onnx'))).rejects.toEqual(code('FILE_NOT_FOUND'));
  await expect(proposed(at('.'))).rejects.toEqual(code('FILE_IS_DIRECTORY'));
});
