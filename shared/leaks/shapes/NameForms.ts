import type { EntityType } from '../../model/entity';
import type { Piece } from '../../text/glued';
import { foldPhrase } from '../../text/matching';
import {
  arabicKey,
  cyrillicKey,
  hasCase,
  isArabic,
  isCyrillic,
  isHebrew,
  isLatin,
  isSmall,
} from '../../text/writing';
import { declinedStems, type DeclinedStem } from './declensions';
import { diminutiveKazakh } from './diminutiveKazakh';
import { diminutiveRussian } from './diminutiveRussian';
import { TURKIC, WRITES_CYRILLIC } from './languages';
import { joinedParticles, withoutPrefix } from './nameParts';
import { ofFamily, ofPlace } from './ofPlace';
import { arabicName, namesInArabic, withoutArticle, withoutParticles } from './particles';
import { childOf, fatherKeys, fathersOf } from './patronymics';
import { russianForms } from './russianForms';
import { plainLatin, setOnce, type FoundShape, type ShapedForm, type ShapeRules } from './shape';
import type { SoundShapes } from './SoundShapes';
import type { SpacelessShapes } from './SpacelessShapes';
import { standsAsName } from './standsAsName';
import {
  FINNIC,
  finnishStems,
  isInHarmony,
  LATIN_DERIVED,
  LATIN_PLURAL,
  TURKIC_ARABIC,
  TURKIC_CYRILLIC,
  TURKIC_LATIN,
  withoutCase,
  type SuffixRule,
} from './suffixes';
import { writtenInCyrillic } from './toCyrillic';
import { voicedStem } from './voicedStem';

