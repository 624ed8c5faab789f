import { afterEach, expect } from 'vitest';
import { Vault } from '../../../../main/vault/Vault';
import type { ErrorCode } from '../../../../shared/model/errors';
import type { Command } from '../../../../shared/document/commands';
import { useTemporaryFolder } from '../../../support/makeMedia';

export const PASSPHRASE = 'Grüner Tee, 3 Löffel';

/** Makes a folder for project files, and functions that make and open them. All are closed after each test. */
export function useVaults() {
  const at = useTemporaryFolder();
  const opened: Vault[] = [];
  afterEach(() => opened.splice(0).forEach((vault) => vault.close()));
  const keep = (vault: Vault) => {
    opened.push(vault);
    return vault;
  };
  let count = 0;
  const newPath = () => at(`project ${++count}.withheld`);
  return {
    at,
    newPath,
    keep,
    create: async (path = newPath()) => keep(await Vault.create(path, PASSPHRASE)),
    open: async (path: string, passphrase = PASSPHRASE) => keep(await Vault.open(path, passphrase)),
  };
}

export const code = (value: ErrorCode) =>
  expect.objectContaining({ code: value, next: expect.stringMatching(/\.$/) as unknown }) as unknown;

export const setNextId = (nextId: number): Command => ({
  label: 'test',
  steps: [{ type: 'setNextId', nextId }],
});

export const setWords = (...texts: string[]): Command => ({
  label: 'test',
  steps: [
    {
      type: 'setTranscript',
      language: 'en',
      words: texts.map((text, i) => ({ id: `w${i}`, text, start: null, end: null })),
      speakers: [],
      transcription: null,
    },
  ],
});

export const textsOf = (vault: Vault) => vault.document.words.map(({ text }) => text);
