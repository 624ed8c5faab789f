import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Params, Result } from '../../../../../shared/contract/api';
import { createDispatcher } from '../../../../../main/rpc/createDispatcher';

const recording = fileURLToPath(new URL('../../../../fixtures/interviews/short-40s.flac', import.meta.url));
const { dispatcher, close } = createDispatcher({ onDefect: () => undefined });
let folder = '';
let calls = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'withheld-'));
});
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true });
});

const cue = (hours: number, text: string, seconds: number) =>
  `0${hours}:00:${seconds},000 --> 0${hours}:00:${seconds + 9},000\n${text}\n\n`;

async function create(more: Partial<Params<'project.create'>>) {
  const path = join(folder, `${++calls}.withheld`);
  const params = { path, passphrase: 'a passphrase for tests', media: recording, ...more };
  const envelope = await dispatcher.dispatch(
    { id: `c${calls}`, method: 'project.create', params },
    () => undefined,
  );
  if (!envelope) throw new Error('no answer');
  return envelope.ok ? { made: envelope.result as Result<'project.create'> } : { error: envelope.error };
}

it('offers to take off the hour that a transcript is counted from, and takes it off', async () => {
  const transcript = join(folder, 'hour.srt');
  await writeFile(transcript, cue(1, 'One two.', 10) + cue(1, 'Three.', 25));
  const { error } = await create({ transcript });
  expect(error).toMatchObject({ code: 'TRANSCRIPT_OFFSET', offset: 3600 });
  const { made } = await create({ transcript, ...(error?.offset !== undefined && { offset: error.offset }) });
  expect(made?.words).toBe(3);
});

it('says what it left out, guessed and put right', async () => {
  const transcript = join(folder, 'behind.srt');
  await writeFile(transcript, cue(0, 'One two.', 10) + cue(0, 'Thanks for watching!', 45));
  const { made } = await create({ transcript });
  expect(made?.words).toBe(2);
  expect(made?.notes.join(' ')).toMatch(/3 words were left out.*2 words have guessed times/u);
});
