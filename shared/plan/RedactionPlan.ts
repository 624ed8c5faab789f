import type { ProjectDocument } from '../document/document';
import { isTimed } from '../model/word';
import { indexWords } from './wordIndex';
import { mergeSpans, planSpans, saidWithin } from './boundaries';
import type { Entity, Mention, Span } from '../model/entity';
import { formatMarker } from '../model/marker';

/**
 * A run of words that one marker replaces. `first` and `last` are indices into the document's words; `last < first` is
 * a marker without words, in front of word `first`.
 */
export interface PlannedRun {
  first: number;
  last: number;
  marker: string;
  /** Seconds that cannot be heard there; null in a transcript without times. */
  span: Span | null;
  mentionIds: string[];
}

/** The one list of decisions. Every text and every medium is rendered from it, and both are verified against it. */
export interface RedactionPlan {
  /** Runs in the order of the transcript; no two share a word. */
  runs: PlannedRun[];
  /** Spans (seconds) that are generated instead of recorded; sorted, disjoint. */
  spans: Span[];
}

/** Returns the mentions that are withheld, by their own decision or, when they have none, by their entity's. */
export function withheldMentions(document: ProjectDocument): Mention[] {
  const decisions = new Map(document.entities.map((entity) => [entity.id, entity.decision]));
  return document.mentions.filter(
    (mention) => (mention.decision ?? decisions.get(mention.entityId)) === 'withhold',
  );
}

/** Returns the spans (seconds) that are generated instead of recorded; sorted, disjoint. */
export function withheldSpans(document: ProjectDocument): Span[] {
  return planSpans(
    withheldMentions(document).flatMap(({ span }) => (span ? [span] : [])),
    document.boundaries,
    document.media?.duration ?? Infinity,
  );
}

export function buildPlan(document: ProjectDocument): RedactionPlan {
  const mentions = withheldMentions(document);
  const spans = withheldSpans(document);
  const entities = new Map(document.entities.map((entity) => [entity.id, entity]));
  const runs = joinRuns(
    mentions.flatMap((mention) => knownRuns(mention, document, entities.get(mention.entityId))),
  );
  // The text tells the times of its markers: when the lengths of masks are to say less, these times must say less too.
  const told = document.boundaries.lengthStep === 0 ? runs : runs.map((run) => within(run, spans));
  return { runs: told, spans };
}

interface KnownRuns extends Pick<ProjectDocument, 'words' | 'markerWord'> {
  entity: Entity | undefined;
  runs: readonly PlannedRun[];
}

const known = new WeakMap<Mention, KnownRuns>();

/**
 * Returns a mention's runs, from the last plan if nothing about them changed. Plans are made with every key; mentions
 * are never changed, only replaced, and most stay what they were.
 */
function knownRuns(
  mention: Mention,
  document: ProjectDocument,
  entity: Entity | undefined,
): readonly PlannedRun[] {
  const { words, markerWord } = document;
  const before = known.get(mention);
  if (before?.words === words && before.markerWord === markerWord && before.entity === entity)
    return before.runs;
  const runs = runsOfMention(mention, document, entity);
  known.set(mention, { words, markerWord, entity, runs });
  return runs;
}

function runsOfMention(
  mention: Mention,
  document: ProjectDocument,
  entity: Entity | undefined,
): PlannedRun[] {
  const { words } = document;
  const index = indexWords(words);
  const indices = new Set(mention.wordIds.flatMap((id) => index.at.get(id) ?? []));
  if (mention.drawn && mention.span) for (const i of index.touching(mention.span)) indices.add(i);
  const marker = formatMarker(
    document.markerWord,
    mention.description ?? entity?.description,
    mention.join ?? entity?.join,
  );
  const common = { marker, span: mention.span, mentionIds: [mention.id] };
  if (indices.size === 0) {
    // This is sound without words: the transcript says that something is missing, at the place where it is missing.
    if (!mention.span || words.length === 0) return [];
    const { from } = mention.span;
    // The guessed time of a word does not decide the place, since it depends on the letters of the words beside it.
    const after = words.findIndex((word) => isTimed(word) && saidWithin(word).from >= from);
    const first = after < 0 ? words.length : after;
    return [{ ...common, first, last: first - 1 }];
  }
  const runs: PlannedRun[] = [];
  for (const i of [...indices].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.last === i - 1) last.last = i;
    else runs.push({ ...common, first: i, last: i });
  }
  return runs;
}

const within = (run: PlannedRun, spans: readonly Span[]): PlannedRun => ({
  ...run,
  span: spans.find(({ from, to }) => run.span !== null && from <= run.span.from && to >= run.span.to) ?? null,
});

/**
 * Joins runs that share a word, under the marker of the run that begins first (of two such, the longer). It also joins
 * a stretch of sound to words beside it whose span overlaps: where exactly the sound lies would depend on the words'
 * times.
 */
function joinRuns(runs: PlannedRun[]): PlannedRun[] {
  const joined: PlannedRun[] = [];
  for (const run of runs.sort((a, b) => a.first - b.first || b.last - a.last)) {
    const before = joined.at(-1);
    if (!before || (run.first > before.last && !isSameSound(before, run))) {
      // A run that is alone stays the same object from plan to plan, and so does what is drawn for it.
      joined.push(run);
      continue;
    }
    const spans = [before.span, run.span].filter((span) => span !== null);
    joined[joined.length - 1] = {
      ...before,
      last: Math.max(before.last, run.last),
      span: mergeSpans(spans, Infinity)[0] ?? null,
      mentionIds: [...before.mentionIds, ...run.mentionIds],
    };
  }
  return joined;
}

/** Tells whether two runs beside each other, one of them without words, have spans that overlap. */
function isSameSound(before: PlannedRun, run: PlannedRun): boolean {
  const wordless = before.last < before.first || run.last < run.first;
  const beside = run.first <= Math.max(before.first, before.last + 1);
  return (
    wordless &&
    beside &&
    before.span !== null &&
    run.span !== null &&
    before.span.from < run.span.to &&
    run.span.from < before.span.to
  );
}
