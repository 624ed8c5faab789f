import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDispatcher } from '../../../../main/rpc/createDispatcher';
import type { Method, Result } from '../../../../shared/contract/api';
import type { Envelope } from '../../../../shared/contract/envelope';
import { PASSPHRASE, withheld, withheldJson } from '../../../support/commandLine';
import { ffmpeg, useTemporaryFolder } from '../../../support/makeMedia';
import { makeMultilingual } from '../../../support/makeMultilingual';
import { DEMO_MODEL, INTERVIEWS, truthOf, type TrueWord } from '../../../support/speech';

const RECORDING = join(INTERVIEWS, 'short-40s.flac');
const said = truthOf('short-40s');
/** Returns the interview's sentences, each as a line. */
const linesOf = (words: readonly TrueWord[]): string[] => {
  const lines = new Map<number, string[]>();
  for (const { text, sentence } of words) lines.set(sentence, [...(lines.get(sentence) ?? []), text]);
  return [...lines.values()].map((texts) => texts.join(' '));
};
const lines = linesOf(said);
/** A text that has nothing of the interview in it. */
const ELSEWHERE =
  'Seventeen wooden ships lay frozen in that northern harbour until spring, while merchants quarrelled over barrels.';

const nth = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? NaN;

/** Returns how far words begin from where they are said, in seconds. */
const startsOf = ({ words }: Result<'project.show'>, truth: readonly TrueWord[]): number[] =>
  truth.map(({ start }, i) => Math.abs((words[i]?.start ?? NaN) - start));

