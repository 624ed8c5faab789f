import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import Database from '@signalapp/sqlcipher';
import { deriveKey, SALT_BYTES } from '../../../../main/vault/deriveKey';
import { openDatabase } from '../../../../main/vault/openDatabase';
import { PAGE_BYTES } from '../../../../main/vault/pages';
import { Vault } from '../../../../main/vault/Vault';
import type { Command } from '../../../../shared/document/commands';
import { DOCUMENT_VERSION, emptyDocument } from '../../../../shared/document/document';
import { readAll } from '../../../support/makeMedia';
import { code, PASSPHRASE, setNextId, setWords, textsOf, useVaults } from './vaultWorld';

const { at, newPath, keep, create, open } = useVaults();

const keys = new Map<string, Buffer>();

/** Changes a project behind Withheld's back, as another version or a defect would. */
async function tamper(path: string, change: (database: Database) => void): Promise<void> {
  const salt = readFileSync(path).subarray(0, SALT_BYTES);
  const name = salt.toString('hex');
  const key = keys.get(name) ?? (await deriveKey(PASSPHRASE, salt));
  keys.set(name, key);
  const database = openDatabase(path, key, salt);
  change(database);
  database.close();
}

describe('a project file', () => {
  it('keeps what was done from one opening to the next', async () => {
    const path = newPath();
    const vault = await create(path);
    expect(vault.document).toEqual(emptyDocument());
    vault.execute(setWords('one', 'two'));
    vault.execute(setNextId(7));
    vault.close();
    const again = await open(path);
    expect(textsOf(again)).toEqual(['one', 'two']);
    expect(again.document.nextId).toBe(7);
  });

  it('is for its owner only, whatever the umask, also beside it while it is open', async () => {
    const before = process.umask(0);
    try {
      const path = newPath();
      const vault = await create(path);
      vault.execute(setNextId(2));
      const files = readdirSync(dirname(path)).filter((name) => join(dirname(path), name).startsWith(path));
      expect(files).toHaveLength(2);
      for (const name of files) expect(statSync(join(dirname(path), name)).mode & 0o777).toBe(0o600);
    } finally {
      process.umask(before);
    }
  });

  it('shows nothing of its contents, neither in itself nor in its log', async () => {
    const path = newPath();
    const vault = await create(path);
    vault.execute(setWords(...Array.from({ length: 300 }, () => 'Zorbulina')));
    await pipeline(Readable.from([Buffer.from('Zorbulina '.repeat(200_000))]), vault.mediaWriter('sound'));
    const check = () => {
      for (const file of [path, `${path}-wal`]) {
        const bytes = statSync(file, { throwIfNoEntry: false }) ? readFileSync(file) : Buffer.alloc(0);
        for (const canary of ['Zorbulina', 'CREATE TABLE', 'SQLite format', PASSPHRASE]) {
          expect(bytes.includes(canary)).toBe(false);
          expect(bytes.includes(Buffer.from(canary, 'utf16le'))).toBe(false);
        }
      }
    };
    check();
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    vault.close();
    check();
  });

  // Windows moves no open file.
  it.runIf(process.platform !== 'win32')(
    'takes nothing more while it is elsewhere than where it was opened',
    async () => {
      const path = newPath();
      const vault = await create(path);
      renameSync(path, `${path}.moved`);
      expect(() => vault.execute(setNextId(7))).toThrow(code('FILE_NOT_FOUND'));
      renameSync(`${path}.moved`, path);
      vault.execute(setNextId(9));
      vault.close();
      expect((await open(path)).document.nextId).toBe(9);
    },
  );

  it('is one file when it is closed', async () => {
    const folder = at('alone');
    await mkdir(folder);
    const vault = await create(join(folder, 'a.withheld'));
    vault.execute(setNextId(2));
    vault.close();
    expect(readdirSync(folder)).toEqual(['a.withheld']);
  });

  it('is written and protected as designed', async () => {
    const path = newPath();
    (await create(path)).close();
    await tamper(path, (database) => {
      const pragma = (name: string) => database.pragma(name, { simple: true });
      expect(pragma('journal_mode')).toBe('wal');
      expect(pragma('secure_delete')).toBe(1);
      expect(pragma('temp_store')).toBe(2);
      expect(pragma('cipher_use_hmac')).toBe('1');
      expect(pragma('application_id')).toBe(0x57484c44);
      expect(pragma('user_version')).toBe(DOCUMENT_VERSION);
      expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(database.pragma('cipher_integrity_check')).toEqual([]);
    });
  });
});

