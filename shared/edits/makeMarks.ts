import { t } from '../messages/messages';
import type { Mark } from '../model/mark';
import type { Identity, Suggestion } from '../model/suggestion';
import { AppError } from '../model/errors';
import { aliasesFor } from './aliasesFor';
import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { joinWords } from '../text/joinWords';
import type { Word } from '../model/word';
import { indexWords } from '../plan/wordIndex';
import type { Entity, EntityType, Mention, Span } from '../model/entity';
import { EntityNames } from '../leaks/EntityNames';
import { keptHere } from '../plan/keptHere';
import type { LeakPlace } from '../model/leakPlace';
import { findPhrase, foldPhrase } from '../text/matching';
import { hasMarker, splitWord } from '../model/marker';
import { standsAsName } from '../leaks/shapes/standsAsName';
import { wordCase } from '../text/wordCase';
import { isSmall } from '../text/writing';
import { lastEnd, spanAround, type Spans } from '../plan/spanAround';
import { isWithinKept, keptWords, namesKept } from './withinKept';

export interface MadeMarks {
  /** Null when everything asked for was marked already or stands nowhere. */
  command: Command | null;
  /** Number of places that these marks withhold, those that were withheld before included. */
  mentions: number;
  /** Positions in the given list whose words stand nowhere. */
  notFound: number[];
}

/** A place that a mark by text takes. */
export interface TakenPlace {
  /** The words; empty for a speaker's label. */
  wordIds: string[];
  /** Id of the speaker whose label it is. */
  speaker?: string;
}

export interface MadeByHand extends MadeMarks {
  /** The places that marks by text take, in the order of the marks and of the transcript, labels last. */
  places: TakenPlace[];
}

export type { Spans, SpanOf } from '../plan/spanAround';

/**
 * Marks by text (every place where the words stand as the name that they are), by speaker, and by time (as given, to
 * the sample). Marking the same thing again changes its type and description and adds nothing twice.
 * @param isWord tells whether a folded word is everyday language, even if it is a name too. Without it, the words that
 * the transcript also writes small are everyday language.
 * @throws {AppError} `MARKS_INVALID` when a time lies outside the recording or there is no timeline.
 */
export function makeMarks(
  document: ProjectDocument,
  marks: readonly Mark[],
  spans?: Spans,
  isWord?: (folded: string) => boolean,
): MadeByHand {
  const maker = new Maker(document, spans, isWord);
  const notFound: number[] = [];
  let mentions = 0;
  for (const [i, mark] of marks.entries()) {
    const made =
      'text' in mark ? maker.byText(mark) : 'speaker' in mark ? maker.bySpeaker(mark) : maker.byTime(mark, i);
    if (made === null) notFound.push(i);
    mentions += made ?? 0;
  }
  return { command: maker.command('Mark'), mentions, notFound, places: maker.places };
}

/**
 * Withholds every suggestion. Those of one identity become one entity: its fullest form among them is the name, and the
 * others are aliases. If some of its forms are withheld already, it is the entity that has them. Without an identity, a
 * part of a longer name of the same type (a surname alone) is a mention of the thing with the longer name.
 */
export function acceptSuggestions(
  document: ProjectDocument,
  suggestions: readonly (Suggestion & { wordIds: string[] })[],
  spans?: Spans,
): MadeMarks & { entities: number } {
  const maker = new Maker(document, spans);
  // Longer names come first, so that their parts find them.
  const byLength = [...suggestions].sort((a, b) => b.wordIds.length - a.wordIds.length);
  const forms = formsOfIdentities(suggestions);
  for (const { text, type, wordIds, left, identity } of byLength) {
    if (left) maker.byLeft(text, wordIds, left);
    else if (identity) maker.byIdentity(text, type, wordIds, identity, forms.get(identity.key) ?? [text]);
    else maker.bySuggestion(text, type, wordIds);
  }
  return {
    command: maker.command('Accept suggestions'),
    mentions: suggestions.length,
    entities: maker.touchedEntities,
    notFound: [],
  };
}

/** Returns the forms that are among suggestions by the key of their identity, the fullest first. */
function formsOfIdentities(suggestions: readonly Suggestion[]): Map<string, string[]> {
  const forms = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  for (const { text, identity } of suggestions) {
    if (!identity) continue;
    const known = forms.get(identity.key) ?? new Set();
    forms.set(identity.key, known.add(text));
    names.set(identity.key, identity.name);
  }
  const rank = (form: string, name: string | undefined) =>
    foldPhrase(form).length * 2 + (form === name ? 1 : 0);
  return new Map(
    Array.from(forms, ([key, known]) => {
      const name = names.get(key);
      return [key, [...known].sort((a, b) => rank(b, name) - rank(a, name))];
    }),
  );
}

