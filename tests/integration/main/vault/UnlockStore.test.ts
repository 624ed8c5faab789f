import { describe, expect, it } from 'vitest';
import { deriveKey } from '../../../../main/vault/deriveKey';
import { readSalt } from '../../../../main/vault/files';
import { openDatabase } from '../../../../main/vault/openDatabase';
import { PASSPHRASE, setWords, textsOf, useVaults } from './vaultWorld';

const { newPath, create, open } = useVaults();
const PLACE = { anchor: 3, head: 8, top: 0, time: 61.5 };

describe('a project that was locked', () => {
  it('has its place, and can be taken back and done again, when it is opened', async () => {
    const path = newPath();
    const vault = await create(path);
    vault.execute(setWords('one'));
    vault.execute(setWords('one', 'two'));
    vault.execute(setWords('one', 'two', 'three'));
    vault.undo();
    vault.keepForUnlock(PLACE);
    vault.close();

    const again = await open(path);
    expect(again.place).toEqual(PLACE);
    expect([again.undoLabel, again.redoLabel]).toEqual(['test', 'test']);
    again.redo();
    expect(textsOf(again)).toEqual(['one', 'two', 'three']);
    again.undo();
    again.undo();
    again.undo();
    expect(textsOf(again)).toEqual([]);
    expect(again.undoLabel).toBeNull();
  });

  it('goes on being taken back after what was done since', async () => {
    const path = newPath();
    const vault = await create(path);
    vault.execute(setWords('one'));
    vault.keepForUnlock(PLACE);
    vault.close();
    const again = await open(path);
    again.execute(setWords('two'));
    again.keepForUnlock({});
    again.close();
    const third = await open(path);
    third.undo();
    expect(textsOf(third)).toEqual(['one']);
    third.undo();
    expect(textsOf(third)).toEqual([]);
  });

  it('keeps nothing of it when it is closed, and nothing that it does not fit any more', async () => {
    const path = newPath();
    const vault = await create(path);
    vault.execute(setWords('deleted'));
    vault.execute(setWords('one'));
    vault.keepForUnlock(PLACE);
    vault.close();
    (await open(path)).close();
    const closed = await open(path);
    expect([closed.undoLabel, closed.place]).toEqual([null, null]);

    closed.execute(setWords('two'));
    closed.keepForUnlock(PLACE);
    closed.keepForUnlock(null);
    closed.close();
    expect((await open(path)).undoLabel).toBeNull();
  });

  it('takes nothing back in what a program made of it that knows nothing of this', async () => {
    const path = newPath();
    const vault = await create(path);
    vault.execute(setWords('deleted'));
    vault.execute(setWords('one'));
    const shortened = { ...vault.document, words: vault.document.words.slice(1) };
    vault.keepForUnlock(PLACE);
    vault.close();
    const salt = await readSalt(path);
    const database = openDatabase(path, await deriveKey(PASSPHRASE, salt), salt);
    database.prepare('UPDATE snapshot SET document = ?').run([JSON.stringify(shortened)]);
    database.close();

    const again = await open(path);
    expect([again.undoLabel, again.place]).toEqual([null, null]);
    again.close();
    expect((await open(path)).undoLabel).toBeNull();
  });

  it('takes nothing of it into a copy', async () => {
    const path = newPath();
    const vault = await create(path);
    vault.execute(setWords('one'));
    vault.keepForUnlock(PLACE);
    const copy = await vault.saveCopy(newPath(), [], {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    expect([copy.undoLabel, copy.place]).toEqual([null, null]);
    copy.close();
  });

  it('remembers only the last of very much', async () => {
    const path = newPath();
    const vault = await create(path);
    const many = Array.from({ length: 30_000 }, (_, i) => `word${i}`);
    vault.execute(setWords(...many));
    vault.execute(setWords('one'));
    vault.execute(setWords('two'));
    vault.keepForUnlock(PLACE);
    vault.close();
    const again = await open(path);
    again.undo();
    expect(textsOf(again)).toEqual(['one']);
  });
});
