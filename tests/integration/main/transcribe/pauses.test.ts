import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hearSpeechIfPossible } from '../../../../main/app/knowSpeech';
import { importMedia } from '../../../../main/ingest/recording/importMedia';
import { listenForSpeech } from '../../../../main/media/mixes/listenForSpeech';
import { resolveModel } from '../../../../main/transcribe/models/resolveModel';
import { transcribe } from '../../../../main/transcribe/transcribe';
import { findWindows } from '../../../../main/transcribe/windows/findWindows';
import { pausesByLoudness } from '../../../../main/transcribe/windows/pausesByLoudness';
import { SoundMap } from '../../../../main/transcribe/windows/SoundMap';
import { Vault } from '../../../../main/vault/Vault';
import type { ProjectDocument } from '../../../../shared/document/document';
import { isTimed } from '../../../../shared/model/word';
import { PASSPHRASE, withheld, withheldJson } from '../../../support/commandLine';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { INTERVIEWS, samplesOfFile } from '../../../support/speech';
import { writeWav } from '../../../support/writeWav';

const at = useTemporaryFolder();
const RATE = 16_000;
/**
 * Seconds in which nobody speaks in a loud room. The room is over 20 dB louder than the pauses between sentences were.
 */
const PAUSES = [
  { from: 9.5, to: 16.5 },
  { from: 24, to: 30 },
];

/** Makes sentences with noise between and under them. */
async function makeNoisy(path: string): Promise<void> {
  const said = await samplesOfFile(join(INTERVIEWS, 'short-40s.flac'), 17);
  let seed = 1;
  const noise = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    return (0.01 * seed) / 2 ** 31;
  };
  const samples = new Float32Array(30 * RATE).map(noise);
  for (const [i, sample] of said.entries()) {
    const place = i + (i < 9.5 * RATE ? 0 : 7 * RATE);
    samples[place] = (samples[place] ?? 0) + sample;
  }
  writeWav(path, samples, RATE);
}

interface Listed {
  skipped: { from: number; to: number }[];
}

beforeAll(() => makeNoisy(at('noisy.wav')));

describe('pauses in noise', () => {
  let project: string;
  const openProject = <T>(use: (document: ProjectDocument, vault: Vault) => T): Promise<T> =>
    Vault.open(project, PASSPHRASE).then((vault) => {
      try {
        return use(vault.document, vault);
      } finally {
        vault.close();
      }
    });

  it('are not transcribed, and it is said how many; where somebody speaks is known from then on', async () => {
    project = at('noisy.withheld');
    await withheldJson(['new', project, '--media', at('noisy.wav')]);
    const told = await withheldJson<{ skipped: { count: number; seconds: number } }>([
      ...['transcribe', project, '--model', 'demo', '--language', 'en', '--beam', '1'],
    ]);
    await openProject(({ transcription, speech, words }) => {
      expect(speech?.length).toBeGreaterThan(0);
      const skipped = transcription?.skipped ?? [];
      for (const pause of PAUSES) {
        const within = skipped.find(({ from, to }) => from >= pause.from - 0.5 && to <= pause.to + 0.5);
        expect((within?.to ?? 0) - (within?.from ?? 0)).toBeGreaterThan(0.7 * (pause.to - pause.from));
      }
      expect(told.skipped.count).toBe(skipped.length);
      const placed = words.filter(isTimed);
      expect(placed.length).toBeGreaterThan(15);
      for (const { start, end } of placed) {
        expect(skipped.some(({ from, to }) => start < to - 0.01 && end > from + 0.01)).toBe(false);
      }
    });
  });

  it('are listed on the command line, and heard by those who ask for it', async () => {
    const { stdout } = await withheld(['speech', project]);
    expect(stdout).toMatch(/ s {2}skipped as pause\n/u);
    const { skipped } = await withheldJson<Listed>(['speech', project]);
    const [first, ...others] = skipped;
    expect(others.length).toBeGreaterThan(0);
    const stretch = `${first?.from ?? 0}-${first?.to ?? 0}`;
    await withheldJson(['speech', project, '--transcribe', stretch]);
    expect((await withheldJson<Listed>(['speech', project])).skipped).toEqual(others);
    await withheldJson(['speech', project, '--transcribe', 'skipped']);
    expect((await withheldJson<Listed>(['speech', project])).skipped).toEqual([]);
    await openProject(({ words, transcription }, vault) => {
      // Words that are heard there all the same need a second look.
      const inside = words
        .filter(isTimed)
        .filter(({ start, end }) => skipped.some(({ from, to }) => start > from + 0.2 && end < to - 0.2));
      expect(inside.every(({ flags }) => flags?.includes('silence'))).toBe(true);
      expect(transcription?.skipped?.length).toBe(skipped.length);
      vault.undo();
    });
  });
});

describe('without a detector', () => {
  it('all is sent, and it is said', async () => {
    const vault = await Vault.create(at('unknown.withheld'), PASSPHRASE);
    await importMedia(vault, at('noisy.wav'));
    const settings = { model: 'demo', language: 'en', beam: 1, hearSpeech: () => Promise.resolve(null) };
    expect(await transcribe(vault, settings)).toMatchObject({ skipped: null });
    const { windows = [], skipped } = vault.document.transcription ?? {};
    expect(skipped).toEqual([]);
    expect(windows[0]?.from).toBe(0);
    expect(windows.at(-1)?.to).toBeCloseTo(30, 2);
    for (const [i, { from }] of windows.entries()) expect(from).toBe(windows[i - 1]?.to ?? 0);
    vault.close();
  });
});

describe('a transcription that an earlier version began', () => {
  /** Makes a project as such a version left it: without pauses, and with so many of its windows finished. */
  async function begun(name: string, words: ProjectDocument['words'], finished: number): Promise<Vault> {
    const vault = await Vault.create(at(name), PASSPHRASE);
    await importMedia(vault, join(INTERVIEWS, 'short-40s.flac'));
    const { levels, mixes } = await listenForSpeech(vault);
    const windows = findWindows({ levels }, pausesByLoudness(new SoundMap(levels)), { longestSent: 15 });
    const { name: model, sha256 } = await resolveModel('demo');
    const settings = { model: { name: model, sha256 }, language: 'en', beam: 1, prompt: '' };
    const { speakers, language } = vault.document;
    const transcription = { settings, windows, finished, mixes };
    vault.execute({
      label: 'Transcribe',
      steps: [
        { type: 'setTranscript', language, speakers, words, transcription },
        { type: 'setNextId', nextId: words.length + 1 },
      ],
    });
    return vault;
  }

  it('goes on with the pauses that it had, to the same words', async () => {
    const options = { model: 'demo', language: 'en', beam: 1, threads: 2, hearSpeech: hearSpeechIfPossible };
    const whole = await begun('old.withheld', [], 0);
    await transcribe(whole, options);
    const { words, transcription } = whole.document;
    expect(transcription?.skipped).toBeUndefined();
    const second = transcription?.windows[1]?.from ?? 0;
    const first = words.filter(({ start }) => (start ?? 0) < second - 0.001);
    const resumed = await begun('resumed.withheld', first, 1);
    await transcribe(resumed, options);
    const bare = (document: ProjectDocument) =>
      document.words.map(({ text, start, end }) => ({ text, start, end }));
    expect(bare(resumed.document)).toEqual(bare(whole.document));
    whole.close();
    resumed.close();
  });
});
