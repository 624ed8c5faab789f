import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../../shared/contract/api';
import { FIXTURES, withheldJson } from '../../../support/commandLine';
import { ffmpeg, useTemporaryFolder } from '../../../support/makeMedia';

/** Seconds of an interview in which names are said three times. */
const SECONDS = 16.7;

/** The recording was transcribed, and everything that is suggested was accepted. */
describe('the sound alone', () => {
  const at = useTemporaryFolder();
  let project = '';

  beforeAll(async () => {
    project = at('interview.withheld');
    const recording = at('interview.flac');
    await ffmpeg('-i', join(FIXTURES, 'interviews', 'short-40s.flac'), '-t', `${SECONDS}`, recording);
    await withheldJson(['new', project, '--media', recording]);
    await withheldJson(['transcribe', project, '--model', 'demo', '--language', 'en']);
    await withheldJson(['mark', project, '--accept-suggestions']);
    const { plan } = await withheldJson<Result<'project.show'>>(['show', project]);
    expect(plan.spans.length).toBeGreaterThan(1);
  });

  it.each([
    ['wav', 'recording.wav'],
    ['m4a', 'recording.m4a'],
    ['mp3', 'recording.mp3'],
    ['opus', 'recording.opus'],
  ])('is exported and verified as %s', async (format, name) => {
    const out = at(`sound ${format}`);
    const sound = ['--media', 'audio', '--audio-format', format];
    await withheldJson(['export', project, '--out', out, '--formats', 'txt', ...sound]);
    expect((await readdir(out)).sort()).toEqual([name, 'report.html', 'report.json', 'transcript.txt']);
    expect(await withheldJson(['verify', project, out])).toMatchObject({ ok: true });
  });
});