const texts = new WeakMap<readonly Word[], readonly string[]>();

/** Lists the texts of words, once for each transcript. */
function textsOf(words: readonly Word[]): readonly string[] {
  const known = texts.get(words) ?? words.map(({ text }) => text);
  texts.set(words, known);
  return known;
}

type TextMark = Extract<Mark, { text: string }>;
type SpeakerMark = Extract<Mark, { speaker: string }>;
type TimeMark = Extract<Mark, { from: number }>;

class Maker {
  private readonly steps: Command['steps'] = [];
  private readonly entities: Map<string, Entity>;
  private names: EntityNames;
  private readonly mentions: Map<string, Mention>;
  /** Mention ids by their words, for each entity that was asked for, so that nothing is marked twice. */
  private readonly marked = new Map<string, Map<string, string>>();
  /** Seconds of the recording or, when there is none, up to the end of the last word. */
  private readonly duration: number | null;
  private readonly touched = new Set<string>();
  /** Entity ids by the key of the identity that was found to be theirs. */
  private readonly identified = new Map<string, string>();
  readonly places: TakenPlace[] = [];
  private nextId: number;

  constructor(
    private readonly document: ProjectDocument,
    private readonly spans: Spans,
    private readonly isWord?: (folded: string) => boolean,
  ) {
    this.entities = new Map(document.entities.map((entity) => [entity.id, entity]));
    this.names = new EntityNames(document.entities);
    this.mentions = new Map(document.mentions.map((mention) => [mention.id, mention]));
    this.nextId = document.nextId;
    this.duration = document.media?.duration ?? lastEnd(document.words);
  }

  get touchedEntities(): number {
    return this.touched.size;
  }

  command(label: string): Command | null {
    if (this.steps.length === 0) return null;
    return { label, steps: [{ type: 'setNextId', nextId: this.nextId }, ...this.steps] };
  }

  /**
   * Takes every place where the words stand as a name. It leaves out places where a person decided to keep the words,
   * since that decision is about these places, and parts of a longer name that is kept.
   * @returns number of places where they are withheld, speakers' labels included; null when they stand nowhere.
   */
  byText(mark: TextMark): number | null {
    const { words, mentions } = this.document;
    const labels = this.document.speakers.filter(
      ({ name }) => findPhrase(labelWords(name), mark.text).length > 0,
    );
    const there = this.asNames(mark.text, findPhrase(words, mark.text), labels.length > 0);
    const kept = keptHere({
      ...this.document,
      mentions: mentions.filter(({ decision }) => decision === 'keep'),
    });
    const longer = keptWords(words, namesKept({ entities: [...this.entities.values()] }));
    const { length } = foldPhrase(mark.text);
    const places = there.filter(
      (place) =>
        !words.slice(place[0], place[1] + 1).every(({ id }) => kept.has(id)) &&
        !isWithinKept(longer, place, length),
    );
    if (there.length + labels.length === 0) return null;
    const entity = this.withhold(mark.text, mark.type ?? this.named(mark.text)?.type ?? 'other', mark);
    for (const [first, last] of places) {
      const wordIds = words.slice(first, last + 1).map(({ id }) => id);
      this.addMention(entity, wordIds, { overrule: true });
      this.places.push({ wordIds });
    }
    this.places.push(...labels.map(({ id }) => ({ wordIds: [], speaker: id })));
    return places.length + labels.length;
  }

  /**
   * Returns the places where a name stands as a name: "mark" the verb is left out, and so is "Young people". If no
   * place and no label is left, returns the places with a capital, or else all of them. Returns all when what is marked
   * is not a name of one word, or the transcript does not use capitals as its language does.
   */
  private asNames(text: string, places: [number, number][], isLabel: boolean): [number, number][] {
    const folded = foldPhrase(text);
    if (folded.length !== 1 || isSmall(text) || !/\p{Lu}/u.test(text) || /\d/u.test(text)) return places;
    const { words, markerWord } = this.document;
    const { casing, small } = wordCase(words);
    if (casing !== 'cased') return places;
    const isMarker = (one: string) => hasMarker(one, markerWord);
    const [word = ''] = folded;
    const isEveryday = this.isWord?.(word) ?? small.has(word);
    const texts = textsOf(words);
    const names = places.filter(([first]) => !isEveryday || standsAsName(texts, first, casing, isMarker));
    // A label says whose name it is, so no place in the words has to.
    if (names.length > 0 || isLabel) return names;
    const written = places.filter(([first]) => !isSmall(texts[first] ?? ''));
    return written.length > 0 ? written : places;
  }

