import type { Command, SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { isBlank } from '../model/isBlank';
import { attributed, type Attribution, type Speaker } from '../model/word';
import { beginsLine, lineAt, linesOf } from '../text/lines';
import { numberedSpeaker } from '../text/numberedSpeaker';
import { withholdTurns } from './withholdTurns';

/**
 * Says who speaks in words `first` up to and without `end`, which confirms it. A name that is known already stands for
 * that speaker. Lines stay the lines that they are, even where two of one speaker then follow one another.
 * @returns null when nothing changes.
 */
export function assignSpeaker(
  document: ProjectDocument,
  first: number,
  end: number,
  name: string,
): Command | null {
  const wanted = name.trim();
  if (isBlank(name)) return null;
  const known = document.speakers.find((speaker) => speaker.name === wanted);
  const id = known?.id ?? `s${document.nextId}`;
  const words = document.words.slice(first, end);
  if (words.length === 0 || words.every(({ speaker, proposed }) => speaker === id && !proposed)) return null;
  const steps = attribute(document, first, end, () => ({ speaker: id }));
  if (!known) {
    steps.unshift(
      { type: 'setNextId', nextId: document.nextId + 1 },
      { type: 'putSpeaker', speaker: { id, name: wanted } },
    );
  }
  return { label: 'Assign speaker', steps };
}

/**
 * Gives words other speakers. Words that then belong to a withheld speaker are withheld too. Lines still begin where
 * they began.
 * @param of returns the speaker of a word by its position.
 */
function attribute(
  document: ProjectDocument,
  first: number,
  end: number,
  of: (at: number) => Attribution,
): SingleCommand[] {
  const { words } = document;
  const changed = words.slice(first, end + 1).map((word, i) => {
    const at = first + i;
    const before = words[at - 1];
    const kept = before && beginsLine(word, before) ? { ...word, paragraph: true as const } : word;
    return at < end ? attributed(kept, of(at)) : kept;
  });
  return [
    { type: 'replaceWords', at: first, remove: changed.length, words: changed },
    ...withholdTurns(document, words.toSpliced(first, changed.length, ...changed)),
  ];
}

/**
 * Returns the speakers of a document and as many more as there have to be, called `Speaker 1`, `Speaker 2` …, with the
 * steps that add these.
 */
function atLeast(
  { speakers, language, nextId: first }: ProjectDocument,
  count: number,
): { all: readonly Speaker[]; steps: SingleCommand[] } {
  const all = [...speakers];
  const names = new Set(speakers.map(({ name }) => name));
  let nextId = first;
  while (all.length < count) {
    let number = all.length + 1;
    while (names.has(numberedSpeaker(language, number))) number++;
    const name = numberedSpeaker(language, number);
    names.add(name);
    all.push({ id: `s${nextId++}`, name });
  }
  const made = all.slice(speakers.length).map((speaker): SingleCommand => ({ type: 'putSpeaker', speaker }));
  return { all, steps: made.length > 0 ? [{ type: 'setNextId', nextId }, ...made] : [] };
}

/**
 * Does the same as `assignSpeaker` for the speaker with a number, counted from 1 in the order of the document. Speakers
 * that are not there yet are made. 0 says that it is not known who speaks.
 * @returns null when nothing changes.
 */
export function giveSpeaker(
  document: ProjectDocument,
  first: number,
  end: number,
  number: number,
): Command | null {
  const { all, steps } = atLeast(document, number);
  const id = all[number - 1]?.id;
  const words = document.words.slice(first, end);
  const isSo = words.every(({ speaker, proposed }) => speaker === id && !proposed);
  if (words.length === 0 || isSo) return null;
  const given = attribute(document, first, end, () => (id === undefined ? {} : { speaker: id }));
  return { label: 'Assign speaker', steps: [...steps, ...given] };
}

/** Lists the last two people who speak in front of a word, or fewer, the nearest first. */
function speakersBefore({ words }: ProjectDocument, at: number): string[] {
  const found = new Set<string>();
  for (let i = at - 1; i >= 0 && found.size < 2; i--) {
    const speaker = words[i]?.speaker;
    if (speaker !== undefined) found.add(speaker);
  }
  return [...found];
}

/**
 * Has two speakers take turns, line by line from the line of a word to the end: whoever speaks in that line, and the
 * other of the two who spoke last. When nothing tells who that is, the first two speakers take turns.
 * @returns null when there is no such line.
 */
export function alternateFrom(document: ProjectDocument, at: number): Command | null {
  const line = lineAt(document.words, at);
  if (!line) return null;
  const { all, steps } = atLeast(document, 2);
  const others = (one: string) => all.find(({ id }) => id !== one)?.id ?? one;
  const begin = document.words[line.first];
  const before = speakersBefore(document, line.first);
  const own = begin?.proposed ? undefined : begin?.speaker;
  const [last] = before;
  const first =
    own ?? (last === undefined ? (all[0]?.id ?? '') : (before.find((id) => id !== last) ?? others(last)));
  const second = before.find((id) => id !== first) ?? others(first);
  const lines = linesOf(document.words.slice(line.first));
  const turn = lines.flatMap(({ first: from, end }, i) =>
    Array.from({ length: end - from }, () => (i % 2 === 0 ? first : second)),
  );
  const given = attribute(document, line.first, document.words.length, (word) => ({
    speaker: turn[word - line.first] ?? first,
  }));
  return { label: 'Alternate speakers', steps: [...steps, ...given] };
}

/**
 * Splits a line in front of a word and gives the rest of the line to the other of the two speakers who spoke last.
 * @returns null when the word begins its line already.
 */
export function splitForOther(document: ProjectDocument, at: number): Command | null {
  const line = lineAt(document.words, at);
  const word = document.words[at];
  if (!line || !word || line.first === at) return null;
  const { all, steps } = atLeast(document, 2);
  const own = word.speaker;
  const other =
    speakersBefore(document, line.first).find((id) => id !== own) ??
    all.find(({ id }) => id !== own)?.id ??
    '';
  const given = attribute(document, at, line.end, () => ({ speaker: other }));
  const begun = given.map((step) =>
    step.type === 'replaceWords'
      ? { ...step, words: step.words.map((one, i) => (i === 0 ? { ...one, paragraph: true as const } : one)) }
      : step,
  );
  return { label: 'Split for another speaker', steps: [...steps, ...begun] };
}

/**
 * Gives a speaker another name everywhere. If another speaker has that name, the two become one.
 * @returns null when nothing changes.
 */
export function renameSpeaker(document: ProjectDocument, id: string, name: string): Command | null {
  const wanted = name.trim();
  const speaker = document.speakers.find((one) => one.id === id);
  if (!speaker || isBlank(name) || speaker.name === wanted) return null;
  const other = document.speakers.find((one) => one.name === wanted);
  if (!other) {
    return { label: 'Rename speaker', steps: [{ type: 'putSpeaker', speaker: { id, name: wanted } }] };
  }
  const words = document.words.map((word) => (word.speaker === id ? { ...word, speaker: other.id } : word));
  return {
    label: 'Merge speakers',
    steps: [
      { type: 'replaceWords', at: 0, remove: words.length, words },
      ...withholdTurns(document, words),
      { type: 'removeSpeaker', id },
    ],
  };
}
