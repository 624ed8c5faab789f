import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameKnowledge as names } from '../../../../main/detect/nameKnowledge';
import { verifyProject } from '../../../../main/verify/verifyProject';
import { knowSpeech } from '../../../../main/app/knowSpeech';
import { hearSpeech } from '../../../../main/speech/hearSpeech';
import { transcribeStretch } from '../../../../main/transcribe/transcribeStretch';
import type { Vault } from '../../../../main/vault/Vault';
import type { AppError } from '../../../../shared/model/errors';
import type { Span } from '../../../../shared/model/entity';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { publishSpeech } from '../../../../shared/edits/publishSpeech';
import { speechWithoutWords } from '../../../../shared/plan/speechWithoutWords';
import { makeProject, runExport } from '../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../support/makeMedia';
import { INTERVIEWS, truthOf } from '../../../support/speech';

const at = useTemporaryFolder();
const SPOKEN = join(INTERVIEWS, 'short-40s.flac');
const context = { signal: new AbortController().signal, onProgress: () => undefined };

const speechIn = async (name: string, ...recipe: string[]): Promise<Span[]> => {
  await ffmpeg(...recipe, '-c:a', 'flac', at(`${name}.flac`));
  const vault = await makeProject(at(`${name}.withheld`), at(`${name}.flac`));
  try {
    return (await hearSpeech(vault)).spans;
  } finally {
    vault.close();
  }
};
const share = (spans: readonly Span[], { from, to }: Span) =>
  spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0) /
  (to - from);

describe('the speech detector', () => {
  const words = truthOf('short-40s').filter(({ end }) => end < 39);
  /** Holds that every word is said within a span, and that no long pause is in one. */
  const hearsAll = (spans: readonly Span[]) => {
    for (const { start, end } of words) expect(share(spans, { from: start, to: end })).toBeGreaterThan(0.8);
    for (const [i, { end }] of words.entries()) {
      const next = words[i + 1]?.start ?? end;
      if (next - end > 0.6) expect(share(spans, { from: end + 0.25, to: next - 0.15 })).toBeLessThan(0.2);
    }
  };

  test('tells where somebody speaks', async () => {
    hearsAll(await speechIn('plain', '-i', SPOKEN));
  });

  test('hears what only one ear hears, and what cancels out in the sum', async () => {
    const inverted = 'aformat=channel_layouts=mono,pan=stereo|c0=c0|c1=-1*c0';
    hearsAll(await speechIn('inverted', '-i', SPOKEN, '-af', inverted));
    const noise = ['-f', 'lavfi', '-i', 'anoisesrc=c=white:a=0.02:d=39:seed=3'];
    const beside =
      '[0]aformat=channel_layouts=mono:sample_rates=16000[a];[1]aformat=sample_rates=16000[b];[b][a]join';
    hearsAll(await speechIn('one-ear', '-i', SPOKEN, ...noise, '-filter_complex', beside));
  });

  test('hears a long recording to its end, by all of its threads', async () => {
    const again = 'aresample=16000,atrim=end=39,aloop=loop=14:size=624000';
    const spans = await speechIn('long', '-i', SPOKEN, '-af', again);
    for (const begin of [0, 13 * 39, 14 * 39]) {
      hearsAll(spans.map(({ from, to }) => ({ from: from - begin, to: to - begin })));
    }
  });

  test('hears soft speech', async () => {
    hearsAll(await speechIn('soft', '-i', SPOKEN, '-af', 'volume=-30dB', '-sample_fmt', 's32'));
  });

  test('takes neither silence nor noise nor a chord for speech', async () => {
    const lavfi = (source: string) => ['-f', 'lavfi', '-i', source];
    expect(await speechIn('silence', ...lavfi('anullsrc=r=16000:d=40'))).toEqual([]);
    expect(await speechIn('white', ...lavfi('anoisesrc=c=white:a=0.2:d=40:seed=1'))).toEqual([]);
    expect(await speechIn('pink', ...lavfi('anoisesrc=c=pink:a=0.4:d=40:seed=1'))).toEqual([]);
    const chord = "aevalsrc='0.2*sin(2*PI*262*t)+0.2*sin(2*PI*330*t)+0.2*sin(2*PI*392*t)':d=40:s=16000";
    expect(await speechIn('chord', ...lavfi(`${chord},afade=d=5`))).toEqual([]);
  });
});

