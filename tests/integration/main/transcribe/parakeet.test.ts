import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../../../shared/contract/envelope';
import { isTimed } from '../../../../shared/model/word';
import { hearSpeechIfPossible } from '../../../../main/app/knowSpeech';
import { importMedia } from '../../../../main/ingest/recording/importMedia';
import { findRecogniser } from '../../../../main/transcribe/findRecogniser';
import { hearAgain } from '../../../../main/transcribe/hearAgain';
import { resolveModel } from '../../../../main/transcribe/models/resolveModel';
import { refineSpans } from '../../../../main/transcribe/refineSpans';
import { transcribe, type TranscribeOptions } from '../../../../main/transcribe/transcribe';
import { transcribeStretch } from '../../../../main/transcribe/transcribeStretch';
import { Vault } from '../../../../main/vault/Vault';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { makeParakeetModel, SMALL, VOCABULARIES } from '../../../support/makeParakeetModel';
import { cancelSoon } from '../../../support/cancelSoon';
import { INTERVIEWS } from '../../../support/speech';

const PASSPHRASE = 'a passphrase for tests';

const at = useTemporaryFolder();
let model = '';
let english = '';
let told: TranscribeOptions;
beforeAll(() => {
  model = at('ggml-parakeet.bin');
  english = at('ggml-parakeet-english.bin');
  makeParakeetModel(model);
  makeParakeetModel(english, { ...SMALL, vocabulary: VOCABULARIES.english });
  told = { model, language: 'ru', threads: 2, hearSpeech: hearSpeechIfPossible };
});

let projects = 0;
async function interview(name = 'phone-call-2min.opus', path = at(`${projects++}.withheld`)): Promise<Vault> {
  const vault = await Vault.create(path, PASSPHRASE);
  await importMedia(vault, join(INTERVIEWS, name));
  return vault;
}
const wordsOf = (vault: Vault) => structuredClone(vault.document.words);

