import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Result } from '../../../../shared/contract/api';
import { withheld, withheldJson } from '../../../support/commandLine';
import { makeNamesModel } from '../../../support/makeNamesModel';

/** A text with an everyday word that somebody is called by. Only a model finds it. */
const SAID = 'Mira Oten waited. Then the lantern came, and the lantern spoke. Call +7 701 555 0101.';

let folder: string;
let model: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-cli-names-'));
  model = makeNamesModel(at('model.onnx'), {
    says: { lantern: 'B-PER', Mira: 'B-PER', Oten: 'I-PER', 701: 'B-ORG' },
  });
  writeFileSync(at('said.txt'), SAID);
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

it('joins what is suggested in a text and in a project, and is accepted with it', async () => {
  type Found = Result<'suggest.text'>;
  const texts = ({ suggestions }: Found) => suggestions.map(({ text }) => text);
  const alone = await withheldJson<Found>(['suggest', '--text', at('said.txt')]);
  const both = await withheldJson<Found>(['suggest', '--text', at('said.txt'), '--names-model', model]);
  expect(texts(alone)).not.toContain('lantern');
  expect(texts(both).filter((text) => text !== 'lantern')).toEqual(texts(alone));
  const lanterns = both.suggestions.filter(({ text }) => text === 'lantern');
  expect(lanterns).toHaveLength(2);
  for (const { score, why } of lanterns) expect([score, why]).toEqual([0.9, 'your model reads it as a name']);

  const project = at('project.withheld');
  await withheldJson(['new', project, '--transcript', at('said.txt')]);
  const found = await withheldJson<Found>(['suggest', project, '--names-model', model]);
  expect(texts(found).filter((text) => text === 'lantern')).toHaveLength(2);
  // The model reads a heading as well, and tells it from the transcript.
  await withheldJson(['chapters', project, '--add', '--at', '0', '--text', 'Under the lantern']);
  const headed = await withheldJson<Found>(['suggest', project, '--names-model', model]);
  const inHeadings = headed.suggestions.filter(({ heading }) => heading);
  expect(inHeadings.map(({ text, start }) => [text, start])).toEqual([['lantern', 0]]);
  await withheldJson(['chapters', project, '--remove', '1']);
  await withheldJson(['mark', project, '--accept-suggestions', '--names-model', model]);
  const { entities } = await withheldJson<Result<'project.show'>>(['show', project]);
  expect(entities.filter(({ decision }) => decision === 'withhold').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Mira Oten', 'lantern']),
  );
});

it('says that its certainty was not measured', async () => {
  const { stdout } = await withheld(['suggest', '--text', at('said.txt'), '--names-model', model]);
  expect(stdout).toContain('measured without your names model');
});

it('is refused where it is wrong, or does nothing', async () => {
  const refused = async (...args: string[]) => {
    const { code, stdout } = await withheld([...args, '--json']);
    return [code, (JSON.parse(stdout) as { error: { code: string } }).error.code];
  };
  expect(await refused('suggest', '--text', at('said.txt'), '--names-model', at('said.txt'))).toEqual([
    1,
    'NAMES_MODEL_INVALID',
  ]);
  expect(await refused('suggest', at('p.withheld'), '--left', '--names-model', model)).toEqual([2, 'USAGE']);
  expect(await refused('mark', at('p.withheld'), '--text', 'Oten', '--names-model', model)).toEqual([
    2,
    'USAGE',
  ]);
});
