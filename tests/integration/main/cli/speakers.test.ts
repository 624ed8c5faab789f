import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { withheld, withheldJson } from '../../../support/commandLine';
import {
  interleaved,
  makeConversation,
  microphones,
  RATE,
  together,
  type SpokenWord,
} from '../../../support/makeConversation';
import { useTemporaryFolder } from '../../../support/makeMedia';
import { makeVoiceModel } from '../../../support/makeVoiceModel';
import { writeWav } from '../../../support/writeWav';

interface Shown {
  words: { id: string; text: string; speaker?: string; proposed?: true; unsure?: true }[];
  speakers: { id: string; name: string }[];
}

interface Proposed {
  speakers: { id: string; name: string; words: number; proposed: number; sample: unknown }[];
  proposed: number;
  unsure: number;
  notes: string[];
}

const transcript = (words: readonly SpokenWord[], labels = false) =>
  JSON.stringify({
    language: 'en',
    words: words.map(({ text, start, end, speaker }) => ({ text, start, end, ...(labels && { speaker }) })),
  });

const readPublished = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'transcript.json'), 'utf8')) as {
    paragraphs: { speaker: string | null }[];
  };

/** Returns the share of words with the right speaker, who is the one that most of the same person's words have. */
function shareRight(said: readonly SpokenWord[], { words }: Shown): number {
  const counts = new Map<string, Map<string, number>>();
  for (const [i, { speaker }] of said.entries()) {
    const of = counts.get(words[i]?.speaker ?? '') ?? new Map<string, number>();
    counts.set(words[i]?.speaker ?? '', of.set(speaker, (of.get(speaker) ?? 0) + 1));
  }
  const right = [...counts.values()].reduce((sum, of) => sum + Math.max(...of.values()), 0);
  return right / said.length;
}

describe('speakers', () => {
  const at = useTemporaryFolder();
  let said: readonly SpokenWord[] = [];
  let project = '';
  const show = (path = project) => withheldJson<Shown>(['show', path]);

  beforeAll(async () => {
    const { words, own } = await makeConversation('phone-call-2min');
    said = words;
    project = at('conversation.withheld');
    writeWav(at('conversation.wav'), together(own), RATE);
    await writeFile(at('conversation.json'), transcript(words));
    await withheldJson([
      ...['new', project, '--media', at('conversation.wav')],
      ...['--transcript', at('conversation.json')],
    ]);
  });

  it('cannot be told by channel where there is one, nor for one person', async () => {
    expect(await withheld(['speakers', project, '--channels', '--json'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('"CHANNELS_ALIKE"') as string,
    });
    for (const people of ['1', '9', 'two'])
      expect(await withheld(['speakers', project, '--people', people])).toMatchObject({ code: 2 });
    expect(await withheld(['speakers', project, '--people', '2', '--confirm'])).toMatchObject({ code: 2 });
    expect((await show()).words.some(({ speaker }) => speaker !== undefined)).toBe(false);
  });

  it('are proposed by their voices, each with a sample, and two in two minutes plainly', async () => {
    const proposed = await withheldJson<Proposed>(['speakers', project, '--people', '2']);
    expect(proposed.speakers.map(({ name }) => name)).toEqual(['Speaker 1', 'Speaker 2']);
    expect(proposed).toMatchObject({ proposed: said.length });
    for (const { sample } of proposed.speakers) expect(sample).not.toBeNull();
    const shown = await show();
    expect(shown.words.every((word) => word.proposed && word.speaker !== undefined)).toBe(true);
    expect(shareRight(said, shown)).toBeGreaterThan(0.97);
  });

  it('are the same when they are proposed once more', async () => {
    const before = await show();
    await withheldJson<Proposed>(['speakers', project, '--people', '2']);
    expect(await show()).toEqual(before);
  });

  it('are told by a voice model of one’s own, and one that is none is refused', async () => {
    const people = ['speakers', project, '--people', '2', '--voice-model'];
    expect(await withheld([...people, at('conversation.json'), '--json'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('"VOICE_MODEL_INVALID"') as string,
    });
    const proposed = await withheldJson<Proposed>([...people, makeVoiceModel(at('voices.onnx'))]);
    expect(proposed).toMatchObject({ proposed: said.length });
    expect(shareRight(said, await show())).toBeGreaterThan(0.9);
  });

  it('are not withheld, and not told by an export, while they are only proposed', async () => {
    const refused = await withheld(['mark', project, '--speaker', 'Speaker 1', '--json']);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'SPEAKERS_PROPOSED' } });
    const out = at('proposed');
    const { proposedSpeakers } = await withheldJson<{ proposedSpeakers: number }>([
      ...['export', project, '--out', out, '--formats', 'json', '--media', 'none'],
    ]);
    expect(proposedSpeakers).toBe(said.length);
    expect((await readPublished(out)).paragraphs.every(({ speaker }) => speaker === null)).toBe(true);
  });

  it('are told and withheld when somebody has confirmed them', async () => {
    expect(await withheldJson(['speakers', project, '--confirm'])).toEqual({ confirmed: said.length });
    expect((await show()).words.some((word) => word.proposed ?? word.unsure)).toBe(false);
    const out = at('confirmed');
    await withheldJson(['export', project, '--out', out, '--formats', 'json', '--media', 'none']);
    const { paragraphs } = await readPublished(out);
    expect(new Set(paragraphs.map(({ speaker }) => speaker))).toEqual(new Set(['Speaker 1', 'Speaker 2']));
    const { mentions } = await withheldJson<{ mentions: number }>([
      ...['mark', project, '--speaker', 'Speaker 1', '--no-align'],
    ]);
    expect(mentions).toBeGreaterThan(2);
    expect(await withheld(['speakers', project, '--people', '2', '--json'])).toMatchObject({
      stdout: expect.stringContaining('"SPEAKERS_KNOWN"') as string,
    });
  });
});

