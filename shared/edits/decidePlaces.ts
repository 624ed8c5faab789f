import { t } from '../messages/messages';
import { AppError } from '../model/errors';
import type { Command, SingleCommand } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { indexWords } from '../plan/wordIndex';
import type { Entity, Mention } from '../model/entity';
import { EntityNames } from '../leaks/EntityNames';
import { saidBy } from '../plan/keptHere';
import type { PlaceDecision } from '../model/placeDecision';
import { withheldMentions } from '../plan/RedactionPlan';
import { spanAround, type Spans } from '../plan/spanAround';

/**
 * Decides for words where they stand, and nowhere else, whatever is decided of the rest. The words need not be marked
 * yet. Withheld words become a mention of the entity that is named, or of the one that is called so, or of a new one.
 * The decision is the place's own: it stays when the entity is decided otherwise by its name.
 * @returns null when nothing changes.
 * @throws {AppError} `MARK_NOT_FOUND` when words are gone, `MARKS_INVALID` when the words to keep are withheld as a
 * part of a longer mark.
 */
export function decidePlaces(
  document: ProjectDocument,
  places: readonly PlaceDecision[],
  spans?: Spans,
): Command | null {
  const decider = new Decider(document, spans);
  for (const place of places) decider.decide(place);
  return decider.command(places);
}

class Decider {
  readonly #steps: SingleCommand[] = [];
  readonly #entities: Map<string, Entity>;
  readonly #names: EntityNames;
  readonly #byWords = new Map<string, Mention[]>();
  readonly #withheld: Mention[];
  #nextId: number;

  constructor(
    private readonly document: ProjectDocument,
    private readonly spans: Spans,
  ) {
    this.#entities = new Map(document.entities.map((entity) => [entity.id, entity]));
    this.#names = new EntityNames(document.entities);
    for (const mention of document.mentions) this.#remember(mention);
    this.#withheld = withheldMentions(document);
    this.#nextId = document.nextId;
  }

  command(places: readonly PlaceDecision[]): Command | null {
    if (this.#steps.length === 0) return null;
    const keeps = places.every(({ decision }) => decision === 'keep');
    const many = places.length > 1;
    return {
      label: `${keeps ? 'Keep' : 'Withhold'} ${many ? 'places' : 'one place'}`,
      steps: [{ type: 'setNextId', nextId: this.#nextId }, ...this.#steps],
    };
  }

  decide(place: PlaceDecision): void {
    if (place.decision === 'keep') this.#keep(place);
    else this.#withhold(place);
  }

  #keep(place: PlaceDecision): void {
    const { wordIds } = place;
    const text = this.#textOf(wordIds);
    const there = this.#byWords.get(keyOf(wordIds)) ?? [];
    const touching = this.#withheld.filter(
      (mention) => !there.some(({ id }) => id === mention.id) && touches(mention, wordIds),
    );
    const within = touching.filter((mention) => isWithin(mention, wordIds));
    const longer = within.length < touching.length;
    if (longer) {
      throw new AppError(
        'MARKS_INVALID',
        t('These words are withheld together with others, as one mark.'),
        t('Keep all of that mark, or remove it and withhold the rest again.'),
      );
    }
    // Keeping a longer name here also keeps a part of it that is withheld elsewhere.
    for (const mention of within)
      this.#put({ ...mention, decision: 'keep', said: this.#textOf(mention.wordIds) });
    for (const mention of there) {
      if (mention.decision !== 'keep' || mention.said !== text)
        this.#put({ ...mention, decision: 'keep', said: text });
    }
    if (there.length > 0) return;
    // The entity's own decision is about the other places, so a new entity is undecided.
    const entity = this.#entityFor(place, text, 'undecided');
    const span = spanAround(this.document, wordIds, undefined);
    const made = { id: this.#id('m'), entityId: entity.id, wordIds: [...wordIds], span, drawn: false };
    this.#put({ ...made, decision: 'keep', said: text });
  }

  #withhold(place: PlaceDecision): void {
    const { wordIds, entityId } = place;
    const text = this.#textOf(wordIds);
    const there = this.#byWords.get(keyOf(wordIds)) ?? [];
    const mention = there.find((one) => one.entityId === entityId) ?? there[0];
    if (mention) {
      if (mention.decision !== 'withhold') this.#put(withheldAgain(mention, this.document));
      return;
    }
    const entity = this.#entityFor(place, text, 'withhold');
    const span = spanAround(this.document, wordIds, this.spans);
    this.#put({
      ...{ id: this.#id('m'), entityId: entity.id, wordIds: [...wordIds], span, drawn: false },
      decision: 'withhold',
      ...(this.spans === 'rough' && span && this.document.media && { rough: true }),
    });
  }

  #entityFor({ entityId, type }: PlaceDecision, text: string, decision: Entity['decision']): Entity {
    const known =
      this.#entities.get(entityId ?? '') ??
      this.#names.named(text) ??
      this.#names.suggested(text, type ?? 'person');
    if (known) return known;
    const made: Entity = { id: this.#id('e'), type: type ?? 'other', name: text, aliases: [], decision };
    this.#entities.set(made.id, made);
    this.#names.add(made);
    this.#steps.push({ type: 'putEntity', entity: made });
    return made;
  }

  #textOf(wordIds: readonly string[]): string {
    const { words } = this.document;
    const { at } = indexWords(words);
    const said = wordIds.flatMap((id) => words[at.get(id) ?? -1] ?? []);
    if (said.length === wordIds.length) return saidBy(said);
    throw new AppError(
      'MARK_NOT_FOUND',
      t('The words to decide about are not in the transcript any more.'),
      t('Look at the place again, and decide about what stands there now.'),
    );
  }

  #put(mention: Mention): void {
    this.#remember(mention);
    this.#steps.push({ type: 'putMention', mention });
  }

  #remember(mention: Mention): void {
    const key = keyOf(mention.wordIds);
    const others = (this.#byWords.get(key) ?? []).filter(({ id }) => id !== mention.id);
    this.#byWords.set(key, [...others, mention]);
  }

  #id(prefix: string): string {
    return `${prefix}${this.#nextId++}`;
  }
}

/**
 * Returns a mention to be withheld, which may have been kept: nobody may have looked for the edges of its sound yet.
 */
export function withheldAgain({ said: _, ...mention }: Mention, { media }: ProjectDocument): Mention {
  const toHear = mention.decision === 'keep' && !mention.drawn && mention.span !== null && media !== null;
  return { ...mention, decision: 'withhold', ...(toHear && { rough: true }) };
}

const keyOf = (wordIds: readonly string[]): string => wordIds.join(' ');

const touches = (mention: Mention, wordIds: readonly string[]): boolean =>
  mention.wordIds.some((id) => wordIds.includes(id));

/**
 * Tells whether a mention lies within words. One that was drawn, or is a stretch, covers more than the words it
 * touches.
 */
const isWithin = ({ wordIds: own, drawn, stretch }: Mention, wordIds: readonly string[]): boolean =>
  !drawn && !stretch && own.every((id) => wordIds.includes(id));
