import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeParakeetModel } from '../../support/makeParakeetModel';
import { INTERVIEWS, samplesOfFile, truthOf } from '../../support/speech';
import { writeWav } from '../../support/writeWav';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { launchWithModel } from './launchWithModel';
import { newProject } from './newProject';
import { windowOf } from './windowOf';

const SECONDS = 12;

let folder: string;
let app: DesktopApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-ear-'));
  const [models, media, transcript] = ['models', 'said.wav', 'said.txt'].map((name) => join(folder, name));
  mkdirSync(models ?? '');
  makeParakeetModel(join(models ?? '', 'ggml-second-ear.bin'));
  writeWav(media ?? '', await samplesOfFile(join(INTERVIEWS, 'short-40s.flac'), SECONDS), 16_000);
  const said = truthOf('short-40s').filter(({ end }) => end < SECONDS);
  writeFileSync(transcript ?? '', said.map(({ text }) => text).join(' '));
  const project = join(folder, 'Market square.withheld');
  newProject(project, { media: media ?? '', transcript: transcript ?? '' });
  app = await launchWithModel(folder, project, {
    model: 'second-ear',
    env: { WITHHELD_MODELS: models ?? '' },
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const { button, exportNow, screenshot, shows, tab, transcript } = windowOf(() => app.page);
const sheet = () => app.page.getByRole('dialog', { name: 'Transcribe again' });

/** A Parakeet model of random weights lies beside the demo's Whisper model. */
describe('a Parakeet model in the window', () => {
  it('lays no words on a recording, and a Whisper model that does is one click away', async () => {
    await transcript().getByText('name?').click();
    await button('Find all words in the recording').click();
    await shows('cannot find where given words are said');
    await screenshot('parakeet-lays-no-words');
    expect(await findBarriers(app.page)).toEqual([]);
    expect(await button('Find them with second-ear').count()).toBe(0);
    await button('Find them with demo').click();
    await shows(/words were found/u);
  });

  it('is told which of its languages is spoken, and no names', async () => {
    await transcript().getByText('name?').click();
    await button('Transcribe this line again…').click();
    await sheet().getByText('second-ear', { exact: true }).waitFor();
    expect(await sheet().innerText()).toMatch(
      /25 languages\..*A Parakeet model: how well it hears was not measured/su,
    );
    await sheet().getByText('Choose the language that is spoken.').waitFor();
    await sheet().getByText('cannot be told which names').waitFor();
    const language = sheet().getByRole('combobox', { name: 'Language that is spoken' });
    expect(await language.getByRole('option').count()).toBe(26);
    await language.selectOption('en');
    await screenshot('parakeet-told');
    expect(await findBarriers(app.page)).toEqual([]);
    await sheet().getByRole('button', { name: 'Transcribe again' }).click();
    await sheet().getByRole('button', { name: 'Take what was heard' }).waitFor();
    await sheet().getByRole('button', { name: 'Leave it as it is' }).click();
  });

  it('listens to an export where it is chosen, and the report says so', async () => {
    await tab('Review');
    await button('Withhold everything…').click();
    const withhold = app.page.getByRole('dialog').getByRole('button', { name: /^Withhold/u });
    await withhold.click();
    await withhold.waitFor({ state: 'detached' });
    await tab('Export');
    await app.page.getByRole('radio', { name: 'Only the sound' }).check({ force: true });
    await app.page.getByLabel('Who listens to it afterwards').selectOption('second-ear');
    expect(await findBarriers(app.page)).toEqual([]);
    const out = join(folder, 'published');
    await app.answerDialog('open', out);
    await button('Choose a folder…').click();
    await app.page.getByText(out).waitFor();
    await exportNow();
    await shows(/^Checked: nothing that is withheld was found/u);
    await screenshot('second-ear-listened');
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('A Parakeet model listened.');
  });
});