describe('an export with sound', () => {
  const HOLE = { from: 26, to: 28.5 };
  let vault: Vault;
  beforeAll(async () => {
    const words = truthOf('short-40s').filter(({ start, end }) => end < HOLE.from || start > HOLE.to);
    vault = await makeProject(at('hole.withheld'), SPOKEN, { words });
  });
  afterAll(() => {
    vault.close();
  });

  const exportTo = (name: string) => runExport(vault, { out: at(name), audioFormat: 'wav' });
  const answer = (checks: readonly { name: string }[]) =>
    checks.find(({ name }) => name === 'speech without words');

  test('says that nobody has looked, where the detector did not run', async () => {
    const { checks } = await exportTo('unknown');
    expect(answer(checks)).toMatchObject({ ok: true, done: false });
    expect(await readFile(join(at('unknown'), 'report.json'), 'utf8')).toContain('"not done"');
  });

  test('is refused while words are missing, with the place, and verification fails on what was exported before', async () => {
    await knowSpeech(vault, context);
    const [hole, ...others] = speechWithoutWords(vault.document);
    expect(others).toEqual([]);
    expect(share(hole ? [hole] : [], HOLE)).toBeGreaterThan(0.8);
    const refusal = (await exportTo('refused').catch((error: unknown) => error)) as AppError;
    expect(refusal.code).toBe('EXPORT_WOULD_LEAK');
    expect(refusal.message).toMatch(/0:2[56]\.\d/u);
    expect(answer(await verifyProject(vault, at('unknown'), { names }))).toMatchObject({ ok: false });
    // The text holds nothing of what nobody has heard.
    await runExport(vault, { out: at('text'), media: 'none' });
  });

  test('goes when the stretch is published knowingly, and tells how many were', async () => {
    const command = publishSpeech(vault.document, speechWithoutWords(vault.document));
    if (command) vault.execute(command);
    const { checks } = await exportTo('published');
    expect(answer(checks)).toMatchObject({
      ok: true,
      detail: expect.stringContaining('1 without') as string,
    });
    expect(checks.every(({ ok }) => ok)).toBe(true);
    expect(answer(await verifyProject(vault, at('published'), { names }))).toMatchObject({ ok: true });
    expect(await readFile(join(at('published'), 'report.html'), 'utf8')).toContain('published knowingly');
    vault.undo();
    await expect(exportTo('again')).rejects.toMatchObject({ code: 'EXPORT_WOULD_LEAK' });
  });

  test('goes when it is withheld', async () => {
    const marks = speechWithoutWords(vault.document).map((span) => ({ ...span, stretch: true as const }));
    const { command } = makeMarks(vault.document, marks);
    if (command) vault.execute(command);
    const { checks } = await exportTo('withheld');
    expect(answer(checks)).toMatchObject({ ok: true });
    vault.undo();
  });

  test('goes when it is transcribed, in one step, where it was said', async () => {
    const before = vault.document.words;
    const [hole] = speechWithoutWords(vault.document);
    if (!hole) throw new Error('nothing is missing');
    const count = await transcribeStretch(vault, { ...hole, model: 'demo' });
    expect(count).toBeGreaterThan(2);
    expect(vault.document.words).toHaveLength(before.length + count);
    expect(speechWithoutWords(vault.document)).toEqual([]);
    const { checks } = await exportTo('transcribed');
    expect(answer(checks)).toMatchObject({ ok: true });
    vault.undo();
    expect(vault.document.words).toEqual(before);
  });

  test('has no words put in where nothing is said', async () => {
    const before = vault.document.words;
    expect(await transcribeStretch(vault, { from: 38.6, to: 39, model: 'demo' })).toBe(0);
    expect(vault.document.words).toEqual(before);
  });
});