  /**
   * Withholds all turns of a speaker.
   * @returns number of these turns; null when there are none.
   */
  bySpeaker(mark: SpeakerMark): number | null {
    const { words, speakers } = this.document;
    const label = foldPhrase(mark.speaker).join(' ');
    const ids = new Set(
      speakers.filter(({ name }) => foldPhrase(name).join(' ') === label).map(({ id }) => id),
    );
    const turns: string[][] = [];
    let open = false;
    for (const { id, speaker } of words) {
      const theirs = speaker !== undefined && ids.has(speaker);
      if (theirs && open) turns.at(-1)?.push(id);
      else if (theirs) turns.push([id]);
      open = theirs;
    }
    if (turns.length === 0) return null;
    // A line of this speaker that is proposed to be another's would be published.
    if (words.some(({ proposed }) => proposed)) throw onlyProposed();
    const entity = this.withhold(mark.speaker, mark.type ?? 'person', mark);
    for (const turn of turns) this.addMention(entity, turn, { overrule: true, stretch: true });
    return turns.length;
  }

  byTime(mark: TimeMark, position: number): number {
    const { duration } = this;
    if (duration === null) {
      throw new AppError(
        'MARKS_INVALID',
        t('marks[{number}]: this interview has no recording and no times.', { number: position }),
        t('Mark its words by text instead.'),
      );
    }
    if (mark.from >= duration) {
      throw new AppError(
        'MARKS_INVALID',
        t('marks[{number}].from: lies after the end of the recording ({duration, number, ::.000} s).', {
          number: position,
          duration,
        }),
        t('Correct the time and try again. Nothing was marked.'),
      );
    }
    // There is nothing to withhold behind the end.
    const span: Span = { from: mark.from, to: Math.min(mark.to, duration) };
    const same = [...this.mentions.values()].find(
      (mention) => mention.drawn && mention.span?.from === span.from && mention.span.to === span.to,
    );
    const touching = indexWords(this.document.words)
      .touching(span)
      .flatMap((i) => this.document.words[i] ?? []);
    const name = mark.stretch
      ? ''
      : joinWords(touching.map((word) => ({ ...word, text: splitWord(word.text).core })));
    const before = same && this.entities.get(same.entityId);
    const entity = this.put({
      ...before,
      id: same?.entityId ?? this.id('e'),
      type: mark.type ?? 'other',
      name,
      // What was protected stays protected, even if the words there read differently now.
      aliases: before
        ? [...new Set([...before.aliases, before.name])].filter((a) => a !== '' && a !== name)
        : [],
      decision: 'withhold',
      ...described(mark),
    });
    if (same) {
      const { stretch, decision, ...drawn } = same;
      const isWithheld = decision === undefined || decision === 'withhold';
      if (!isWithheld || stretch !== mark.stretch)
        this.putMention({ ...drawn, ...(mark.stretch && { stretch: true }) });
    } else {
      this.putMention({
        id: this.id('m'),
        entityId: entity.id,
        wordIds: touching.map(({ id }) => id),
        span,
        drawn: true,
        ...(mark.stretch && { stretch: true }),
      });
    }
    return 1;
  }

  bySuggestion(text: string, type: EntityType, wordIds: string[]): void {
    const whole = this.names.suggested(text, type);
    this.bySuggested(
      whole ?? this.put({ id: this.id('e'), type, name: text, aliases: [], decision: 'withhold' }),
      wordIds,
    );
  }

  /** @param accepted forms of the identity that are withheld now, the fullest first. */
  byIdentity(
    text: string,
    type: EntityType,
    wordIds: string[],
    identity: Identity,
    accepted: readonly string[],
  ): void {
    const own = this.named(text);
    if (own?.decision === 'keep') return;
    const before = this.entities.get(this.identified.get(identity.key) ?? '');
    const entity = before ?? own ?? this.ofIdentity(text, type, identity);
    const [name = text] = accepted;
    const known =
      entity ??
      this.put({ id: this.id('e'), type, name, aliases: aliasesFor(name, accepted), decision: 'withhold' });
    if (!before) {
      this.identified.set(identity.key, known.id);
      // A name that a person wrote stays.
      const isFuller =
        identity.forms.includes(known.name) && foldPhrase(name).length > foldPhrase(known.name).length;
      const called = isFuller ? name : known.name;
      const aliases = aliasesFor(called, [...known.aliases, known.name, ...accepted]);
      if (called !== known.name || aliases.length > known.aliases.length)
        this.put({ ...known, name: called, aliases });
    }
    this.bySuggested(this.entities.get(known.id) ?? known, wordIds);
  }