describe('words of a transcript', () => {
  const at = useTemporaryFolder();
  let project = '';
  let made: Omit<Result<'project.create'>, 'project'>;
  const show = (path = project) => withheldJson<Result<'project.show'>>(['show', path]);
  const create = async (name: string, transcript: string, recording = RECORDING) => {
    await writeFile(at(`${name}.txt`), transcript);
    const path = at(`${name}.withheld`);
    const given = ['--media', recording, '--transcript', at(`${name}.txt`)];
    return { path, made: await withheldJson<typeof made>(['new', path, ...given]) };
  };

  beforeAll(async () => {
    ({ path: project, made } = await create('interview', lines.join('\n\n')));
    await copyFile(project, at('before.withheld'));
  });

  it('can be laid on the recording, which new says', async () => {
    expect(made).toMatchObject({ words: said.length, toAlign: true });
    expect(made.notes.join(' ')).toMatch(/no times.*align/iu);
    const recording = ['--media', RECORDING, '--transcript', at('interview.txt')];
    const told = await withheld(['new', at('told.withheld'), ...recording]);
    expect(told.stdout).toContain('withheld align <interview> --model');
  });

  it('are laid where they are said, and marks get their spans', async () => {
    await withheldJson(['mark', project, '--text', 'Bishkek']);
    expect((await show()).plan.spans).toEqual([]);
    const answer = await withheldJson<Result<'align.run'>>(['align', project, '--model', 'demo']);
    expect(answer).toMatchObject({ placed: said.length, unplaced: 0, moved: 0, open: [], narrower: [] });
    const shown = await show();
    const off = startsOf(shown, said);
    expect(nth(off, 0.5)).toBeLessThanOrEqual(0.06);
    expect(nth(off, 0.9)).toBeLessThanOrEqual(0.2);
    expect(shown.words.every(({ confidence }) => confidence !== undefined)).toBe(true);
    const towns = said.filter(({ text }) => text.startsWith('Bishkek'));
    for (const { start, end } of towns) {
      expect(shown.plan.spans.some(({ from, to }) => from < start && to > end)).toBe(true);
    }
  });

  it('are found again where their times were wrong, and masks that become narrower are told', async () => {
    const words = said.map(({ text, start, end }, i) => {
      const beside = i % 2 === 0 ? 0.5 : -0.5;
      return { text, start: Math.max(0, start + beside), end: Math.max(0.1, end + beside) };
    });
    await writeFile(at('beside.json'), JSON.stringify({ language: 'en', words }));
    const path = at('beside.withheld');
    await withheldJson(['new', path, '--media', RECORDING, '--transcript', at('beside.json')]);
    await withheldJson(['mark', path, '--stretch', '1-2']);
    await withheldJson(['mark', path, '--text', 'Bekova', '--no-align']);
    const before = await show(path);
    const told = await withheld(['align', path, '--model', 'demo']);
    expect(told.stdout).toMatch(/^96 words of 96 are laid on the recording; \d+ were elsewhere before\.$/mu);
    const after = await show(path);
    const inOrder = after.words.map(({ text }) => text);
    expect([...inOrder].sort()).toEqual(said.map(({ text }) => text).sort());
    // The mark that was drawn stays, to the sample.
    expect(after.mentions[0]?.span).toEqual(before.mentions[0]?.span);
    expect(after.mentions[1]?.span).not.toEqual(before.mentions[1]?.span);
  });

  it('that are not said keep their turn and are flagged; others are laid around them', async () => {
    const text = [...lines.slice(0, 4), ELSEWHERE, ...lines.slice(4, 8), ...lines.slice(10)].join('\n\n');
    const { path } = await create('planted', text);
    const answer = await withheldJson<Result<'align.run'>>(['align', path, '--model', 'demo']);
    const extra = ELSEWHERE.split(' ').length;
    expect(answer.unplaced).toBeGreaterThanOrEqual(extra);
    expect(answer.unplaced).toBeLessThanOrEqual(extra + 4);
    expect(answer.open.length).toBeGreaterThan(0);
    const { words } = await show(path);
    expect(words.map(({ text: word }) => word).join(' ')).toBe(text.replaceAll('\n\n', ' '));
    const first = words.findIndex(({ text: word }) => word === 'Seventeen');
    for (const word of words.slice(first, first + extra)) {
      expect(word).toMatchObject({ unplaced: true });
      expect(word.within?.from).toBeLessThanOrEqual(words[first - 1]?.end ?? 0);
      expect(word.within?.to).toBeGreaterThanOrEqual(words[first + extra]?.start ?? Infinity);
    }
  });

  it('are refused where they are of another recording, or nobody speaks, and nothing changes', async () => {
    const other = linesOf(truthOf('phone-call-2min')).join('\n\n');
    const { path } = await create('other', other);
    for (const [of, recording] of [
      ['other', path],
      ['silent', await silent()],
    ] as const) {
      const before = await show(recording);
      const refused = await withheld(['align', recording, '--model', 'demo', '--json']);
      expect(refused.code, of).toBe(1);
      expect(refused.stdout, of).toContain('"TRANSCRIPT_OTHER"');
      expect(await show(recording), of).toEqual(before);
    }

    async function silent(): Promise<string> {
      await ffmpeg('-f', 'lavfi', '-i', 'anoisesrc=a=0.002:d=4:seed=1', at('silent.wav'));
      return (await create('silent', lines.join('\n\n'), at('silent.wav'))).path;
    }
  });

  it('are found in the language that is named, if the model knows it', async () => {
    await writeFile(at('languages.bin'), makeMultilingual(await readFile(DEMO_MODEL)));
    for (const [model, language] of [
      ['demo', 'ru'],
      [at('languages.bin'), 'xx'],
    ] as const) {
      const refused = await withheld([
        'align',
        at('before.withheld'),
        '--model',
        model,
        '--language',
        language,
      ]);
      expect(refused.code, language).toBe(2);
      expect(refused.stderr, language).toMatch(/English|language/u);
    }
    await copyFile(at('before.withheld'), at('named.withheld'));
    const named = ['--model', at('languages.bin'), '--language', 'en'];
    const answer = await withheldJson<Result<'align.run'>>(['align', at('named.withheld'), ...named]);
    expect(answer.placed).toBeGreaterThan(0.9 * said.length);
  });

  it('need a recording, words, and a model', async () => {
    await withheldJson(['new', at('text.withheld'), '--transcript', at('interview.txt')]);
    await withheldJson(['new', at('sound.withheld'), '--media', RECORDING]);
    for (const [args, code] of [
      [[at('text.withheld'), '--model', 'demo'], 'MEDIA_MISSING'],
      [[at('sound.withheld'), '--model', 'demo'], 'TRANSCRIPT_MISSING'],
      [[at('before.withheld')], 'MODEL_MISSING'],
      [[at('before.withheld'), '--model', 'nowhere/ggml.bin'], 'MODEL_MISSING'],
    ] as const) {
      const { code: exit, stdout } = await withheld(['align', ...args, '--json']);
      expect(exit).toBe(1);
      expect(stdout).toContain(`"${code}"`);
    }
  });

  it('of one line are laid again when it was corrected, in one step; a cancel changes nothing', async () => {
    const { dispatcher, close } = createDispatcher();
    let calls = 0;
    const ask = async <M extends Method>(method: M, params: object, onProgress?: () => void) => {
      const answer = await dispatcher.dispatch({ id: String(++calls), method, params }, onProgress);
      return answer as Envelope<Result<M>>;
    };
    const resultOf = <T>(envelope: Envelope<T>): T => {
      if (!envelope.ok) throw new Error(envelope.error.message);
      return envelope.result;
    };
    const opened = resultOf(await ask('project.open', { path: project, passphrase: PASSPHRASE }));
    const { words } = resultOf(await ask('project.show', opened));
    // A person corrected three words. They share the time of the words that stood there, and nothing more is known.
    const [first, end] = [2, 5];
    const within = { from: words[first]?.start ?? 0, to: words[end - 1]?.end ?? 0 };
    const guessed = words.slice(first, end).map(({ confidence: _, ...word }) => ({
      ...word,
      start: within.from,
      end: within.to,
      within,
    }));
    const step = { type: 'replaceWords', at: first, remove: end - first, words: guessed };
    const command = { label: 'Correct', steps: [step] };
    resultOf(await ask('document.execute', { ...opened, command }));
    const line = { first: words[first]?.id ?? '', last: words[end - 1]?.id ?? '' };

    const cancelled = await ask('align.run', { ...opened, model: 'demo', words: line }, () => {
      void dispatcher.dispatch({ cancel: String(calls) });
    });
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(resultOf(await ask('project.show', opened)).words.slice(first, end)).toEqual(guessed);

    const answer = resultOf(await ask('align.run', { ...opened, model: 'demo', words: line }));
    // The words beside them whose times are a guess are placed with them.
    expect(answer.unplaced).toBe(0);
    expect(answer.placed).toBeGreaterThanOrEqual(end - first);
    const after = resultOf(await ask('project.show', opened)).words;
    for (const [i, { start }] of said.slice(first, end).entries()) {
      expect(Math.abs((after[first + i]?.start ?? NaN) - start)).toBeLessThan(0.3);
    }
    const others = (all: typeof words) => all.filter((_, i) => i < first - 1 || i > end);
    expect(others(after)).toEqual(others(words));
    expect(resultOf(await ask('document.undo', opened)).undo).toBe('Correct');
    expect(resultOf(await ask('project.show', opened)).words.slice(first, end)).toEqual(guessed);
    await close();
  });
});
