import type { ChildProcess } from 'node:child_process';
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../shared/contract/api';
import { FIXTURES, startWithheld, useFolder, withheldJson } from './withheld';
import { makeParakeetModel } from '../support/makeParakeetModel';
import { expectWithin } from '../support/patience';

/** Settles when the program says that it has transcribed so many seconds of the recording. */
const reaching = (child: ChildProcess, seconds: number): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stderr?.on('data', (text: string) => {
      const [, minutes, rest] = /Transcribing (\d+):(\d+) of/u.exec(text) ?? [];
      if (minutes !== undefined && Number(minutes) * 60 + Number(rest) >= seconds) resolve();
    });
    child.once('close', () => reject(new Error(`the program ended and never said that it had ${seconds} s`)));
  });

/** A killed program says nothing, but what it had finished is in the project file all the same. */
describe('transcription that is killed', () => {
  const at = useFolder();
  /** Makes a model of random weights. It is quick, so its interview is a longer one. */
  const parakeet = () => {
    makeParakeetModel(at('ggml-parakeet.bin'));
    return at('ggml-parakeet.bin');
  };

  it.each([
    // With a narrower beam it would be done before it is killed for the last time.
    ['Whisper', () => 'demo', 'phone-call-2min.opus', 5],
    ['Parakeet', parakeet, 'trial-5min.opus', 1],
  ])(
    'goes on from the last finished window and gives the same words: %s',
    async (kind, model, interview, beam) => {
      const media = join(FIXTURES, 'interviews', interview);
      const named = ['--model', model(), '--language', 'en', '--beam', `${beam}`];
      const transcribe = (project: string) => ['transcribe', project, ...named];
      const [straight, killed] = [at(`straight ${kind}.withheld`), at(`killed ${kind}.withheld`)];
      await withheldJson(['new', straight, '--media', media]);
      await copyFile(straight, killed);
      await withheldJson(transcribe(straight));
      const whole = await withheldJson<Result<'project.show'>>(['show', straight]);

      // Two windows are worked on at once, so what both have done may not be a window yet.
      for (const seconds of [0, 60, 80]) {
        const { child, outcome } = startWithheld(transcribe(killed));
        await reaching(child, seconds);
        child.kill('SIGKILL');
        expect((await outcome).signal).toBe('SIGKILL');
        const { transcription } = await withheldJson<Result<'project.show'>>(['show', killed]);
        expect(transcription?.finished).toBeLessThan(transcription?.windows ?? 0);
        if (seconds > 0) expect(transcription?.finished).toBeGreaterThan(0);
      }
      await withheldJson(transcribe(killed));

      const resumed = await withheldJson<Result<'project.show'>>(['show', killed]);
      const said = ({ words }: Result<'project.show'>) =>
        words.map(({ text, start, end, confidence }) => ({ text, start, end, confidence }));
      expect(said(resumed)).toEqual(said(whole));
      expect((await readdir(at('.'))).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
  );

  it('ends within two seconds when it is interrupted, and keeps what it has', async () => {
    const project = at('interrupted.withheld');
    await withheldJson(['new', project, '--media', join(FIXTURES, 'interviews', 'phone-call-2min.opus')]);
    const { child, outcome } = startWithheld([
      'transcribe',
      project,
      '--model',
      'demo',
      '--language',
      'en',
      '--json',
    ]);
    await reaching(child, 0);
    const asked = performance.now();
    child.kill('SIGINT');
    const { code, stdout } = await outcome;
    await expectWithin(2000, performance.now() - asked);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CANCELLED' } });
    await withheldJson(['show', project]);
  });
});
