import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectDocument } from '../../../shared/document/document';
import { findBarriers } from './findBarriers';
import type { DesktopApp } from './host';
import { makeProject, openInterview, PASSPHRASE, unlock } from './openInterview';
import { settled } from './settled';
import { loaded, leaveAlone } from './stored';
import { windowOf } from './windowOf';

let folder: string;
let project: string;
let app: DesktopApp;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-refused-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const { button, transcript, shows, screenshot, exportNow } = windowOf(() => app.page);
/** The note that changes are not saved. */
const note = () => app.page.getByRole('region', { name: 'Not saved' });

/** Types at the very beginning and has it kept: in one go, so that it is one change however slow the machine is. */
async function type(text: string): Promise<void> {
  await transcript().focus();
  await app.page.keyboard.press('Control+Home');
  await app.page.keyboard.insertText(`${text} `);
  await button('Keys').focus();
}
const begins = (text: string) =>
  expect.poll(() => transcript().innerText()).toMatch(new RegExp(`^${text} `, 'u'));

/** Opens a project from the start. */
async function open(path: string): Promise<void> {
  await app.answerDialog('open', path);
  await button('Open…').click();
  await unlock(app);
}

/**
 * Spoils a page in the middle of a file, which is where the recording is. It waits until the file is closed, since its
 * last changes are in the log beside it until then.
 */
async function damage(path: string): Promise<void> {
  await expect.poll(() => existsSync(`${path}-wal`)).toBe(false);
  const bytes = readFileSync(path);
  bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 64);
  writeFileSync(path, bytes);
}

const first = ({ words }: ProjectDocument, count: number) =>
  words
    .slice(0, count)
    .map(({ text }) => text)
    .join(' ');

