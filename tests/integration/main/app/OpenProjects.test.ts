import { appRoot } from '../../../../main/system/appRoot';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDispatcher } from '../../../../main/rpc/createDispatcher';
import type { Method, Result } from '../../../../shared/contract/api';
import type { Envelope } from '../../../../shared/contract/envelope';
import { expectWithin } from '../../../support/patience';

const DEMO = join(appRoot(), 'resources', 'demo', 'interview.mp4');
const PASSPHRASE = 'a tram behind the market';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'withheld-closing-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

it.each<[string, Method, object]>([
  ['its playback is prepared', 'playback.prepare', {}],
  ['it is transcribed', 'transcribe.run', { model: 'demo' }],
  ['it is exported', 'export.run', { media: 'audio', formats: [], listen: 'none' }],
])('closes while %s: that ends first, and the file is whole', async (_, method, more) => {
  const defects: unknown[] = [];
  const { dispatcher, isOpen, close } = createDispatcher({ onDefect: (defect) => defects.push(defect) });
  let calls = 0;
  const ask = (name: Method, params: object, onProgress?: () => void) =>
    dispatcher.dispatch({ id: String(++calls), method: name, params }, onProgress);
  const path = join(folder, `${method}.withheld`);
  const { project } = resultOf<'project.create'>(
    await ask('project.create', { path, passphrase: PASSPHRASE, media: DEMO }),
  );
  const out = join(folder, 'out');
  const ended: string[] = [];
  const params = { project, ...more, ...(method === 'export.run' && { out }) };
  const begun = new EventEmitter();
  const hasBegun = once(begun, 'begun');
  const work = ask(method, params, () => begun.emit('begun'));
  void work.then(() => ended.push('work'));
  await hasBegun;
  const asked = performance.now();
  await ask('project.close', { project }).then(() => ended.push('close'));
  await expectWithin(3000, performance.now() - asked);
  expect(ended).toEqual(['work', 'close']);
  expect(await work).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  expect(isOpen()).toBe(false);
  expect(readdirSync(folder)).not.toContain('out');

  const again = resultOf<'project.open'>(await ask('project.open', { path, passphrase: PASSPHRASE }));
  const { bytes } = resultOf<'playback.prepare'>(await ask('playback.prepare', again));
  expect(bytes).toBeGreaterThan(0);
  await close();
  expect(defects).toEqual([]);
});

function resultOf<M extends Method>(envelope: Envelope | null): Result<M> {
  if (!envelope?.ok) throw new Error(envelope?.error.message);
  return envelope.result as Result<M>;
}
