import type { ProjectDocument } from '../document/document';
import type { Word } from '../model/word';
import { findAcross, type TextBlock, type TokenPlace } from './findAcross';
import { findLeftovers, type Leftover } from './findLeftovers';
import { asInitials } from './hiddenLabels';
import { chaptersInOrder } from '../plan/chaptersInOrder';
import { keptHere, saidBy } from '../plan/keptHere';
import { withheldMentions } from '../plan/RedactionPlan';
import { indexWords } from '../plan/wordIndex';
import type { LeakFinder } from './LeakFinder';
import type { LeakPlace } from '../model/leakPlace';
import { isDefaultMarkerWord, splitWord } from '../model/marker';
import { plannedText, type PlannedText } from './plannedText';

/** Texts and a folder's name that a publisher adds to the transcript. */
export interface Told {
  title?: string | undefined;
  intro?: string | undefined;
  /** Name of the folder that is handed on, without where it is. */
  folder?: string | undefined;
}

/** A place where something withheld would be published, and what it says there. */
export interface Left extends LeakPlace {
  text: string;
}

/**
 * Lists every place where what is planned to be published holds anything withheld: first the words, in the order of the
 * transcript, then descriptions, labels, headings, the word of markers and what the publisher adds. A place where a
 * person decided to keep it does not count. Review lists these places, and an export is refused for them: nothing else
 * decides about either.
 */
export function whatIsLeft(
  document: ProjectDocument,
  finder: LeakFinder,
  told: Told = {},
  text = plannedText(document, finder),
): Left[] {
  const across = acrossBlocks(document, finder, text, told);
  const within = inText(document, finder, text);
  // What is a part of something longer that goes on in another line is no place of its own.
  const alone = within.filter((one) => !across.some((longer) => isPartOf(one, longer)));
  const { at } = indexWords(document.words);
  const order = ({ kind, wordIds }: Left) => (kind === 'words' ? (at.get(wordIds[0] ?? '') ?? 0) : Infinity);
  const inOrder = [...alone, ...across].map((left) => ({ left, order: order(left) }));
  return [
    ...inOrder.sort((a, b) => (a.order === b.order ? 0 : a.order - b.order)).map(({ left }) => left),
    ...inLabels(document, finder, text),
    ...inHeadings(document, finder),
    ...inMarker(document, finder),
    ...inTold('title', told.title, finder),
    ...inTold('introduction', told.intro, finder),
    // A folder's name need not be language, so sounds mean nothing in it.
    ...inTold('folder', told.folder, finder).filter(({ likeness }) => likeness !== 'sound'),
  ];
}

function inText(document: ProjectDocument, finder: LeakFinder, planned: PlannedText): Left[] {
  const { words, mentions } = document;
  const { paragraphs, sources } = planned;
  const kept = keptHere(document);
  const ofMention = new Map(mentions.map(({ id, entityId }) => [id, entityId]));
  const inWords: Left[] = [];
  const inDescriptions = new Map<string, Left>();
  for (const { paragraph, token, last, entityId, likeness } of longest(findLeftovers(paragraphs, finder))) {
    const of = (sources[paragraph] ?? []).slice(token, last + 1);
    const said = of.flatMap((source) => (typeof source === 'number' ? (words[source] ?? []) : []));
    const common = { likeness, entityId, ...placeOf(said, document) };
    if (said.length > 0) {
      if (!said.every(({ id }) => kept.has(id))) inWords.push({ kind: 'words', ...common });
      continue;
    }
    const run = of.find((source) => typeof source !== 'number');
    const described = ofMention.get(run?.mentionIds[0] ?? '');
    if (!run || described === undefined || inDescriptions.has(described)) continue;
    // The word that stands in every marker is asked about once, and not in each of them.
    const description = (paragraphs[paragraph]?.tokens[token]?.text ?? '').replace(document.markerWord, '');
    if (finder.find(description.split(/\s+/u)).length === 0) continue;
    const place = placeOf(words.slice(run.first, run.last + 1), document);
    const text = paragraphs[paragraph]?.tokens[token]?.text ?? '';
    inDescriptions.set(described, { kind: 'description', ...common, ...place, text, of: described });
  }
  for (const { entityId, wordIds, description = describedAs(document, entityId) } of withheldMentions(
    document,
  )) {
    if (description === undefined || inDescriptions.has(entityId)) continue;
    // Within a marker, the word before a description hides some of what it says: `(DELETED-AB)`.
    const [left] = inTold('description', description, finder);
    if (!left) continue;
    const { at } = indexWords(words);
    const place = placeOf(
      wordIds.flatMap((id) => words[at.get(id) ?? -1] ?? []),
      document,
    );
    inDescriptions.set(entityId, { ...left, ...place, text: left.text, of: entityId });
  }
  return [...inWords, ...inDescriptions.values()];
}

