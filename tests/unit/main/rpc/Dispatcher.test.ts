import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../../../main/app/Handlers';
import { Dispatcher } from '../../../../main/rpc/Dispatcher';
import { api } from '../../../../shared/contract/api';
import { AppError } from '../../../../shared/model/errors';

/** Makes a dispatcher whose other methods must not be reached. */
function dispatcherWith(handlers: Partial<Handlers>, onDefect: (defect: unknown) => void = () => undefined) {
  return new Dispatcher(api, handlers as Handlers, onDefect);
}

describe('Dispatcher', () => {
  it('answers a call with its result under its id', async () => {
    const dispatcher = dispatcherWith({ 'project.close': () => ({}) });
    const envelope = await dispatcher.dispatch({
      id: '7',
      method: 'project.close',
      params: { project: 'p1' },
    });
    expect(envelope).toEqual({ id: '7', ok: true, result: {} });
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'project.closed', ''])(
    'does not dispatch the name %j',
    async (method) => {
      const envelope = await dispatcherWith({}).dispatch({ id: '1', method, params: {} });
      expect(envelope).toMatchObject({ ok: false, error: { code: 'USAGE' } });
    },
  );

  it.each([
    null,
    42,
    'call',
    [],
    {},
    { id: 1, method: 'project.close' },
    { cancel: {} },
    { id: '', method: 'x' },
  ])('answers %j without running anything', async (message) => {
    const envelope = await dispatcherWith({}).dispatch(message);
    expect(envelope).toMatchObject({ ok: false, error: { code: 'USAGE' } });
  });

  it('names the path of a wrong parameter and not its value', async () => {
    const marks = [{ text: 'fine' }, { from: 1, to: 'Secretname' }];
    const envelope = await dispatcherWith({}).dispatch({
      id: '1',
      method: 'mark.add',
      params: { project: 'p', marks },
    });
    expect(envelope).toMatchObject({ ok: false, error: { code: 'USAGE' } });
    expect(JSON.stringify(envelope)).toContain('marks[1].to: expected a number, got text');
    expect(JSON.stringify(envelope)).not.toContain('Secretname');
  });

  it('passes a coded error on whole and hides the text of any other', async () => {
    const defects: unknown[] = [];
    const coded = new AppError('MODEL_MISSING', 'The model is not there.', 'Choose another.');
    const fail = (error: Error) =>
      dispatcherWith({ 'suggest.text': () => Promise.reject(error) }, (defect) =>
        defects.push(defect),
      ).dispatch({
        id: '1',
        method: 'suggest.text',
        params: { text: '' },
      });
    expect(await fail(coded)).toEqual({
      id: '1',
      ok: false,
      error: { code: 'MODEL_MISSING', message: 'The model is not there.', next: 'Choose another.' },
    });
    const foreign = new Error('cannot parse "Secretname"');
    expect(JSON.stringify(await fail(foreign))).not.toContain('Secretname');
    expect(defects).toEqual([foreign]);
  });

  it('tells a defect that a call ran into without failing by it', async () => {
    const defects: unknown[] = [];
    const defect = new TypeError('x is not a function');
    const envelope = await dispatcherWith(
      {
        'suggest.text': (_params, { onDefect }) => {
          onDefect?.(defect);
          return { suggestions: [] };
        },
      },
      (one) => defects.push(one),
    ).dispatch({ id: '1', method: 'suggest.text', params: { text: '' } });
    expect(envelope).toMatchObject({ ok: true });
    expect(defects).toEqual([defect]);
  });

  it('refuses a result that breaks the contract', async () => {
    const wrong = () => ({ suggestions: [{ type: 'ghost' }] }) as never;
    const envelope = await dispatcherWith({ 'suggest.text': wrong }).dispatch({
      id: '1',
      method: 'suggest.text',
      params: { text: '' },
    });
    expect(envelope).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  });

  it('cancels the one call that is named', async () => {
    const dispatcher = dispatcherWith({
      'suggest.text': (_params, { signal }) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () =>
            reject(new AppError('CANCELLED', 'Cancelled.', 'Start again.')),
          );
          setTimeout(() => resolve({ suggestions: [] }), 50);
        }),
    });
    const call = (id: string) => dispatcher.dispatch({ id, method: 'suggest.text', params: { text: '' } });
    const [first, second] = [call('a'), call('b')];
    expect(await dispatcher.dispatch({ cancel: 'a' })).toBeNull();
    expect(await dispatcher.dispatch({ cancel: 'nobody' })).toBeNull();
    expect(await first).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(await second).toMatchObject({ ok: true });
  });

  it('refuses a second call under an id that runs', async () => {
    const dispatcher = dispatcherWith({
      'suggest.text': () => new Promise((resolve) => setTimeout(() => resolve({ suggestions: [] }), 20)),
    });
    const call = () => dispatcher.dispatch({ id: 'a', method: 'suggest.text', params: { text: '' } });
    const [first, second] = await Promise.all([call(), call()]);
    expect([first?.id, second?.id]).toEqual(['a', 'a']);
    expect([first, second].filter((envelope) => envelope && 'ok' in envelope && envelope.ok)).toHaveLength(1);
  });
});
