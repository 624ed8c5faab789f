import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../../shared/contract/api';
import { withheld, withheldJson } from '../../../support/commandLine';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { makeMultilingual } from '../../../support/makeMultilingual';
import { DEMO_MODEL, INTERVIEWS, samplesOfFile, truthOf } from '../../../support/speech';
import { writeWav } from '../../../support/writeWav';

const SECONDS = 15;
const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);

/** Subtitles tell no language, or tell it by a tag that is not one of Whisper's codes. */
describe.each(['und', 'en-US'])('an import in the language %s', (language) => {
  const at = useTemporaryFolder();
  let project = '';
  beforeAll(async () => {
    writeFileSync(at('model.bin'), makeMultilingual(readFileSync(DEMO_MODEL)));
    writeWav(at('said.wav'), await samplesOfFile(join(INTERVIEWS, 'short-40s.flac'), SECONDS), 16_000);
    const words = truthOf('short-40s').filter(({ end }) => end < SECONDS);
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last) throw new Error('nothing is said');
    const head = language === 'und' ? 'WEBVTT' : `WEBVTT\nLanguage: ${language}`;
    const cue = `${time(first.start)} --> ${time(last.end)}\n${words.map(({ text }) => text).join(' ')}`;
    writeFileSync(at('said.vtt'), `${head}\n\n${cue}\n`);
    project = at('made.withheld');
    await withheldJson(['new', project, '--media', at('said.wav'), '--transcript', at('said.vtt')]);
    expect((await withheldJson<Result<'project.show'>>(['show', project])).language).toBe(language);
  });

  it.each([
    ['marks are heard again', ['mark', '--text', 'Bekova']],
    ['a stretch is transcribed', ['speech', '--transcribe', '3-4']],
    ['a stretch is heard again', ['transcribe', '--from', '3', '--to', '4']],
  ])('is no hindrance: %s', async (_, [command = '', ...options]) => {
    const { stderr, code } = await withheld([command, project, ...options, '--model', at('model.bin')]);
    expect(code, stderr).toBe(0);
  });
});