const describedAs = ({ entities }: ProjectDocument, entityId: string): string | undefined =>
  entities.find(({ id }) => id === entityId)?.description;

const isPartOf = ({ kind, wordIds }: Left, longer: Left): boolean =>
  kind === 'words' && longer.kind === 'words' && wordIds.every((id) => longer.wordIds.includes(id));

/** A block of what is published, and where it comes from. */
interface PlannedBlock extends TextBlock {
  kind: 'words' | 'label' | 'heading' | 'title' | 'introduction';
  /** Position of the paragraph, or of the chapter in their order. */
  at: number;
  speaker?: string | null;
}

/** Most tokens of what somebody else says between two lines of one speaker who goes on with a name. */
const INTERJECTION_TOKENS = 3;

/**
 * Finds what is withheld and stands in two blocks together: in two lines that follow one another, in a heading and its
 * line, in a label and what is said behind it, in the title and the introduction. A part that is found alone already,
 * each of them, is not told again.
 */
function acrossBlocks(
  document: ProjectDocument,
  finder: LeakFinder,
  planned: PlannedText,
  { title, intro }: Told,
): Left[] {
  if (finder.isEmpty) return [];
  const lines = planned.paragraphs.map(({ speaker, tokens }, at): PlannedBlock => ({
    ...{ kind: 'words', at, speaker },
    tokens: tokens.map(({ text }) => text),
  }));
  const chapters = chaptersInOrder(document);
  let chapter = 0;
  const inOrder = planned.paragraphs.flatMap(({ headings = [] }, at): PlannedBlock[] => [
    ...headings.map((text): PlannedBlock => ({ kind: 'heading', at: chapter++, tokens: text.split(/\s+/u) })),
    ...lines.slice(at, at + 1),
  ]);
  const told = (kind: 'title' | 'introduction', text = '') =>
    text.split(/[\r\n\u2028\u2029]+/u).map((line): PlannedBlock => ({
      ...{ kind, at: 0 },
      tokens: line.split(/\s+/u).filter((token) => token !== ''),
    }));
  const chains = [
    [...told('title', title), ...told('introduction', intro), ...inOrder],
    // Subtitles have no headings.
    ...(chapters.length > 0 ? [lines] : []),
    ...lines.flatMap((line, i): PlannedBlock[][] => [
      ...(typeof line.speaker === 'string' && line.speaker !== lines[i - 1]?.speaker
        ? [[{ kind: 'label' as const, at: i, tokens: line.speaker.split(/\s+/u) }, line]]
        : []),
      ...goesOnIn(lines, i).map((next) => [line, next]),
    ]),
  ];
  const kept = keptHere(document);
  const known = new Set<string>();
  return chains.flatMap((chain) =>
    findAcross(chain, finder).flatMap(({ places, likeness, entityId }): Left[] => {
      const key = places.map(({ block, token }) => `${block.kind} ${block.at} ${token}`).join();
      if (known.has(key) || isFoundInParts(places, finder)) return [];
      known.add(key);
      const sources = places.flatMap(({ block, token }) =>
        block.kind === 'words' ? (planned.sources[block.at]?.[token] ?? []) : [],
      );
      const said = sources.flatMap((one) => (typeof one === 'number' ? (document.words[one] ?? []) : []));
      const text = places.map(({ block, token }) => splitWord(block.tokens[token] ?? '').core).join(' ');
      if (said.length > 0)
        return said.every(({ id }) => kept.has(id))
          ? []
          : [{ kind: 'words', likeness, entityId, ...placeOf(said, document), text }];
      const { kind = 'words', at = 0 } = places[0]?.block ?? {};
      const { id, at: begin } = chapters[kind === 'heading' ? at : -1] ?? {};
      const place = placeOf(begin === undefined ? [] : document.words.slice(begin, begin + 1), document);
      const of = id === undefined ? {} : { of: id, chapter: at + 1 };
      return [{ kind, likeness, entityId, ...place, ...of, text }];
    }),
  );
}

/** Returns the next line of the same speaker, when others say hardly anything between the two. */
function goesOnIn(lines: readonly PlannedBlock[], i: number): PlannedBlock[] {
  const speaker = lines[i]?.speaker;
  if (typeof speaker !== 'string') return [];
  const next = lines.findIndex((line, k) => k > i && line.speaker === speaker);
  const between = lines.slice(i + 1, next);
  const isShort = between.every(({ tokens }) => tokens.length <= INTERJECTION_TOKENS);
  return next > i + 1 && between.length <= 2 && isShort ? lines.slice(next, next + 1) : [];
}

