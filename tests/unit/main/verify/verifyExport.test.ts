import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { ExportedFolder } from '../../../../main/verify/ExportedFile';
import * as described from '../../../../main/published/describeFile';
import { verifyExport } from '../../../../main/verify/verifyExport';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { Vault } from '../../../../main/vault/Vault';
import { LeakFinder } from '../../../../shared/leaks/LeakFinder';
import { useTemporaryFolder } from '../../../support/makeMedia';

const at = useTemporaryFolder();
const TEXT = 'Interview\n\nAt home.\n';
const PARAGRAPHS = [
  {
    speaker: null,
    tokens: ['At', 'home.'].map((text, i) => ({ text, marker: false, start: i, end: i + 1 })),
  },
];
const finder = new LeakFinder([{ text: 'bekova', entityId: 'e1' }], nameKnowledge);

/** Verifies a folder with one text as if an export had just written it. */
async function verified(finder: LeakFinder, onDefect?: (defect: unknown) => void) {
  const dir = at('out');
  await mkdir(dir, { recursive: true });
  await writeFile(`${dir}/transcript.txt`, TEXT);
  const vault = await Vault.createWith(at(`${Math.random()}.withheld`), 'a passphrase', () =>
    Promise.resolve(),
  );
  const sha256 = createHash('sha256').update(TEXT).digest('hex');
  const expected = {
    ...{ blur: 'noise' as const, spans: [], files: [{ name: 'transcript.txt', sha256 }] },
    text: { paragraphs: PARAGRAPHS, language: 'en', info: { title: 'Interview' } },
  };
  try {
    return await verifyExport(vault, new ExportedFolder(dir), expected, finder, { onDefect });
  } finally {
    vault.close();
  }
}

describe('a verification', () => {
  test('passes an honest text, and hashes it once', async () => {
    const describe = vi.spyOn(described, 'describeFile');
    const checks = await verified(finder);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(describe).toHaveBeenCalledTimes(1);
  });

  test('tells a defect of its own, and passes nothing that it ran into', async () => {
    const broken = Object.create(finder) as LeakFinder;
    const defect = new TypeError('cannot read properties of undefined');
    Object.defineProperty(broken, 'forms', {
      get() {
        throw defect;
      },
    });
    const defects: unknown[] = [];
    const checks = await verified(broken, (one) => defects.push(one));
    expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['no withheld word']);
    expect(defects).toEqual([defect]);
    expect(JSON.stringify(checks)).not.toContain('cannot read');
  });
});