describe('a recording that a Parakeet model transcribes', () => {
  const limits = { longestSent: 12 };
  let vault: Vault;
  const progress: Progress[] = [];
  beforeAll(async () => {
    vault = await interview();
    await transcribe(vault, { ...told, limits, onProgress: (step) => progress.push(step) });
  });
  afterAll(() => vault.close());

  it('has words in order, in the recording, in the language that was named', () => {
    const timed = vault.document.words.filter(isTimed);
    expect(timed.length).toBeGreaterThan(20);
    expect(timed).toHaveLength(vault.document.words.length);
    for (const [i, { start, end, confidence }] of timed.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(start).toBeGreaterThanOrEqual(timed[i - 1]?.end ?? 0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(timed.at(-1)?.end).toBeLessThanOrEqual(vault.document.media?.duration ?? 0);
    expect(vault.document).toMatchObject({ language: 'ru', transcription: { settings: { beam: 1 } } });
  });

  it('tells how far it is, to the end', () => {
    const heard = progress.filter(({ stage }) => stage === 'transcribe').map(({ done }) => done);
    // A fast machine ends between two reports, so only the first and the last report come on every machine.
    expect(heard[0]).toBe(0);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBeCloseTo(vault.document.media?.duration ?? 0, 3);
  });

  it('goes on behind the finished windows when it was stopped, to the same words', async () => {
    const stopped = await interview();
    const controller = new AbortController();
    const running = transcribe(stopped, {
      ...told,
      limits,
      signal: controller.signal,
      onProgress: () => (stopped.document.transcription?.finished ?? 0) >= 3 && controller.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    const { finished, windows } = stopped.document.transcription ?? { finished: 0, windows: [] };
    expect(finished).toBeGreaterThanOrEqual(3);
    expect(finished).toBeLessThan(windows.length);
    await transcribe(stopped, { ...told, limits });
    expect(wordsOf(stopped)).toEqual(wordsOf(vault));
    stopped.close();
  });

  it('ends within two seconds of being cancelled', async () => {
    const long = await interview('trial-5min.opus');
    await cancelSoon((signal, begun) =>
      transcribe(long, {
        ...told,
        signal,
        onProgress: ({ stage }) => {
          if (stage === 'transcribe') begun();
        },
      }),
    );
    long.close();
  });

  it('is heard again where a mark is, without alignment by attention, and no mask shrinks', async () => {
    const words = vault.document.words.filter(isTimed).slice(4, 7);
    const spanOf = await refineSpans(vault, [words], { model: await resolveModel(model) });
    const span = spanOf(words);
    expect(span?.from).toBeLessThanOrEqual(words[0]?.start ?? 0);
    expect(span?.to).toBeGreaterThanOrEqual(words.at(-1)?.end ?? Infinity);
  });
});

describe('what a Parakeet model is told', () => {
  let vault: Vault;
  beforeAll(async () => {
    vault = await interview('short-40s.flac');
  });
  afterAll(() => vault.close());

  it.each<[string, Partial<TranscribeOptions>, string, string]>([
    ['a language that it does not know', { language: 'kk' }, 'the language kk', 'this one knows bg, cs'],
    ['no language', { language: undefined }, 'does not tell which', 'Name the one that is spoken'],
    ['to find out the language', { language: 'auto' }, 'does not tell which', 'Name the one that is spoken'],
    ['several languages', { language: undefined, languages: ['ru', 'uk'] }, 'does not tell which', 'Whisper'],
    [
      'several of which it does not know one',
      { language: undefined, languages: ['ru', 'kk'] },
      'kk',
      'Whisper',
    ],
    ['to follow hypotheses', { beam: 5 }, 'one hypothesis', 'Leave the beam at 1'],
    ['names to expect', { prompt: 'Ala-Archa' }, 'names and words to expect', 'Leave them out'],
  ])('is refused with a way on: %s', async (_, change, message, next) => {
    await expect(transcribe(vault, { ...told, ...change })).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining(message) as string,
      next: expect.stringContaining(next) as string,
    });
    expect(vault.document.transcription).toBeNull();
  });

  it('may be nothing where it knows English only, and no other language then', async () => {
    const other = transcribe(vault, { ...told, model: english });
    await expect(other).rejects.toMatchObject({ next: expect.stringContaining('English only') as string });
    await transcribe(vault, { ...told, model: english, language: undefined });
    expect(vault.document).toMatchObject({ language: 'en', transcription: { settings: { language: 'en' } } });
  });
});

describe('hearing again with the other ear', () => {
  let vault: Vault;
  beforeAll(async () => {
    vault = await interview('short-40s.flac');
    await transcribe(vault, {
      model: 'demo',
      beam: 1,
      threads: 2,
      prompt: 'Aigul',
      hearSpeech: hearSpeechIfPossible,
    });
  });
  afterAll(() => vault.close());

  it('hears a stretch in the language of the interview, and the names that Whisper expected are no matter', async () => {
    const before = wordsOf(vault);
    await hearAgain(vault, { model, stretch: { from: 10, to: 14 } });
    expect(wordsOf(vault)).toEqual(before);
    const { hearing } = vault.document;
    expect(hearing).toMatchObject({ settings: { language: 'en', beam: 1, prompt: '' } });
    expect(hearing?.finished).toBe(hearing?.windows.length);
    expect(hearing?.words.length).toBeGreaterThan(0);
    expect(hearing?.settings.model.sha256).not.toBe(vault.document.transcription?.settings.model.sha256);
  });

  it('does not hear an interview in a language that it does not know: not again, not where words are missing, not what is exported', async () => {
    vault.execute({
      label: 'test',
      steps: [
        {
          type: 'setTranscript',
          language: 'kk',
          words: [],
          speakers: [],
          transcription: null,
        },
      ],
    });
    const refused = { code: 'USAGE', message: expect.stringContaining('the language kk') as string };
    await expect(hearAgain(vault, { model, stretch: { from: 1, to: 3 } })).rejects.toMatchObject(refused);
    await expect(transcribeStretch(vault, { model, from: 1, to: 3 })).rejects.toMatchObject(refused);
    await expect(findRecogniser(vault.document, model)).rejects.toMatchObject(refused);
    vault.undo();
    const { document } = vault;
    const own = { name: model, sha256: (await resolveModel(model)).sha256 };
    const words = document.words.map((word, i) => (i === 3 ? { ...word, language: 'kk' } : word));
    await expect(findRecogniser({ ...document, words }, model)).rejects.toMatchObject(refused);
    // A model that nobody named is left out and the check is not done, which does not hold an export back.
    const { transcription } = document;
    const parakeets = transcription && {
      ...transcription,
      settings: { ...transcription.settings, model: own },
    };
    expect(await findRecogniser({ ...document, words, transcription: parakeets })).toBeNull();
    expect(await findRecogniser({ ...document, transcription: parakeets })).toMatchObject({
      ear: { kind: 'parakeet', transcribed: true },
    });
    expect(await findRecogniser(vault.document, model)).toMatchObject({
      ear: { kind: 'parakeet', transcribed: false },
    });
    expect(await findRecogniser(vault.document)).toMatchObject({
      ear: { kind: 'whisper', transcribed: true },
    });
  });
});
