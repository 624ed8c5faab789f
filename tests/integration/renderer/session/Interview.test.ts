import fc from 'fast-check';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDispatcher } from '../../../../main/rpc/createDispatcher';
import { startEvents } from '../../../../renderer/session/calls/call';
import { Interview } from '../../../../renderer/session/interview/Interview';
import type { Command } from '../../../../shared/document/commands';
import type { Word } from '../../../../shared/model/word';

const PASSPHRASE = 'a tram behind the market';

let folder: string;
let path: string;
let project: string;
let interview: Interview;
let hear: (event: unknown) => void;
/** Messages to the project file, and from it to the window. Each way keeps its order, as late as a test likes. */
const there: (() => Promise<void>)[] = [];
const back: (() => void)[] = [];
const defects: unknown[] = [];
const services = createDispatcher({
  onEvent: (event) => back.push(() => hear(structuredClone(event))),
  onDefect: (defect) => defects.push(defect),
});
let calls = 0;
const ask = async (method: string, params: object) => {
  const envelope = await services.dispatcher.dispatch({ id: `other ${++calls}`, method, params });
  if (!envelope?.ok) throw new Error(`${method}: ${envelope?.error.code}`);
  return envelope.result;
};

/** Lets the window's promises send what waits to be sent. */
const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));
const takeOne = async () => {
  await there.shift()?.();
  await settle();
};
const hearOne = async () => {
  back.shift()?.();
  await settle();
};
async function all(): Promise<void> {
  await settle();
  while (there.length + back.length > 0) {
    await takeOne();
    await hearOne();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-replica-'));
  path = join(folder, 'interview.withheld');
  const call = (request: unknown) =>
    new Promise((resolve) =>
      there.push(async () => {
        const answer = structuredClone(await services.dispatcher.dispatch(structuredClone(request)));
        back.push(() => resolve(answer));
      }),
    );
  vi.stubGlobal('window', { withheld: { call, on: (listener: typeof hear) => (hear = listener) } });
  startEvents();
  ({ project } = (await ask('project.create', { path, passphrase: PASSPHRASE })) as { project: string });
});
beforeEach(open);
afterEach(() => interview.close({ keepOpen: true }));
afterAll(async () => {
  await services.close();
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  expect(defects).toEqual([]);
});

async function open(): Promise<void> {
  const loading = Interview.load(project, 'interview');
  await all();
  interview = await loading;
}

let made = 0;
const word = (): Word => ({ id: `w${++made}`, text: `t${made}`, start: null, end: null });
/** Makes a command that puts a word in and, if told to, takes others away. */
const put = (at: number, remove = 0, more: Word[] = []): Command => ({
  label: `Put ${made + 1}`,
  steps: [{ type: 'replaceWords', at, remove, words: [word(), ...more] }],
});
/** Makes a command that fits for the window, but not for the file, which checks that every word is there once. */
const unfit = (): Command => {
  const twice = word();
  return put(0, 0, [twice, twice]);
};
const inFile = async () =>
  (await ask('project.load', { project })) as {
    document: { words: Word[] };
    undo: string | null;
    redo: string | null;
  };
const read = ({ words }: { words: readonly Word[] }) => words.map(({ text }) => text);