describe('with a microphone for each', () => {
  const at = useTemporaryFolder();
  const create = async (name: string, channels: readonly Float32Array[], labels = false) => {
    writeWav(at(`${name}.wav`), interleaved(channels), RATE, channels.length);
    await writeFile(at(`${name}.json`), transcript((await makeConversation('short-40s')).words, labels));
    const project = at(`${name}.withheld`);
    const made = await withheldJson<{ notes: string[] }>([
      ...['new', project, '--media', at(`${name}.wav`), '--transcript', at(`${name}.json`)],
    ]);
    return { project, ...made };
  };

  it('they are proposed by channel at import, whatever is heard over from the others', async () => {
    const { words, own } = await makeConversation('short-40s');
    const { project, notes } = await create('two', microphones(own, -6));
    expect(notes).toContain('Who speaks is proposed by channel: confirm it, or take it back.');
    const shown = await withheldJson<Shown>(['show', project]);
    expect(shown.words.every(({ proposed }) => proposed)).toBe(true);
    expect(shareRight(words, shown)).toBeGreaterThan(0.98);
  });

  it('nothing is proposed where there are labels, or all channels are alike', async () => {
    const { own } = await makeConversation('short-40s');
    const labelled = await create('labelled', microphones(own, -6), true);
    expect(labelled.notes.join()).not.toContain('proposed');
    const both = together(own);
    const alike = await create('alike', [both, both]);
    expect(alike.notes.join()).not.toContain('proposed');
    expect(await withheld(['speakers', alike.project, '--channels', '--json'])).toMatchObject({
      stdout: expect.stringContaining('"CHANNELS_ALIKE"') as string,
    });
    // Forty seconds are too short for three voices.
    expect(await withheld(['speakers', alike.project, '--people', '3', '--json'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('"SPEECH_TOO_SHORT"') as string,
    });
  });
});