describe('undo and redo', () => {
  it('go back and forth, and are as durable as what they undo', async () => {
    const path = newPath();
    const vault = await create(path);
    for (const word of ['one', 'two', 'three']) vault.execute(setWords(word));
    vault.undo();
    vault.undo();
    expect(textsOf(vault)).toEqual(['one']);
    vault.redo();
    expect([textsOf(vault), vault.undoLabel, vault.redoLabel]).toEqual([['two'], 'test', 'test']);
    vault.close();
    expect(textsOf(await open(path))).toEqual(['two']);
  });

  it('end where the session began, and a new command ends redo', async () => {
    const vault = await create();
    vault.undo();
    vault.redo();
    expect(vault.document).toEqual(emptyDocument());
    vault.execute(setWords('one'));
    vault.undo();
    vault.execute(setWords('two'));
    expect(vault.redoLabel).toBeNull();
    vault.redo();
    expect(textsOf(vault)).toEqual(['two']);
  });

  it('reach over the moment at which the journal becomes a snapshot', async () => {
    const path = newPath();
    const vault = await create(path);
    const many = (n: number) => Array.from({ length: 5000 }, (_, i) => `word${i * n}`);
    for (let n = 1; n <= 8; n++) vault.execute(setWords(...many(n)));
    for (let n = 0; n < 7; n++) vault.undo();
    expect(textsOf(vault)).toEqual(many(1));
    vault.close();
    expect(statSync(path).size).toBeLessThan(3_000_000);
    expect(textsOf(await open(path))).toEqual(many(1));
  });
});

describe('a command that does not fit', () => {
  it.each<[string, Command]>([
    ['is not valid', setWords('two words')],
    ['breaks an invariant', setWords('one').steps[0]?.type === 'setTranscript' ? twice() : setNextId(1)],
    ['does not apply', { label: 'test', steps: [{ type: 'removeEntity', id: 'e1' }] }],
  ])('changes nothing when it %s', async (_, command) => {
    const path = newPath();
    const vault = await create(path);
    vault.execute(setWords('one'));
    expect(() => vault.execute(command)).toThrow();
    expect(textsOf(vault)).toEqual(['one']);
    vault.close();
    expect(textsOf(await open(path))).toEqual(['one']);
  });

  function twice(): Command {
    const word = { id: 'w1', text: 'one', start: null, end: null };
    return {
      label: 'test',
      steps: [
        { type: 'setTranscript', language: 'en', words: [word, word], speakers: [], transcription: null },
      ],
    };
  }
});

