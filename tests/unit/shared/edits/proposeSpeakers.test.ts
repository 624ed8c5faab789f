import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/document/commands';
import { emptyDocument, documentSchema, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { confirmSpeakers, countProposed } from '../../../../shared/edits/confirmSpeakers';
import { correctWords } from '../../../../shared/edits/correctWords';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { proposeSpeakers, type ProposedVoice } from '../../../../shared/edits/proposeSpeakers';
import { assignSpeaker, renameSpeaker } from '../../../../shared/edits/speakers';
import { unmark } from '../../../../shared/edits/unmark';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { renderPublished } from '../../../../shared/plan/render';
import { speakerVoices } from '../../../../shared/plan/speakerVoices';

const document: ProjectDocument = {
  ...emptyDocument(),
  nextId: 7,
  words: ['One', 'two', 'three', 'four', 'five', 'six'].map((text, i) => ({
    id: `w${i + 1}`,
    text,
    start: i,
    end: i + 0.5,
    ...(i % 2 === 0 && { paragraph: true as const }),
  })),
};

/** Reads voices in the order of the words: a digit for each, `-` for none, and `?` before an unsure one. */
function voices(told: string): Map<string, ProposedVoice> {
  const parts = told.match(/\??[\d-]/gu) ?? [];
  return new Map(
    parts.flatMap((part, i) =>
      part.endsWith('-') ? [] : [[`w${i + 1}`, { voice: Number(part.at(-1)), unsure: part.startsWith('?') }]],
    ),
  );
}

function after(before: ProjectDocument, command: Command | null): ProjectDocument {
  if (!command) throw new Error('nothing would change');
  const { document: made, inverse } = applyCommand(before, command);
  expect(brokenInvariants(made)).toEqual([]);
  expect(documentSchema.parse(made)).toEqual(made);
  const { document: back } = applyCommand(made, inverse);
  expect({ ...back, nextId: before.nextId }).toEqual(before);
  return made;
}

const said = ({ words, speakers }: ProjectDocument) =>
  words
    .map(({ speaker, proposed, unsure }) => {
      const name = speakers.find(({ id }) => id === speaker)?.name.replace('Speaker ', '') ?? '-';
      return `${name}${unsure ? '?' : proposed ? '*' : ''}`;
    })
    .join(' ');

const proposed = after(document, proposeSpeakers(document, voices('00?1100')));

describe('speakers that are proposed', () => {
  it('are named in the order in which they speak, in one step', () => {
    expect(said(proposed)).toBe('1* 1* 2? 2* 1* 1*');
    expect(countProposed(proposed.words)).toEqual({ proposed: 6, unsure: 1 });
    expect(proposeSpeakers(proposed, voices('00?1100'))).toBeNull();
  });

  it('are confirmed line by line by whoever gives a line its speaker, also the same, and all at once', () => {
    const line = after(proposed, assignSpeaker(proposed, 2, 4, 'Speaker 2'));
    expect(said(line)).toBe('1* 1* 2 2 1* 1*');
    expect(assignSpeaker(line, 2, 4, 'Speaker 2')).toBeNull();
    const all = after(line, confirmSpeakers(line));
    expect(said(all)).toBe('1 1 2 2 1 1');
    expect(confirmSpeakers(all)).toBeNull();
  });

  it('keep the name that was given to a voice, and lines that somebody labelled, when proposed again', () => {
    const named = after(proposed, renameSpeaker(proposed, 's7', 'Guest'));
    const labelled = after(named, assignSpeaker(named, 4, 6, 'Host'));
    const host = labelled.words[4]?.speaker ?? '';
    const again = after(labelled, proposeSpeakers(labelled, voices('110010'), new Map([[0, host]])));
    expect(said(again)).toBe('Guest* Guest* Host* Host* Host Host');
    // A proposed speaker who says nothing any more is gone.
    expect(again.speakers.map(({ name }) => name)).toEqual(['Guest', 'Host']);
  });

  it('stay proposed when what they say is corrected, and nothing is known of words that were left out', () => {
    const corrected = after(
      proposed,
      correctWords(proposed, 2, 2, [
        { text: 'three', begins: true },
        { text: 'and', begins: false },
        { text: 'fore', begins: false },
      ]),
    );
    expect(said(corrected)).toBe('1* 1* 2? 2* 2? 1* 1*');
    expect(said(after(document, proposeSpeakers(document, voices('0-11--'))))).toBe('1* - 2* 2* - -');
  });

  it('are published by nobody: their lines have no speaker until they are confirmed', () => {
    const published = (of: ProjectDocument) =>
      renderPublished(of, buildPlan(of), []).map(({ speaker }) => speaker);
    expect(published(proposed)).toEqual([null, null, null]);
    const all = after(proposed, confirmSpeakers(proposed));
    expect(published(all)).toEqual(['Speaker 1', 'Speaker 2', 'Speaker 1']);
  });

  it('are not withheld as long as any line is proposed, since a wrong one would be published', () => {
    const mark = (of: ProjectDocument) => makeMarks(of, [{ speaker: 'Speaker 1' }]);
    expect(() => mark(proposed)).toThrow(expect.objectContaining({ code: 'SPEAKERS_PROPOSED' }));
    const line = after(proposed, assignSpeaker(proposed, 0, 2, 'Speaker 1'));
    expect(() => mark(line)).toThrow(expect.objectContaining({ code: 'SPEAKERS_PROPOSED' }));
    expect(mark(after(line, confirmSpeakers(line))).mentions).toBe(2);
  });

  it('are withheld where they turn out to be somebody’s who is: confirmed, given, or the same as another', () => {
    const given = after(document, assignSpeaker(document, 0, 2, 'Guest'));
    const withheld = after(given, makeMarks(given, [{ speaker: 'Guest' }]).command);
    const hidden = (of: ProjectDocument) =>
      buildPlan(of).runs.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    expect(hidden(withheld)).toBe(2);
    const proposal = after(
      withheld,
      proposeSpeakers(withheld, voices('--1100'), new Map([[0, withheld.speakers[0]?.id ?? '']])),
    );
    expect(said(proposal)).toBe('Guest Guest 1* 1* Guest* Guest*');
    expect(hidden(proposal)).toBe(2);
    const confirmed = after(proposal, confirmSpeakers(proposal));
    expect(hidden(confirmed)).toBe(4);
    expect(hidden(after(withheld, assignSpeaker(withheld, 2, 3, 'Guest')))).toBe(3);
    const other = confirmed.words[2]?.speaker ?? '';
    expect(hidden(after(confirmed, renameSpeaker(confirmed, other, 'Guest')))).toBe(6);
    // A person's decision about one of their turns stays.
    const [first] = confirmed.mentions;
    const shown = after(confirmed, unmark(confirmed, [first?.id ?? '']));
    expect(hidden(after(shown, assignSpeaker(shown, 2, 3, 'Host')))).toBe(2);
  });

  it('are heard by the longest that is sure of theirs', () => {
    const told = speakerVoices(proposed.words);
    expect(told.get('s7')).toEqual({ words: 4, proposed: 4, unsure: 0, sample: { from: 0, to: 1.5 } });
    expect(told.get('s8')).toEqual({ words: 2, proposed: 2, unsure: 1, sample: { from: 3, to: 3.5 } });
  });

  it('are words of a speaker, always', () => {
    const [word] = proposed.words;
    const broken = { ...proposed, words: [{ ...word, speaker: undefined }] };
    expect(documentSchema.safeParse(broken).success).toBe(false);
  });
});

it('calls speakers in the language of the interview', () => {
  const russian: ProjectDocument = { ...document, language: 'ru' };
  const command = proposeSpeakers(russian, voices('111222'));
  const { speakers } = applyCommand(russian, command ?? { label: '', steps: [] }).document;
  expect(speakers.map(({ name }) => name)).toEqual(['Говорящий 1', 'Говорящий 2']);
});