/**
 * Tells whether each token of a place says something withheld in its own block, so that it is told already. Of a name
 * in single letters the letters of one block are enough: the next block may begin with a letter by chance.
 */
function isFoundInParts(places: readonly TokenPlace<PlannedBlock>[], finder: LeakFinder): boolean {
  const isSpelled = places.every(({ block, token }) =>
    /^\P{L}*\p{L}\P{L}*$/u.test(block.tokens[token] ?? ''),
  );
  const blocks = [...new Set(places.map(({ block }) => block))];
  const isFound = (block: PlannedBlock) => {
    const own = new Set(places.flatMap((one) => (one.block === block ? [one.token] : [])));
    for (const { at, last } of finder.find(block.tokens)) for (let k = at; k <= last; k++) own.delete(k);
    return own.size === 0;
  };
  return isSpelled ? blocks.some(isFound) : blocks.every(isFound);
}

/**
 * Finds labels that say something withheld and are not replaced, since nobody knows whether they say a withheld name.
 */
function inLabels(document: ProjectDocument, finder: LeakFinder, { paragraphs }: PlannedText): Left[] {
  const published = new Set(paragraphs.map(({ speaker }) => speaker));
  return document.speakers.flatMap(({ id, name }) => {
    if (!published.has(name)) return [];
    const first = document.words.find(({ speaker }) => speaker === id);
    const [leak] = [name, withCapitals(name)].flatMap((label) => finder.find(label.split(/\s+/u)));
    if (!first || !leak) return [];
    const { likeness, entityId } = leak;
    return [
      { kind: 'label' as const, likeness, entityId, ...placeOf([first], document), text: name, of: id },
    ];
  });
}

/** Writes the first letter of each word as a capital: who writes a label in small letters means a name by it. */
const withCapitals = (label: string): string =>
  label.replace(/(?<![\p{L}\p{M}\p{N}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());

/**
 * Finds headings that say something withheld. Whoever publishes writes them, as a title, and they are read like one.
 */
const inHeadings = (document: ProjectDocument, finder: LeakFinder): Left[] =>
  chaptersInOrder(document).flatMap(({ id, at, text }, i) => {
    const { text: _, ...place } = placeOf(document.words.slice(at, at + 1), document);
    return inTold('heading', text, finder).map((left) => ({ ...left, ...place, of: id, chapter: i + 1 }));
  });

/**
 * Finds something withheld in the word of all markers. A word that somebody chose is published in each of them; the
 * words of the app say nothing of anybody.
 */
const inMarker = ({ markerWord }: ProjectDocument, finder: LeakFinder): Left[] =>
  isDefaultMarkerWord(markerWord)
    ? []
    : inTold('marker', markerWord, finder).map((left) => ({ ...left, of: left.entityId }));

function inTold(kind: LeakPlace['kind'], text: string | undefined, finder: LeakFinder): Left[] {
  const written = text?.split(/\s+/u) ?? [];
  // A title, a heading or a folder that is nothing but letters says initials without their stops.
  const initials = kind === 'introduction' ? null : asInitials(text ?? '');
  const tokens = (initials ?? written).map(asToken);
  return longest(findLeftovers([{ speaker: null, tokens }], finder)).map(
    ({ token, last, entityId, likeness }) => {
      const words = tokens.slice(token, last + 1).map((one) => splitWord(one.text).core);
      return { kind, likeness, entityId, time: null, wordIds: [], text: words.join(' ') };
    },
  );
}

const asToken = (text: string) => ({ text, marker: false, start: null, end: null });

function placeOf(said: readonly Word[], { words }: ProjectDocument) {
  const [first] = said;
  const time = first?.start ?? null;
  const position = first && time === null ? indexWords(words).at.get(first.id) : undefined;
  return {
    time,
    ...(position !== undefined && { position }),
    wordIds: said.map(({ id }) => id),
    text: saidBy(said),
  };
}

/** Leaves out what is found within something longer that is found too: it is not a place of its own. */
function longest(leftovers: readonly Leftover[]): Leftover[] {
  const found: Leftover[] = [];
  const inOrder = (a: Leftover, b: Leftover) =>
    a.paragraph - b.paragraph || a.token - b.token || b.last - a.last;
  for (const leftover of [...leftovers].sort(inOrder)) {
    const before = found.at(-1);
    if (before?.paragraph !== leftover.paragraph || leftover.last > before.last) found.push(leftover);
  }
  return found;
}