describe('media', () => {
  it('come back as they were written, whole and in any range', async () => {
    const path = newPath();
    const sound = randomBytes(3_500_000);
    const picture = randomBytes(2 * 1024 * 1024);
    const vault = keep(
      await Vault.createWith(path, PASSPHRASE, async (made) => {
        await pipeline(Readable.from(pieces(sound)), made.mediaWriter('sound'));
        await pipeline(Readable.from(pieces(picture)), made.mediaWriter('picture'));
        made.execute({ label: 'test', steps: [{ type: 'setMedia', media: MEDIA }] });
      }),
    );
    expect([vault.mediaSize('sound'), vault.mediaSize('picture')]).toEqual([sound.length, picture.length]);
    expect((await readAll(vault.readMedia('sound'))).equals(sound)).toBe(true);
    expect((await readAll(vault.readMedia('picture'))).equals(picture)).toBe(true);
    const position = fc.oneof(
      fc.integer({ min: 0, max: sound.length + 10 }),
      fc.constantFrom(0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, sound.length - 1, sound.length),
    );
    await fc.assert(
      fc.asyncProperty(position, position, async (from, to) => {
        const bytes = await readAll(vault.readMedia('sound', { from, to }));
        expect(bytes.equals(sound.subarray(from, Math.max(from, to)))).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(() => vault.mediaWriter('sound')).toThrow();
  });

  it('that did not get finished are gone when the project is opened again', async () => {
    const path = newPath();
    const vault = await create(path);
    await pipeline(Readable.from([randomBytes(2_500_000)]), vault.mediaWriter('sound'));
    expect(vault.mediaSize('sound')).toBe(2_500_000);
    vault.close();
    expect((await open(path)).mediaSize('sound')).toBe(0);
  });

  const MEDIA = {
    duration: 1,
    picture: null,
    tracks: [
      { codec: 'pcm_s16le', sampleRate: 8000, channels: 1, layout: 'mono', bitDepth: 16, float: false },
    ],
    track: 0,
  };

  function* pieces(bytes: Buffer): Generator<Buffer> {
    for (let from = 0, size = 1; from < bytes.length; from += size, size = (size * 7 + 13) % 300_000) {
      yield bytes.subarray(from, from + size);
    }
  }
});

describe('opening', () => {
  let path: string;
  let bytes: Buffer;
  beforeAll(async () => {
    path = at('intact.withheld');
    const vault = await Vault.create(path, PASSPHRASE);
    vault.execute(setWords(...Array.from({ length: 20_000 }, (_, i) => `word${i}`)));
    vault.close();
    bytes = readFileSync(path);
  });
  const withBytes = async (changed: Buffer) => {
    const other = newPath();
    await writeFile(other, changed);
    return open(other);
  };
  const flipped = (...positions: number[]) => {
    const changed = Buffer.from(bytes);
    for (const position of positions) changed.writeUInt8(changed.readUInt8(position) ^ 0x40, position);
    return changed;
  };

  it('refuses an empty and a wrong passphrase', async () => {
    await expect(open(path, '')).rejects.toEqual(code('PASSPHRASE_MISSING'));
    await expect(open(path, 'Gruner Tee, 3 Loffel')).rejects.toEqual(code('PASSPHRASE_WRONG'));
    await expect(Vault.create(newPath(), '')).rejects.toEqual(code('PASSPHRASE_MISSING'));
  });

  it('tells a damaged page from a wrong passphrase, wherever the damage is', async () => {
    expect(bytes.length / PAGE_BYTES).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: SALT_BYTES, max: bytes.length - 1 }), async (position) => {
        // Nobody reads the pages of empty tables, so damage there harms nothing and may go unseen.
        const outcome = await withBytes(flipped(position)).then(
          (vault) => textsOf(vault).length,
          (error: unknown) => (error as { code: string }).code,
        );
        expect([20_000, 'PROJECT_DAMAGED']).toContain(outcome);
      }),
      { numRuns: 6, examples: [[SALT_BYTES], [PAGE_BYTES - 1]] },
    );
    await expect(withBytes(flipped(SALT_BYTES + 100))).rejects.toEqual(code('PROJECT_DAMAGED'));
    const holed = Buffer.from(bytes).fill(0, 100, 3 * PAGE_BYTES);
    await expect(withBytes(holed)).rejects.toEqual(code('PROJECT_DAMAGED'));
  });

  it('says that a file was cut short', async () => {
    for (const size of [bytes.length - 1, bytes.length - PAGE_BYTES, PAGE_BYTES, PAGE_BYTES - 1, 1000]) {
      await expect(withBytes(bytes.subarray(0, size))).rejects.toEqual(code('PROJECT_DAMAGED'));
    }
    await expect(withBytes(Buffer.alloc(0))).rejects.toEqual(code('FILE_EMPTY'));
  });

  it('recognises what is no project', async () => {
    await expect(withBytes(Buffer.from('Dear diary, '.repeat(9000)))).rejects.toEqual(
      code('PROJECT_NOT_OURS'),
    );
    await expect(withBytes(Buffer.from('short'))).rejects.toEqual(code('PROJECT_NOT_OURS'));
    await expect(withBytes(Buffer.alloc(200_000))).rejects.toEqual(code('PROJECT_NOT_OURS'));
    const plain = newPath();
    const database = new Database(plain);
    database.exec('CREATE TABLE t (a TEXT)');
    database.close();
    await expect(open(plain)).rejects.toEqual(code('PROJECT_NOT_OURS'));
    await expect(open('/dev/null')).rejects.toEqual(code('PROJECT_NOT_OURS'));
    await expect(open(dirname(path))).rejects.toEqual(code('FILE_IS_DIRECTORY'));
    await expect(open(at('nowhere'))).rejects.toEqual(code('FILE_NOT_FOUND'));
    const otherOfOurs = newPath();
    await writeFile(otherOfOurs, bytes);
    await tamper(otherOfOurs, (changed) => changed.pragma('application_id = 1'));
    await expect(open(otherOfOurs)).rejects.toEqual(code('PROJECT_NOT_OURS'));
  });

  it.each([
    [1, ['chapters', 'covers', 'speech', 'wordless', 'overruled']],
    [2, ['chapters', 'speech', 'wordless', 'overruled']],
    [3, ['chapters']],
    [4, ['chapters']],
    [5, ['chapters']],
  ])('brings a project of format %i up to this one', async (version, without) => {
    const older = newPath();
    await writeFile(older, bytes);
    await tamper(older, (database) => {
      const missing = without.map((name) => `, '$.${name}'`).join('');
      database.exec(
        `UPDATE snapshot SET document = json_remove(json_set(document, '$.version', ${version})${missing});
         PRAGMA user_version = ${version}`,
      );
    });
    const vault = await open(older);
    expect(vault.document).toMatchObject({
      ...{ version: DOCUMENT_VERSION, covers: [], chapters: [], speech: null, wordless: [], overruled: [] },
    });
    vault.close();
    (await open(older)).close();
  });

  it('refuses a newer project by its number, and one whose contents do not fit together', async () => {
    const changed = async (change: (database: Database) => void) => {
      const other = newPath();
      await writeFile(other, bytes);
      await tamper(other, change);
      return open(other);
    };
    await expect(
      changed((database) => database.pragma(`user_version = ${DOCUMENT_VERSION + 2}`)),
    ).rejects.toEqual(
      expect.objectContaining({
        code: 'PROJECT_NEWER',
        message: `The interview was made by a newer Withheld (file format ${DOCUMENT_VERSION + 2}; this one reads up to ${DOCUMENT_VERSION}).`,
      }),
    );
    for (const sql of [
      `UPDATE snapshot SET document = '{}'`,
      `UPDATE snapshot SET document = 'not json'`,
      `DELETE FROM snapshot`,
      `UPDATE snapshot SET document = replace(document, '"w1"', '"w2"')`,
      `INSERT INTO journal (command) VALUES ('{"label":"x","steps":[{"type":"dance"}]}')`,
      `INSERT INTO journal (command) VALUES ('{"label":"x","steps":[{"type":"removeEntity","id":"e9"}]}')`,
    ]) {
      await expect(changed((database) => database.exec(sql))).rejects.toEqual(code('PROJECT_INVALID'));
    }
  });
});