describe('a project file that is gone', () => {
  const away = () => join(folder, 'elsewhere.withheld');
  beforeAll(async () => {
    project = makeProject(folder);
    app = await openInterview(project);
  });
  afterAll(() => app.close());

  it('takes nothing from the screen, and is saved in order when it is back', async () => {
    renameSync(project, away());
    await type('one');
    await note().waitFor();
    await shows('Not saved. The interview file was moved, replaced or deleted while it was open.');
    await type('two');
    await begins('two one');
    await shows('2 changes are on the screen only.');
    await app.page.getByText('not saved', { exact: true }).waitFor();
    expect(first(await loaded(app), 1)).not.toBe('two');
    await screenshot('not-saved');
    expect(await findBarriers(app.page)).toEqual([]);

    await app.page.keyboard.press('Control+z');
    await shows('This has to wait: some changes are not saved.');
    await begins('two one');
    await button('Try again').click();
    await shows('Still not saved.');

    renameSync(away(), project);
    await button('Try again').click();
    await app.page.getByText('saved', { exact: true }).waitFor();
    await note().waitFor({ state: 'detached' });
    expect(first(await loaded(app), 2)).toBe('two one');
    await app.page.keyboard.press('Control+z');
    await begins('one');
    // The word is on the screen at once, and in the file a little later.
    await expect.poll(async () => first(await loaded(app), 1)).toBe('one');
  });

  it('is asked about before anything is lost: closing the window, the interview, locking', async () => {
    renameSync(project, away());
    await type('three');
    await note().waitFor();
    const asks = app.page.getByRole('alertdialog');
    const keep = asks.getByRole('button', { name: 'Keep it open' });

    // Nothing runs that the window would also have to ask about.
    await button('Play').waitFor();
    await app.pressClose();
    await asks.waitFor();
    await keep.click();
    await button('Close').click();
    await asks.getByText('1 change would be lost').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await screenshot('would-be-lost');
    await keep.click();
    await button('Play').click();
    await button('Pause').waitFor();
    await button('Settings').click();
    await app.page.getByRole('dialog').waitFor();
    await app.page.keyboard.press('Control+l');
    await asks.getByText('Not locked: 1 change would be lost').waitFor();
    // Nobody can read on meanwhile, or hear.
    expect(await transcript().isVisible()).toBe(false);
    expect(await app.page.evaluate(() => document.querySelector('video')?.paused)).toBe(true);
    await app.page.keyboard.press('Escape');
    await asks.waitFor({ state: 'detached' });
    expect(await app.page.getByRole('dialog').count()).toBe(0);
    await app.page.keyboard.press('Control+l');
    await asks.waitFor();
    // A key that a person presses without reading loses nothing.
    await expect.poll(() => keep.evaluate((it) => it === document.activeElement)).toBe(true);
    await app.page.keyboard.press('Enter');
    await asks.waitFor({ state: 'detached' });
    await begins('three');

    await leaveAlone(app);
    await asks.getByText('Not locked: 1 change would be lost').waitFor();
    await app.menu('close');
    await settled(app);
    expect(await transcript().isVisible()).toBe(false);
    await asks.getByRole('button', { name: 'Lock and lose 1 change' }).click();
    await app.page.getByLabel('Passphrase').waitFor();
    await button('Back').click();
    await app.page.getByRole('heading', { name: 'Drop a recording here' }).waitFor();
    renameSync(away(), project);
    await open(project);
    await begins('one');
  });

  it('is exported only as it is on the screen, and saved as a copy with all that was typed', async () => {
    renameSync(project, away());
    await type('four');
    await note().waitFor();
    await app.page.getByRole('tab', { name: 'Export' }).click();
    await app.answerDialog('open', join(folder, 'out'));
    await exportNow();
    await shows('This has to wait: some changes are not saved.');

    const copy = join(folder, 'Copy.withheld');
    await app.answerDialog('save', copy);
    await button('Save a copy…').click();
    await app.page.getByRole('heading', { name: 'Copy' }).waitFor();
    await begins('four');
    // The copy holds the recording.
    await button('Play').waitFor();
    await type('five');
    await app.page.getByText('saved', { exact: true }).waitFor();
    await button('Close').click();
    await open(copy);
    await begins('five four one');
  });

  it('is saved as a copy without the recording where that cannot be read any more', async () => {
    const copy = join(folder, 'Copy.withheld');
    await type('six');
    await app.page.getByText('saved', { exact: true }).waitFor();
    await button('Close').click();
    await app.page.getByRole('heading', { name: 'Drop a recording here' }).waitFor();
    await damage(copy);
    await open(copy);
    renameSync(copy, away());
    await type('seven');
    await note().waitFor();
    await app.answerDialog('save', join(folder, 'Words.withheld'));
    await button('Save a copy…').click();
    await note().getByText('The interview file is damaged.').waitFor();
    expect(existsSync(join(folder, 'Words.withheld'))).toBe(false);
    await app.answerDialog('save', join(folder, 'Words.withheld'));
    await button('Save a copy without the recording…').click();
    await app.page.getByRole('heading', { name: 'Words' }).waitFor();
    await begins('seven six five');
  });
});