describe('a window’s copy of an interview', () => {
  const actions = {
    put: (n: number) => {
      const { length } = interview.document.words;
      interview.execute(put(n % (length + 1), n % 3 === 0 && n % (length + 1) < length ? 1 : 0));
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    unfit: () => interview.execute(unfit()),
    other: () => ask('document.execute', { project, command: put(0) }).catch(() => undefined),
    otherUndo: () => ask('document.undo', { project }).catch(() => undefined),
    away: () => isAway() || move(path, away()),
    again: () => {
      if (isAway()) move(away(), path);
      void interview.tryAgain();
    },
    take: takeOne,
    hear: hearOne,
    all: () => (isAway() ? settle() : all()),
  };
  const step = (name: 'undo' | 'redo') =>
    void interview[name]().catch((error: unknown) => defects.push(error));
  const away = () => `${path}.away`;
  let gone = false;
  const isAway = () => gone;
  const move = (from: string, to: string) => {
    renameSync(from, to);
    gone = !gone;
  };
  const arbitrary = (names: (keyof typeof actions)[]) =>
    fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(1000)), { minLength: 5, maxLength: 50, size: 'max' });

  it.each<[string, (keyof typeof actions)[]]>([
    ['nobody else changes anything', ['put', 'undo', 'redo', 'take', 'hear', 'all']],
    ['the file refuses something', ['put', 'undo', 'redo', 'unfit', 'take', 'hear', 'all']],
    ['the file is away for a while', ['put', 'undo', 'redo', 'away', 'again', 'take', 'hear', 'all']],
    ['somebody else changes something', ['put', 'undo', 'redo', 'other', 'otherUndo', 'take', 'hear', 'all']],
    [
      'all of it',
      ['put', 'undo', 'redo', 'unfit', 'other', 'otherUndo', 'away', 'again', 'take', 'hear', 'all'],
    ],
  ])('comes to what is in the file when %s', async (_, names) => {
    await fc.assert(
      fc.asyncProperty(arbitrary(names), async (steps) => {
        for (const [name, n] of steps) {
          await actions[name](n);
          await settle();
        }
        if (isAway()) move(away(), path);
        await all();
        const again = interview.tryAgain();
        await all();
        await again;
        const { document, undo, redo } = await inFile();
        const state = interview.store.getState();
        expect(read(state.document)).toEqual(read(document));
        expect([state.saving, state.undo, state.redo]).toEqual([0, undo, redo]);
        expect(defects).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('takes back nothing else where what it takes back was refused', async () => {
    interview.execute(put(0));
    await all();
    const before = read(interview.document);
    interview.execute(unfit());
    void interview.undo();
    await all();
    expect(read((await inFile()).document)).toEqual(before);
    expect(read(interview.document)).toEqual(before);
  });

  it('takes back nothing else where somebody else came between', async () => {
    interview.execute(put(0));
    await all();
    void interview.undo();
    await ask('document.execute', { project, command: put(0) });
    const wanted = read((await inFile()).document);
    await all();
    expect(read((await inFile()).document)).toEqual(wanted);
    expect(read(interview.document)).toEqual(wanted);
    expect(interview.store.getState().failure?.code).toBe('CHANGE_INVALID');
  });

  it('goes back further than it has seen, and forth again', async () => {
    interview.execute(put(0));
    interview.execute(put(0));
    await all();
    const end = read(interview.document);
    await interview.close({ keepOpen: true });
    await open();
    const steps = [interview.undo(), interview.undo()];
    await all();
    await Promise.all(steps);
    expect(read(interview.document)).toEqual(end.slice(2));
    void interview.redo();
    void interview.redo();
    expect(read(interview.document)).toEqual(end);
    await all();
    expect(read((await inFile()).document)).toEqual(end);
    expect(interview.store.getState().failure).toBeNull();
  });
});

describe('what an interview says of itself', () => {
  it('is that not all is saved while something is typed, until that is on the disk', async () => {
    const typed = {};
    const states: [boolean, number][] = [];
    const forget = interview.store.subscribe(({ unsaved, saving }) => states.push([unsaved, saving]));
    interview.noteDraft(typed, true);
    interview.execute(put(0));
    interview.noteDraft(typed, false);
    await settle();
    expect(interview.store.getState()).toMatchObject({ unsaved: false, saving: 1 });
    await all();
    expect(interview.store.getState()).toMatchObject({ unsaved: false, saving: 0, refusal: null });
    forget();
    // Before the end, it never said that everything was saved.
    expect(states.slice(0, -1).every(([unsaved, saving]) => unsaved || saving > 0)).toBe(true);
  });

  it('is that a step back is not saved before the file has taken it', async () => {
    interview.execute(put(0));
    await all();
    // A window that was just opened does not know the effect of that step.
    await open();
    void interview.undo();
    await settle();
    expect(interview.store.getState().unsaved).toBe(true);
    await all();
    expect(interview.store.getState().unsaved).toBe(false);
  });

  it('is that it was emptied only where taking back what was done last brings words', async () => {
    interview.execute(put(0));
    const remove = interview.document.words.length;
    interview.execute({ label: 'Empty', steps: [{ type: 'replaceWords', at: 0, remove, words: [] }] });
    expect(interview.store.getState().emptied).toBe(true);
    interview.execute({
      label: 'Speaker',
      steps: [{ type: 'putSpeaker', speaker: { id: 's9', name: 'A' } }],
    });
    expect(interview.store.getState().emptied).toBe(false);
    await all();
    await open();
    expect(interview.store.getState().emptied).toBe(false);
  });
});
