import { expect, it } from 'vitest';
import { proposeSpeakers } from '../../../../main/app/proposeSpeakers';
import { importMedia } from '../../../../main/ingest/recording/importMedia';
import { Vault } from '../../../../main/vault/Vault';
import type { Progress } from '../../../../shared/contract/envelope';
import { makeConversation, RATE, together } from '../../../support/makeConversation';
import { writeWav } from '../../../support/writeWav';
import { code, PASSPHRASE, useVaults } from '../vault/vaultWorld';

const { at, create, keep } = useVaults();

it('a voice model that is gone is told before anything else is done', async () => {
  const vault = await create();
  const context = { signal: new AbortController().signal, onProgress: () => undefined };
  const proposed = (voiceModel: string) => proposeSpeakers(vault, { people: 2, voiceModel }, context);
  await expect(proposed(at('gone.onnx'))).rejects.toEqual(code('FILE_NOT_FOUND'));
  await expect(proposed(at('.'))).rejects.toEqual(code('FILE_IS_DIRECTORY'));
});

it('a cancel while voices are told apart changes nothing, and they can be told apart after it', async () => {
  const { words, own } = await makeConversation('phone-call-2min');
  const recording = at('conversation.wav');
  writeWav(recording, together(own), RATE);
  const vault = keep(
    await Vault.createWith(at('conversation.withheld'), PASSPHRASE, async (made) => {
      await importMedia(made, recording);
    }),
  );
  const spoken = words.map(({ text, start, end }, i) => ({ id: `w${i}`, text, start, end }));
  vault.execute({
    label: 'Words',
    steps: [
      { type: 'setTranscript', language: 'en', words: spoken, speakers: [], transcription: null },
      { type: 'setSpeech', speech: [{ from: 0, to: words.at(-1)?.end ?? 0 }] },
    ],
  });
  const tell = (onProgress: (progress: Progress, stop: AbortController) => void) => {
    const stop = new AbortController();
    const context = { signal: stop.signal, onProgress: (progress: Progress) => onProgress(progress, stop) };
    return proposeSpeakers(vault, { people: 2 }, context);
  };
  const before = vault.document.words;
  await expect(
    tell(({ stage }, stop) => {
      if (stage === 'speakers') stop.abort();
    }),
  ).rejects.toEqual(code('CANCELLED'));
  expect(vault.document.words).toEqual(before);
  await tell(() => undefined);
  expect(vault.document.words.every(({ speaker }) => speaker !== undefined)).toBe(true);
});