describe('an interview', () => {
  let disk: SmallDisk;
  beforeAll(async () => {
    disk = smallDisk(join(folder, 'disk'));
    project = makeProject(disk.path, { recording: false });
    app = await openInterview(project);
  });
  afterAll(async () => {
    await app.close();
    disk.remove();
  });

  it('stays on the screen when the disk is full, and is saved when there is room', async () => {
    await disk.fill(app);
    await type('one');
    await note().getByText(disk.says).waitFor();
    await type('two');
    await disk.free(app);
    await button('Try again').click();
    await app.page.getByText('saved', { exact: true }).waitFor();
    expect(first(await loaded(app), 2)).toBe('two one');
  });

  it('is exported when there is room; a disk that is full is told, and nothing half done is left', async () => {
    await app.page.getByRole('tab', { name: 'Export' }).click();
    const out = join(disk.path, 'out');
    await app.answerDialog('open', out);
    await button('Choose a folder…').click();
    await shows(out);
    await disk.fill(app);
    const held = readdirSync(disk.path);
    await exportNow();
    await app.page.getByRole('alert').getByText(/disk/u).waitFor();
    expect(readdirSync(disk.path)).toEqual(held);
    await disk.free(app);
    await exportNow();
    await shows(/^Checked: nothing that is withheld was found in/u);
    await app.page.getByRole('tab', { name: 'Transcript' }).click();
  });

  it('is given back when all its words were deleted', async () => {
    await transcript().focus();
    await app.page.keyboard.press('Control+a');
    await app.page.keyboard.press('Delete');
    await button('Keys').focus();
    await shows('The transcript is empty.');
    await app.page.getByRole('button', { name: 'Undo: correct words' }).first().click();
    await begins('two');
  });

  it('is found where it was moved to while it was locked', async () => {
    await app.page.keyboard.press('Control+l');
    const passphrase = app.page.getByLabel('Passphrase');
    await passphrase.fill(PASSPHRASE);
    const moved = join(disk.path, 'Moved.withheld');
    renameSync(project, moved);
    await button('Open').click();
    await shows('There is no file under that name.');
    await button('Try again').waitFor();
    expect(await findBarriers(app.page)).toEqual([]);
    await app.answerDialog('open', moved);
    await button('Find it…').click();
    await app.page.getByRole('heading', { name: 'Moved' }).waitFor();
    await unlock(app);
    await begins('two');
    await button('Close').click();
  });

  it.each([
    ['text', 'This is not an interview file of Withheld.'],
    ['nothing', 'The interview file is empty.'],
  ])('is told from a file that is no project: %s', async (name, says) => {
    const path = join(folder, `${name}.withheld`);
    writeFileSync(path, name === 'text' ? 'These are notes, and no project. '.repeat(4000) : '');
    await app.answerDialog('open', path);
    await button('Open…').click();
    await app.page.getByLabel('Passphrase').fill(PASSPHRASE);
    await button('Open').click();
    await shows(says);
    await app.answerDialog('open', join(disk.path, 'Moved.withheld'));
    await button('Choose another file…').click();
    await app.page.getByRole('heading', { name: 'Moved' }).waitFor();
    await unlock(app);
    await button('Close').click();
  });
});