describe('damage that is met later', () => {
  it('is reported by the stream that reads the recording', async () => {
    const path = newPath();
    const vault = await create(path);
    await pipeline(Readable.from([randomBytes(3_000_000)]), vault.mediaWriter('sound'));
    vault.execute({
      label: 'test',
      steps: [
        {
          type: 'setMedia',
          media: {
            duration: 1,
            picture: null,
            tracks: [
              { codec: 'aac', sampleRate: 8000, channels: 1, layout: 'mono', bitDepth: null, float: false },
            ],
            track: 0,
          },
        },
      ],
    });
    vault.close();
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(30 * PAGE_BYTES + 9) ^ 1, 30 * PAGE_BYTES + 9);
    writeFileSync(path, bytes);
    const again = await open(path);
    await expect(readAll(again.readMedia('sound'))).rejects.toEqual(code('PROJECT_DAMAGED'));
  });
});

describe('creating', () => {
  it('never takes the place of another file', async () => {
    const path = newPath();
    await writeFile(path, 'precious');
    await expect(create(path)).rejects.toEqual(code('FILE_EXISTS'));
    expect(readFileSync(path, 'utf8')).toBe('precious');
    const link = newPath();
    await symlink(at('nowhere'), link);
    await expect(create(link)).rejects.toEqual(code('FILE_EXISTS'));
    const late = newPath();
    await expect(Vault.createWith(late, PASSPHRASE, () => writeFile(late, 'precious'))).rejects.toEqual(
      code('FILE_EXISTS'),
    );
    expect(readFileSync(late, 'utf8')).toBe('precious');
    await expect(create(at('no such folder/p.withheld'))).rejects.toEqual(code('FILE_NOT_WRITABLE'));
  });

  it('leaves nothing when it fails', async () => {
    const folder = at('failed');
    await mkdir(folder);
    const failure = new Error('no');
    await expect(
      Vault.createWith(join(folder, 'p.withheld'), PASSPHRASE, async (vault) => {
        await pipeline(Readable.from([randomBytes(40_000_000)]), vault.mediaWriter('sound'));
        throw failure;
      }),
    ).rejects.toBe(failure);
    expect(readdirSync(folder)).toEqual([]);
  });
});
