import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../../shared/contract/api';
import { withheld, withheldJson } from '../../../support/commandLine';
import { useTemporaryFolder } from '../../../support/makeMedia';

/** A short talk. The name in it is invented. */
const SAID = `Собеседник: Как вы приехали?
Свидетель: Мы приехали вечером, и нас встретил Тамерлан. Это было опасно, но мы всё же остались.
Собеседник: А что было потом?
Свидетель: Потом Тамерлан уехал, и больше мы его не видели.
`;

describe('the markers of an interview of which nobody said that it is Russian', () => {
  const at = useTemporaryFolder();
  const show = (project: string) => withheldJson<Result<'project.show'>>(['show', project]);
  let out = '';
  beforeAll(async () => {
    writeFileSync(at('said.txt'), SAID);
    await withheldJson(['new', at('p.withheld'), '--transcript', at('said.txt')]);
    await withheldJson(['mark', at('p.withheld'), '--text', 'Тамерлан', '--description', 'наш друг']);
    out = at('out');
    await withheldJson(['export', at('p.withheld'), '--out', out, '--formats', 'txt,html,json']);
  });

  it('are Russian in the plan and in each file, and pass the verification of the export', async () => {
    const { plan } = await show(at('p.withheld'));
    expect(plan.runs.map(({ marker }) => marker)).toEqual(Array(2).fill('(УДАЛЕНО-наш друг)'));
    const { checks } = await withheldJson<Result<'verify.run'>>(['verify', at('p.withheld'), out]);
    expect(checks.length > 0 && checks.every(({ ok }) => ok)).toBe(true);
    for (const name of ['transcript.txt', 'transcript.html', 'transcript.json']) {
      const file = readFileSync(join(out, name), 'utf8');
      expect(file).toContain('(УДАЛЕНО-наш друг)');
      expect(file).not.toMatch(/DELETED|Тамерлан/u);
    }
  });

  it('are the same in an interview that is made from what was published', async () => {
    const published = at('again.withheld');
    await withheldJson(['new', published, '--transcript', join(out, 'transcript.txt')]);
    await withheldJson(['mark', published, '--text', 'опасно']);
    expect((await show(published)).plan.runs.map(({ marker }) => marker)[0]).toBe('(УДАЛЕНО)');
  });

  it('have another word, one that says nothing withheld, and follow the language again', async () => {
    const project = at('p.withheld');
    const marker = (...how: string[]) => withheldJson<Result<'marker.set'>>(['marker', project, ...how]);
    const exported = (to: string) =>
      withheld(['export', project, '--out', at(to), '--formats', 'txt', '--json']);
    expect(await marker()).toEqual({ word: 'УДАЛЕНО', followsLanguage: true });
    for (const [i, word] of ['Тамерлан', 'тамерлану', 'Tamerlan'].entries()) {
      expect(await marker('--word', word)).toEqual({ word, followsLanguage: false });
      const { code, stdout } = await exported(`refused${i}`);
      expect(code).toBe(1);
      expect(stdout).toContain('"kind":"marker"');
      expect(stdout).not.toContain(word);
    }
    await marker('--word', 'СКРЫТО');
    expect((await exported('hidden')).code).toBe(0);
    expect(readFileSync(join(at('hidden'), 'transcript.txt'), 'utf8')).toContain('(СКРЫТО-наш друг)');
    expect(await withheld(['marker', project, '--word', 'a)b', '--json'])).toMatchObject({ code: 1 });
    expect(await withheld(['marker', project, '--word', 'a', '--follow-language'])).toMatchObject({
      code: 2,
    });
    expect(await marker('--follow-language')).toEqual({ word: 'УДАЛЕНО', followsLanguage: true });
  });
});