describe('work that fails', () => {
  const tool = () => join(folder, 'ffmpeg');
  /** Makes a tool that does what ffmpeg does, and then something to a recording that it wrote. */
  const makeTool = (afterwards: string) =>
    writeFileSync(
      tool(),
      `#!/bin/sh\nffmpeg "$@" || exit $?\nfor last; do :; done\nfile="\${last#file:}"\ncase "$file" in */recording.*) ${afterwards};; esac\n`,
      { mode: 0o755 },
    );

  beforeAll(async () => {
    const spare = join(folder, 'spare');
    mkdirSync(spare);
    app = await openInterview(makeProject(spare, { opened: false }), { WITHHELD_FFMPEG: tool() });
  });
  afterAll(() => app.close());

  it('for want of a tool is tried again; an export that a tool spoilt lists all that is wrong with it', async () => {
    await shows('The program set for ffmpeg cannot be run.');
    makeTool(`printf 'Viktor Rakhimov Viktor Rakhimov' >> "$file"`);
    await button('Prepare again').click();
    await button('Play').waitFor();

    await app.page.getByRole('tab', { name: 'Review' }).click();
    await button('Withhold everything…').click();
    await app.page.getByRole('button', { name: /^Withhold \d+$/u }).click();
    await app.page.getByRole('tab', { name: 'Export' }).click();
    await app.page.getByText('Only the sound', { exact: true }).click();

    const taken = join(folder, 'taken');
    mkdirSync(taken);
    writeFileSync(join(taken, 'mine.txt'), 'mine');
    const chooseFolder = async (path: string) => {
      await app.answerDialog('open', path);
      await button('Choose a folder…').click();
      await shows(path);
    };
    const refusal = app.page.getByRole('alert');
    await chooseFolder(taken);
    await exportNow();
    await refusal.getByText(/folder/u).waitFor();
    expect(readdirSync(taken)).toEqual(['mine.txt']);

    await chooseFolder(join('/proc', 'nowhere'));
    await exportNow();
    await refusal.getByText(/may write to/u).waitFor();

    const out = join(folder, 'spoilt');
    await chooseFolder(out);
    await exportNow();
    await shows('These checks failed:');
    await shows(/^Nothing is hidden in the file: recording\.m4a/u);
    await shows(/^No withheld word is in the file, in any spelling: recording\.m4a/u);
    expect(existsSync(out)).toBe(false);
    expect(await app.page.locator('main').innerText()).not.toContain('Rakhimov');
    await screenshot('checks-failed');
    expect(await findBarriers(app.page)).toEqual([]);
    await button('Close').click();
  });

  it('for want of sound, or of a free name, is begun again with what was typed', async () => {
    const silent = join(folder, 'Silent.mp4');
    const sound = join(folder, 'Sound.wav');
    const make = ['-v', 'error', '-f', 'lavfi', '-i'];
    execFileSync('ffmpeg', [...make, 'testsrc2=size=64x64:duration=1', silent]);
    execFileSync('ffmpeg', [...make, 'sine=duration=1', sound]);
    const saveAs = async (path: string) => {
      await app.answerDialog('save', path);
      await button('Save as…').click();
    };
    await app.drop([silent]);
    await app.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await app.page.getByLabel('The same again').fill(PASSPHRASE);
    await saveAs(join(folder, 'New.withheld'));
    await shows(/no sound|no audio/iu);
    await app.drop([sound]);
    await saveAs(silent);
    await shows('There is a file under that name already.');
    await saveAs(join(folder, 'New.withheld'));
    await app.page.getByRole('heading', { name: 'New', exact: true }).waitFor();
    await shows('Transcribe the recording');
  });

  it('is told of settings, which hold all the same until they can be kept', async () => {
    const file = join(app.userData, 'settings.json');
    rmSync(file, { force: true });
    // A folder is in its place, which no file can replace.
    mkdirSync(join(file, 'in the way'), { recursive: true });
    await app.page.keyboard.press('Control+,');
    const settings = app.page.getByRole('dialog', { name: 'Settings' });
    const isDark = () => app.page.evaluate(() => document.documentElement.dataset.theme === 'dark');
    await settings.getByText('Dark', { exact: true }).click();
    await settings.getByText('The settings could not be kept; they hold until the app is closed.').waitFor();
    expect(await isDark()).toBe(true);
    rmSync(file, { recursive: true });
    await settings.getByRole('button', { name: 'Try again' }).click();
    await settings.getByRole('alert').waitFor({ state: 'detached' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ theme: 'dark' });
  });
});

interface SmallDisk {
  path: string;
  says: string | RegExp;
  fill: (app: DesktopApp) => Promise<void>;
  free: (app: DesktopApp) => Promise<void>;
  remove: () => void;
}

/** Makes a small disk where one may be mounted. Elsewhere, the app may not write longer files. */
function smallDisk(path: string): SmallDisk {
  mkdirSync(path);
  const filler = join(path, 'filler');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', path], { stdio: 'ignore' });
    return {
      path,
      says: 'The disk is full.',
      fill: async () => {
        const block = Buffer.alloc(4096);
        try {
          for (;;) appendFileSync(filler, block);
        } catch {
          // The disk is full.
        }
        return Promise.resolve();
      },
      free: () => {
        rmSync(filler);
        return Promise.resolve();
      },
      remove: () => execFileSync('umount', [path]),
    };
  } catch {
    const limit = async (app: DesktopApp, bytes: string) => {
      const pid = await app.inMain(() => process.pid, null);
      execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
    };
    return {
      path,
      says: 'The disk failed to read or write the interview file.',
      fill: (app) => limit(app, '1'),
      free: (app) => limit(app, 'unlimited'),
      remove: () => undefined,
    };
  }
}