  /**
   * Returns the entity that has another form of an identity. An identity that may be somebody else's has no entity yet.
   */
  private ofIdentity(text: string, type: EntityType, { name, forms, mayBe }: Identity): Entity | undefined {
    if (mayBe) return undefined;
    for (const form of [name, ...forms]) {
      const entity = this.named(form);
      if (entity && entity.decision !== 'keep') return entity;
    }
    const longer = this.names.suggested(text, type);
    return longer?.decision === 'keep' ? undefined : longer;
  }

  private bySuggested(entity: Entity, wordIds: string[]): void {
    // What the editor decided to keep stays kept: a suggestion never overrules a decision.
    if (entity.decision === 'keep') return;
    if (entity.decision === 'undecided') this.put({ ...entity, decision: 'withhold' });
    this.touched.add(entity.id);
    // A speaker's label is withheld by its name alone.
    if (wordIds.length > 0) this.addMention(entity, wordIds, { overrule: false });
  }

  /** Makes what is left of something withheld a mention of the same entity, however it is written there. */
  byLeft(text: string, wordIds: string[], { kind, entityId }: LeakPlace): void {
    const entity = this.entities.get(entityId);
    if (!entity) return;
    this.touched.add(entityId);
    // A label is withheld by its name alone.
    if (kind === 'label') this.put({ ...entity, aliases: [...new Set([...entity.aliases, text])] });
    if (wordIds.length === 0) return;
    const here = entity.decision === 'withhold' ? {} : { decision: 'withhold' as const };
    this.addMention(entity, wordIds, { overrule: true, ...here });
  }

  private withhold(name: string, type: EntityType, mark: TextMark | SpeakerMark): Entity {
    const before = this.named(name);
    return this.put({
      ...(before ?? { id: this.id('e'), name, aliases: [] }),
      type,
      decision: 'withhold',
      ...described(mark),
    });
  }

  private named(name: string): Entity | undefined {
    return this.names.named(name);
  }

  private put(entity: Entity): Entity {
    const before = this.entities.get(entity.id);
    if (before && JSON.stringify(before) === JSON.stringify(entity)) return before;
    this.entities.set(entity.id, entity);
    if (before) this.names = new EntityNames(this.entities.values());
    else this.names.add(entity);
    this.steps.push({ type: 'putEntity', entity });
    return entity;
  }

  private addMention(
    entity: Entity,
    wordIds: string[],
    { overrule, ...own }: { overrule: boolean } & Pick<Mention, 'stretch' | 'decision'>,
  ): void {
    const before = this.mentions.get(this.markedOf(entity.id).get(placeOf(wordIds)) ?? '');
    if (before) {
      if (overrule && before.decision !== undefined) this.putMention({ ...before, decision: 'withhold' });
      return;
    }
    const span = spanAround(this.document, wordIds, this.spans);
    this.putMention({
      id: this.id('m'),
      entityId: entity.id,
      wordIds,
      span,
      drawn: false,
      ...own,
      ...(this.spans === 'rough' && span && this.document.media && { rough: true }),
    });
  }

  private putMention(mention: Mention): void {
    this.mentions.set(mention.id, mention);
    this.markedOf(mention.entityId).set(placeOf(mention.wordIds), mention.id);
    this.steps.push({ type: 'putMention', mention });
  }

  private markedOf(entityId: string): Map<string, string> {
    const known = this.marked.get(entityId);
    if (known) return known;
    // Every mark asks for this, mostly for one entity, so only the places of that entity are looked through.
    const made = new Map<string, string>();
    for (const mention of this.document.mentions) {
      if (mention.entityId === entityId) made.set(placeOf(mention.wordIds), mention.id);
    }
    this.marked.set(entityId, made);
    return made;
  }

  private id(prefix: string): string {
    return `${prefix}${this.nextId++}`;
  }
}

/** Splits a speaker's label into words, so that it reads like a piece of transcript. */
const labelWords = (name: string): Word[] =>
  name
    .split(/\s+/u)
    .filter((text) => text !== '')
    .map((text, i) => ({ id: String(i), text, start: null, end: null }));

function described({ description, join }: Mark): Pick<Entity, 'description' | 'join'> {
  return { ...(description !== undefined && { description }), ...(join !== undefined && { join }) };
}

const placeOf = (wordIds: readonly string[]): string => wordIds.join(' ');

const onlyProposed = (): AppError =>
  new AppError(
    'SPEAKERS_PROPOSED',
    t('Who speaks is only proposed so far, and one wrong line would publish a voice.'),
    t('Listen to the unsure lines, correct them and confirm the speakers. Then withhold this one.'),
  );