/** Least letters of a short form by pattern. */
const SHORTEST_PATTERNED_LETTERS = 4;
const LETTERS = /^[\p{L}\p{M}']+$/u;

/**
 * Finds what single words tell: case forms, short forms, what children and families are called. It is worked out once
 * for each word.
 */
export class NameForms {
  /** Entities of names of one word, by the folded name. */
  readonly #names = new Map<string, string>();
  /** The same by roman key. */
  readonly #byKey = new Map<string, string>();
  /** Case forms and short forms in Cyrillic, by `cyrillicKey`. */
  readonly #cyrillic = new Map<string, string>();
  /** Short forms in Cyrillic that no list has. They are believed only where a capital tells a name. */
  readonly #patterned = new Map<string, string>();
  /** Short forms by roman key. */
  readonly #short = new Map<string, string>();
  /** Stems that endings stand behind: Cyrillic by `cyrillicKey`, Latin without dots, Arabic by `arabicKey`. */
  readonly #stems = new Map<string, { entityId: string; name: string }>();
  /** Names in Arabic letters by `arabicName`, with their article and without. */
  readonly #arabic = new Map<string, string>();
  /** Beginnings of the case forms of names, and what may follow there; Cyrillic by `cyrillicKey`. */
  readonly #declined: Stems = new Map();
  /** The same for who and what is called after a place. */
  readonly #ofPlaces: Stems = new Map();
  /** The same for short forms that may be other words. They are believed where those by pattern are. */
  readonly #doubtful: Stems = new Map();
  /** Given names by which children are called, as `fatherKeys` gives them. */
  readonly #fathers = new Map<string, string>();
  /** Beginnings of names, by roman key. */
  readonly #beginnings = new Map<string, string>();
  /** Steps that still have to learn Cyrillic; most texts in other letters never ask for it. */
  readonly #unlearned: (() => void)[] = [];
  /** Results for folded words, as far as they were worked out. */
  readonly #known = new Map<string, string | null>();

  constructor(
    private readonly rules: ShapeRules,
    private readonly sounds: SoundShapes,
    private readonly spaceless: SpacelessShapes,
  ) {}

  learn({ text, entityId, type }: ShapedForm): void {
    const words = foldPhrase(text);
    if (type === 'person' || type === 'other')
      for (const part of [...joinedParticles(words), ...words.flatMap(withoutPrefix)]) {
        setOnce(this.#short, this.rules.romanKey(part), entityId);
        this.#learnForms(part, entityId);
      }
    const [word = ''] = words;
    if (words.length === 1 && word.length > 1 && LETTERS.test(word)) this.#learnWord(word, entityId, type);
  }

  /** Tells whether no name of one word is known. */
  get isEmpty(): boolean {
    return this.#byKey.size === 0;
  }

  /** Entities of names of one word, by the folded name. */
  get known(): ReadonlyMap<string, string> {
    return this.#names;
  }

  /** Returns the entity of a name of one word, in whatever letters it is written. */
  named(word: string): string | undefined {
    return this.#byKey.get(this.rules.romanKey(word));
  }

  /** Returns the entity whose short form a word is. */
  shortFor(word: string): string | undefined {
    return this.#short.get(this.rules.romanKey(word));
  }

  /** Returns the entity whose name begins with some letters. */
  beginningWith(start: string): string | undefined {
    return this.#beginnings.get(this.rules.romanKey(start));
  }

  /** Finds what one word alone tells. */
  find(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    return pieces.flatMap(({ folded, at }): FoundShape[] => {
      const entityId = folded.length < 2 ? null : this.shapeOf(folded);
      if (entityId !== null && this.#mayBeName(texts, at, folded)) return [{ at, last: at, entityId }];
      const after = this.#calledAfter(folded);
      if (after !== null && !this.rules.isWord(folded)) return [{ at, last: at, entityId: after }];
      if (entityId !== null) return [];
      const patterned = this.#patternedOf(folded);
      const { casing, isMarker, isKept, writtenSmall } = this.rules;
      const isRespectful = RESPECTFUL.test(folded) && !writtenSmall.has(folded) && !isSmall(texts[at] ?? '');
      const isName = () =>
        casing === 'cased' && !isKept(folded) && (isRespectful || standsAsName(texts, at, casing, isMarker));
      return patterned !== undefined && isName() ? [{ at, last: at, entityId: patterned }] : [];
    });
  }

  /** Returns the entity of whose name a folded word is a form; null for any other word. */
  shapeOf(folded: string): string | null {
    let shape = this.#known.get(folded);
    if (shape === undefined) this.#known.set(folded, (shape = this.#workOut(folded)));
    return shape;
  }

  #learnWord(word: string, entityId: string, type: EntityType): void {
    const { romanKey, otherNames, language } = this.rules;
    const key = romanKey(word);
    this.#names.set(word, entityId);
    this.#byKey.set(key, entityId);
    this.sounds.learnWord(word, entityId);
    for (let length = 2; length < key.length; length++)
      setOnce(this.#beginnings, key.slice(0, length), entityId);
    const isPerson = type === 'person' || type === 'other';
    this.spaceless.learnWord(word, entityId, isPerson);
    this.#learnForms(word, entityId, true);
    if (type === 'place') for (const one of ofPlace(word, language)) addStem(this.#ofPlaces, one, entityId);
    const voiced = TURKIC.test(language) ? voicedStem(word) : null;
    if (voiced !== null)
      this.#learnStem(isCyrillic(voiced) ? cyrillicKey(voiced) : plainLatin(voiced), voiced, entityId);
    if (isCyrillic(word) && /^(?:kk|ky)/u.test(language))
      for (const stem of withoutCase(word)) {
        this.#learnForms(stem, entityId);
        this.#unlearned.push(() => setOnce(this.#cyrillic, cyrillicKey(stem), entityId));
      }
    if (!isPerson) return;
    const inCyrillic = writtenInCyrillic(word, romanKey);
    for (const one of ofFamily(inCyrillic)) addStem(this.#ofPlaces, one, entityId);
    this.#learnFathers(key, inCyrillic, entityId);
    const others = otherNames(word);
    // `Саныч` is the son of Саня.
    for (const other of others.filter(isCyrillic))
      for (const father of fatherKeys(romanKey(other)).slice(1)) setOnce(this.#fathers, father, entityId);
    for (const other of others) {
      setOnce(this.#short, romanKey(other), entityId);
      this.#learnForms(other, entityId);
    }
    if (
      type !== 'person' ||
      inCyrillic === '' ||
      !/^(?:kk|ky|ru)/u.test(language) ||
      FAMILY_NAME.test(inCyrillic)
    )
      return;
    this.#unlearned.push(() => {
      for (const name of [inCyrillic, ...others.filter(isCyrillic)]) {
        const made = diminutiveRussian(cyrillicKey(name));
        if (made) addStem(this.#declined, made.telling, entityId);
        if (made?.doubtful) addStem(this.#doubtful, made.doubtful, entityId);
      }

      for (const other of diminutiveKazakh(inCyrillic))
        if (other.length > 3) setOnce(this.#patterned, cyrillicKey(other), entityId);
    });
  }

  /** Learns what is made of the name of a father, and his name where what is made of it was withheld. */
  #learnFathers(key: string, inCyrillic: string, entityId: string): void {
    if (inCyrillic === '') return;
    const own = fathersOf(cyrillicKey(inCyrillic));
    for (const name of own) {
      setOnce(this.#short, this.rules.romanKey(name), entityId);
      this.#learnForms(name, entityId);
    }
    const keys = own.length > 0 ? childOf(key) : fatherKeys(key);
    for (const father of keys) setOnce(this.#fathers, father, entityId);
  }

  /** Returns the entity after whose given name a person or a thing is called. */
  #childOf(key: string): string | null {
    if (this.#fathers.size === 0) return null;
    for (const father of childOf(key)) {
      const entityId = this.#fathers.get(father);
      if (entityId !== undefined) return entityId;
    }
    return null;
  }

  /** Learns what a name becomes within a sentence of its own language. */
  #learnForms(name: string, entityId: string, isGiven = false): void {
    const inCyrillic = writtenInCyrillic(name, this.rules.romanKey);
    if (inCyrillic !== '')
      this.#unlearned.push(() => {
        for (const form of russianForms(inCyrillic)) {
          setOnce(this.#cyrillic, cyrillicKey(form), entityId);
          // Whoever has no other keyboard writes case forms in Latin letters: `Bekovym`.
          if (WRITES_CYRILLIC.test(this.rules.language))
            setOnce(this.#short, this.rules.romanKey(form), entityId);
        }
        this.#learnStem(cyrillicKey(inCyrillic).replace(/ь$/u, ''), inCyrillic, entityId);
      });
    if (isCyrillic(name) && WRITES_CYRILLIC.test(this.rules.language))
      this.#learnStem(this.rules.romanKey(name), name, entityId);
    if (isLatin(name)) {
      this.#learnStem(plainLatin(name), name, entityId);
      // A family has this plural: the Kellies.
      if (/[^aeiou]y$/u.test(name)) this.#learnStem(`${plainLatin(name).slice(0, -1)}i`, name, entityId);
      // Finnish changes the stem: `Virtanen`, `Virtasen`.
      if (/^(?:fi|et|und)/u.test(this.rules.language))
        for (const stem of finnishStems(plainLatin(name))) this.#learnStem(stem, name, entityId);
    }
    for (const one of declinedStems(declinedKey(name), this.rules.language, isGiven))
      addStem(this.#declined, one, entityId);
    if (isArabic(name)) {
      this.#learnStem(arabicKey(name), name, entityId);
      for (const one of withoutArticle(arabicName(arabicKey(name)))) setOnce(this.#arabic, one, entityId);
    }
    if (isHebrew(name)) {
      this.#learnStem(name, name, entityId);
      // These endings mean several of one family. Letters have another shape at the end of a word.
      const open = name.replace(/[ךםןףץ]$/u, (letter) => OPEN_LETTERS[letter] ?? letter);
      for (const end of ['ים', 'ות']) this.#learnStem(open.replace(/ה$/u, '') + end, name, entityId);
    }
  }

  #learnCyrillic(): void {
    for (const learn of this.#unlearned.splice(0)) learn();
  }

  #learnStem(stem: string, name: string, entityId: string): void {
    if (!this.#stems.has(stem)) this.#stems.set(stem, { entityId, name });
  }

  /** Returns the entity whose short form by pattern a folded word is, with endings behind it or without. */
  #patternedOf(folded: string): string | undefined {
    if (this.#patterned.size === 0 && this.#doubtful.size === 0) return undefined;
    const key = cyrillicKey(folded);
    const doubtful = stemmed(this.#doubtful, key);
    if (doubtful !== null) return doubtful;
    for (let length = key.length; length >= SHORTEST_PATTERNED_LETTERS; length--) {
      const rest = key.slice(length);
      if (rest !== '' && !TURKIC_CYRILLIC.rest.test(rest)) continue;
      const entityId = this.#patterned.get(key.slice(0, length));
      if (entityId !== undefined) return entityId;
    }
    return undefined;
  }

  /** Returns the entity whose case form a folded word is, by the declensions of its language. */
  #declinedOf(folded: string): string | null {
    return stemmed(this.#declined, declinedKey(folded));
  }

  /** Returns the entity of the place that a folded word is called after. Such words are written small in Russian. */
  #calledAfter(folded: string): string | null {
    if (this.#ofPlaces.size === 0 || this.rules.isKept(folded)) return null;
    if (!isArabic(folded) && !isHebrew(folded)) return stemmed(this.#ofPlaces, declinedKey(folded));
    const key = arabicKey(folded);
    const found = [key, ...withoutParticles(key)].map((rest) => stemmed(this.#ofPlaces, rest));
    return found.find((entityId) => entityId !== null) ?? null;
  }

  #workOut(folded: string): string | null {
    const { romanKey, isKept } = this.rules;
    if (!LETTERS.test(folded.replace(/\d+$/u, '')) || isKept(folded)) return null;
    if (isCyrillic(folded)) {
      this.#learnCyrillic();
      const key = cyrillicKey(folded);
      return (
        this.#cyrillic.get(key) ??
        this.#declinedOf(folded) ??
        this.#withSuffix(key, folded, [TURKIC_CYRILLIC]) ??
        this.#childOf(romanKey(folded)) ??
        this.sounds.saidInAlphabet(romanKey(folded), true)
      );
    }
    if (isArabic(folded) || isHebrew(folded)) {
      const key = arabicKey(folded);
      for (const rest of [key, ...withoutParticles(key)]) {
        const stem = this.#stems.get(rest);
        if (stem) return stem.entityId;
      }
      for (const name of this.#arabic.size > 0 ? namesInArabic(key) : []) {
        const entityId = this.#arabic.get(name);
        if (entityId !== undefined) return entityId;
      }
      return (
        this.#declinedOf(key) ??
        this.#withSuffix(key, folded, [TURKIC_ARABIC]) ??
        this.sounds.saidInAbjad(isHebrew(folded) ? folded : key)
      );
    }
    if (WRITES_CYRILLIC.test(this.rules.language)) this.#learnCyrillic();
    for (const rest of withoutParticles(folded)) {
      const entityId = this.#names.get(rest) ?? this.#declinedOf(rest);
      if (typeof entityId === 'string') return entityId;
    }
    const key = romanKey(folded);
    return (
      this.#short.get(key) ??
      this.#declinedOf(folded) ??
      this.#withSuffix(plainLatin(folded), folded, this.#latinRules()) ??
      this.#childOf(key) ??
      this.sounds.saidInAlphabet(key, false)
    );
  }

  #latinRules(): readonly SuffixRule[] {
    const { language } = this.rules;
    if (/^(?:tr|az|uz|tk|kk|ky|ug|tt)/u.test(language)) return [LATIN_PLURAL, TURKIC_LATIN];
    if (/^(?:fi|et)/u.test(language)) return [LATIN_PLURAL, FINNIC];
    return [LATIN_PLURAL, LATIN_DERIVED];
  }

  /** Returns the entity of a name with a chain of endings behind it, or of two of its names written as one word. */
  #withSuffix(key: string, folded: string, rules: readonly SuffixRule[]): string | null {
    for (let length = key.length - 1; length >= 2; length--) {
      const stem = this.#stems.get(key.slice(0, length));
      if (!stem) continue;
      const rest = key.slice(length);
      const isLegal = rules.some(
        (rule) => length >= rule.shortest && rule.rest.test(rest) && this.#mayEnd(rule, stem.name, folded),
      );
      if (isLegal && (!isCyrillic(folded) || isInHarmony(stem.name, folded.slice(length))))
        return stem.entityId;
      if (rest.length > 1 && length > 2 && this.#stems.get(rest)?.entityId === stem.entityId)
        return stem.entityId;
    }
    return null;
  }

  /**
   * Tells whether a name may have an ending in a word. `European` and `Rolls` are everyday language. What is made of a
   * rare name is not, and neither are several of one family.
   */
  #mayEnd(rule: SuffixRule, name: string, folded: string): boolean {
    const { isWord } = this.rules;
    if (rule === LATIN_PLURAL) return !isWord(folded) || isWord(name);
    return rule !== LATIN_DERIVED || !isWord(folded);
  }

  /** Tells whether a word with the shape of a name may be one at its place. */
  #mayBeName(texts: readonly string[], at: number, folded: string): boolean {
    const { casing, isWord, writtenSmall, isMarker, language } = this.rules;
    const text = texts[at] ?? '';
    const isEveryday = isWord(folded);
    if (casing !== 'cased' || !hasCase(text)) return !isEveryday && (casing === 'cased' || folded.length > 3);
    if (isSmall(text) && !/\p{Lu}/u.test(text)) {
      // A word that English dictionaries do not know is hardly an everyday word.
      return language.startsWith('en') && isLatin(folded) && folded.length > 3 && !isEveryday;
    }
    const mayBeWord = isEveryday || writtenSmall.has(folded);
    return !mayBeWord || standsAsName(texts, at, casing, isMarker);
  }
}

type Stems = Map<string, { entityId: string; rest: RegExp }[]>;

function addStem(stems: Stems, { stem, rest }: DeclinedStem, entityId: string): void {
  stems.set(stem, [...(stems.get(stem) ?? []), { entityId, rest }]);
}

/** Returns the entity whose name a word begins with, if an ending of that name follows. */
function stemmed(stems: Stems, key: string): string | null {
  for (let length = key.length; length >= 2; length--) {
    const rest = key.slice(length);
    const found = stems.get(key.slice(0, length))?.find((one) => one.rest.test(rest));
    if (found) return found.entityId;
  }
  return null;
}

const OPEN_LETTERS: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

/** A Kazakh ending of respect. No other word that begins a sentence ends in it. */
const RESPECTFUL = /..[еа]ке[ңн]?$/u;
/** Matches family names, which are not shortened as given names are. */
const FAMILY_NAME = /(?:[оеё]в|ин|ын|[оеё]ва|ина|ына|ии|ая|енко|ук|ич|вна|ян|дзе|швили|улы|кызы)$/u;

/** Returns a folded word as declensions are compared. */
const declinedKey = (folded: string): string =>
  isCyrillic(folded)
    ? cyrillicKey(folded)
    : isLatin(folded)
      ? plainLatin(folded)
      : isArabic(folded)
        ? arabicKey(folded)
        : folded;
