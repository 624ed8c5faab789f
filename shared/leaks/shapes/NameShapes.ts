import { abjadPattern } from '../../text/abjadPattern';
import type { EntityType } from '../../model/entity';
import { foldPhrase } from '../../text/matching';
import type { Piece } from '../../text/glued';
import { isUnspaced } from '../../text/spaceless';
import type { NameKnowledge } from '../NameKnowledge';
import { abridged, isAbridged } from './abridged';
import { acronymsOf, lettersOfAcronym } from './acronyms';
import { brokenOff } from './brokenOff';
import { codeOf, codesSaid } from './codesSaid';
import { isCompound, partsOfCompound } from './compounds';
import { datesOf, datesSaid, type SaidDate } from './datesSaid';
import { digitRuns, partsOf, reversedPartsOf, SHORTEST_NUMBER_DIGITS, wholesOf } from './digitRuns';
import { declinedStems, type DeclinedStem } from './declensions';
import { diminutiveKazakh } from './diminutiveKazakh';
import { diminutiveRussian } from './diminutiveRussian';
import { gluedNames, isAsSure, rowsOfHandle, type GluedKind } from './gluedNames';
import { findHandles, handlesOf } from './handles';
import { plainDigits } from './numbersSaid';
import { childOf, fatherKeys, fathersOf } from './patronymics';
import { ofFamily, ofPlace } from './ofPlace';
import { firstWordsOf, gluedTitlesOf, TitleParts } from './partsOfTitle';
import { joinedParticles, withoutPrefix } from './nameParts';
import {
  arabicName,
  beginsJoined,
  joinedInArabic,
  namesInAbjad,
  namesInArabic,
  withoutArticle,
  withoutParticles,
} from './particles';
import { isBehindKoreanTitle, isHangul, isKoreanForm, surnameOfKorean } from './koreanForms';
import { russianForms } from './russianForms';
import { arePair, sentencesOf, spelledAloud, type SaidLetter } from './spelledAloud';
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
import { toCyrillic } from './toCyrillic';
import { findParts, unspacedParts, type PersonalParts } from './unspacedParts';
import { voicedStem } from './voicedStem';
import {
  arabicKey,
  cyrillicKey,
  hasCase,
  isArabic,
  isCyrillic,
  isHebrew,
  isLatin,
  isSmall,
  type Casing,
} from '../../text/writing';

/** A place where something stands that is made of what is withheld. */
export interface FoundShape {
  at: number;
  last: number;
  entityId: string;
}

/** Something withheld, as it was said. */
export interface ShapedForm {
  text: string;
  entityId: string;
  type: EntityType;
}

export interface ShapeRules extends Pick<NameKnowledge, 'isWord' | 'isKind' | 'romanKey' | 'otherNames'> {
  language: string;
  casing: Casing;
  isMarker: (text: string) => boolean;
  /** Tells whether a folded word may stand, because it is kept on purpose. */
  isKept: (folded: string) => boolean;
  /** Folded words that this transcript writes small as well. */
  writtenSmall: ReadonlySet<string>;
}

/** Least letters of a name that is told by a compound that holds it: an address, a hashtag. */
const TELLING_COMPOUND_LETTERS = 4;
/** Least letters at the end of a name with its middle left out that may be a word of their own: `E-mail`. */
const TELLING_ABRIDGED_LETTERS = 3;
const NOTHING = /^$/u;
/** Digits of a number; a longer number is told by a part of it. */
const LONG_NUMBER_DIGITS = 5;
/** Most first letters that are said for a name. */
const MOST_INITIALS = 3;
/** Most letters of a name that is spelled. */
const LONGEST_SPELLED_LETTERS = 24;
const LETTERS = /^[\p{L}\p{M}']+$/u;

/**
 * Finds everything that people make of a name, a number, a date or an address: case forms, short forms, parts,
 * spellings aloud. What a word alone tells is worked out once for each word. All of it is asked about, and none is
 * decided.
 */
export class NameShapes {
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
  /** What matches the roman keys of names in Arabic and Hebrew letters. */
  readonly #abjad: { pattern: RegExp; entityId: string }[] = [];
  /** Names in other letters by roman key, as such words may say them. */
  readonly #alphabetic: { key: string; entityId: string }[] = [];
  /** Case forms of names whose middle may be left out, made when the first such text is seen. */
  #abridgeable: { forms: string[]; entityId: string }[] | null = null;
  /** Given names by which children are called, as `fatherKeys` gives them. */
  readonly #fathers = new Map<string, string>();
  /** Beginnings of names, by roman key. */
  readonly #beginnings = new Map<string, string>();
  /** Korean names of one word; those of people have parts that name them. */
  readonly #korean: { name: string; entityId: string; isPerson: boolean }[] = [];
  /** Parts of people's names in scripts without spaces. */
  readonly #unspaced: PersonalParts[] = [];
  readonly #acronyms = new Map<string, string>();
  /** First words of names of several, and such names written as one word. */
  readonly #firstWords: { wanted: string[]; entityId: string }[] = [];
  readonly #gluedTitles = new Map<string, string>();
  readonly #titleParts: TitleParts;
  readonly #handles = new Map<string, string>();
  /** Names of several words as accounts are called by them, by roman key. */
  readonly #gluedNames = new Map<string, { entityId: string; kind: GluedKind }>();
  readonly #numbers: { digits: string; entityId: string }[] = [];
  /** Numbers with letters in them, by their letters and digits in a row. */
  readonly #codes = new Map<string, string>();
  readonly #dates: { date: SaidDate; entityId: string }[] = [];
  /** Steps that still have to learn Cyrillic; most texts in other letters never ask for it. */
  readonly #unlearned: (() => void)[] = [];
  /** Results for folded words, as far as they were worked out. */
  readonly #known = new Map<string, string | null>();

  constructor(
    forms: readonly ShapedForm[],
    private readonly rules: ShapeRules,
  ) {
    this.#titleParts = new TitleParts(rules.isKind);
    for (const form of forms) this.#learn(form);
  }

  /** Finds every place, among the texts and their folded words, where something is made of what is withheld. */
  find(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    const found: FoundShape[] = [
      ...this.#words(texts, pieces),
      ...this.#texts(texts, pieces),
      ...this.#spelled(texts, pieces),
      ...this.#firstWordsIn(texts, pieces),
      ...this.#titlePartsIn(texts, pieces),
      ...this.#numbersIn(texts, pieces),
      ...codesSaid(pieces, new Set(this.#codes.keys()), this.rules.language).map(({ code, from, end }) =>
        placeOf(pieces, from, end, this.#codes.get(code) ?? ''),
      ),
      ...this.#datesIn(texts, pieces),
      ...this.#koreanIn(pieces),
      ...this.#joinedInArabic(pieces),
      ...findParts(pieces, texts, this.#unspaced).map(({ entityId, from, end }) =>
        placeOf(pieces, from, end, entityId),
      ),
    ];
    const handles = findHandles(pieces, new Set(this.#handles.keys()), this.rules.language);
    for (const { handle, from, end } of handles) {
      const entityId = this.#handles.get(handle);
      // `redkite` is a handle; the red kite is a bird.
      const isSaid =
        pieces.slice(from, end).every(({ folded }) => this.rules.isWord(folded)) && !/\d/u.test(handle);
      if (entityId !== undefined && !isSaid) found.push(placeOf(pieces, from, end, entityId));
    }
    return found;
  }

  #learn({ text, entityId, type }: ShapedForm): void {
    const { romanKey, language } = this.rules;
    const words = foldPhrase(text);
    const digits = plainDigits(words.join('')).replace(/\D/gu, '');
    const hasLetters = /\p{L}/u.test(text);
    const isNumber = type === 'phone' || type === 'id' || !hasLetters;
    const code = codeOf(text);
    if (code !== null && type !== 'email' && type !== 'date') this.#codes.set(code, entityId);
    const isYearAlone = type === 'date' && /^\P{N}*\d{4}\P{N}*$/u.test(text);
    if (isNumber && (type !== 'date' || isYearAlone) && digits.length >= SHORTEST_NUMBER_DIGITS)
      for (const one of withEitherCode(digits)) this.#numbers.push({ digits: one, entityId });
    if (type === 'date' || (type === 'other' && /\p{N}/u.test(text))) {
      for (const date of datesOf(text, language)) {
        const isWhole = date.day !== undefined || (type === 'date' && date.year !== undefined);
        if (isWhole) this.#dates.push({ date, entityId });
      }
    }
    if (type === 'date' || type === 'phone') return;
    if (type === 'email' || type === 'id' || type === 'other')
      for (const handle of handlesOf(text))
        if (!this.rules.isWord(handle)) this.#handles.set(handle, entityId);
    if (type === 'email' || type === 'id') return;
    if (type === 'organisation' || type === 'place') {
      for (const wanted of firstWordsOf(text)) this.#firstWords.push({ wanted, entityId });
      for (const glued of gluedTitlesOf(text))
        if (!this.rules.isWord(glued)) this.#gluedTitles.set(glued, entityId);
      if (type === 'organisation') this.#titleParts.add(text, entityId);
    }
    if (type !== 'person' && words.length > 1)
      for (const letters of acronymsOf(text)) this.#acronyms.set(keyOfLetters(letters, romanKey), entityId);
    if (type === 'person' || type === 'other')
      for (const part of [...joinedParticles(words), ...words.flatMap(withoutPrefix)]) {
        setOnce(this.#short, romanKey(part), entityId);
        this.#learnForms(part, entityId);
      }
    if ((type === 'person' || type === 'other') && words.length > 1)
      for (const { text: glued, kind } of gluedNames(words)) {
        const key = romanKey(glued);
        const known = this.#gluedNames.get(key);
        if (!known || isAsSure(kind, known.kind)) this.#gluedNames.set(key, { entityId, kind });
      }
    for (const joined of joinedInArabic(words)) this.#learnSound(joined, entityId);
    const [word = ''] = words;
    if (words.length === 1 && word.length > 1 && LETTERS.test(word)) this.#learnWord(word, entityId, type);
  }

  #learnWord(word: string, entityId: string, type: EntityType): void {
    const { romanKey, otherNames, language } = this.rules;
    const key = romanKey(word);
    this.#names.set(word, entityId);
    this.#byKey.set(key, entityId);
    this.#learnSound(word, entityId);
    for (let length = 2; length < key.length; length++)
      setOnce(this.#beginnings, key.slice(0, length), entityId);
    const isPerson = type === 'person' || type === 'other';
    if (isHangul(word)) this.#korean.push({ name: word, entityId, isPerson });
    if (isUnspaced(word) && isPerson) this.#unspaced.push({ parts: unspacedParts(word, language), entityId });
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
    const inCyrillic = isCyrillic(word) ? word : isLatin(word) ? toCyrillic(key) : '';
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

  /** Learns how a name sounds in letters that have vowels, or in those that have none. */
  #learnSound(word: string, entityId: string): void {
    const pattern = abjadPattern(word);
    if (pattern) this.#abjad.push({ pattern, entityId });
    if (isLatin(word) || isCyrillic(word))
      this.#alphabetic.push({ key: this.rules.romanKey(word), entityId });
  }

  /** Returns the entity whose name in Arabic or Hebrew letters a word says in others. */
  #saidInAlphabet(key: string, isCased: boolean): string | null {
    if (this.#abjad.length === 0) return null;
    const stem = isCased ? key.replace(/(?:[aueio]|[oe][mi]|ami?|ah)$/u, '') : key;
    return this.#abjad.find(({ pattern }) => pattern.test(key) || pattern.test(stem))?.entityId ?? null;
  }

  /** Returns the entity whose name in other letters a word in Arabic or Hebrew ones says. */
  #saidInAbjad(word: string): string | null {
    if (this.#alphabetic.length === 0) return null;
    for (const name of namesInAbjad(word)) {
      const pattern = abjadPattern(name);
      const found = pattern && this.#alphabetic.find(({ key }) => pattern.test(key));
      if (found) return found.entityId;
    }
    return null;
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
    const inCyrillic = isCyrillic(name) ? name : isLatin(name) ? toCyrillic(this.rules.romanKey(name)) : '';
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

  /** Finds what one word alone tells. */
  #words(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    return pieces.flatMap(({ folded, at }): FoundShape[] => {
      const entityId = folded.length < 2 ? null : this.#shapeOf(folded);
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

  /** Returns the entity whose short form by pattern a folded word is, with endings behind it or without. */
  #patternedOf(folded: string): string | undefined {
    if (this.#patterned.size === 0 && this.#doubtful.size === 0) return undefined;
    const key = cyrillicKey(folded);
    const doubtful = stemmed(this.#doubtful, key);
    if (doubtful !== null) return doubtful;
    for (let length = key.length; length >= TELLING_COMPOUND_LETTERS; length--) {
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

  #shapeOf(folded: string): string | null {
    let shape = this.#known.get(folded);
    if (shape === undefined) this.#known.set(folded, (shape = this.#workOut(folded)));
    return shape;
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
        this.#saidInAlphabet(romanKey(folded), true)
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
        this.#saidInAbjad(isHebrew(folded) ? folded : key)
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
      this.#saidInAlphabet(key, false)
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

  /** Finds what the writing of a single text tells: hashtags and addresses, broken words, acronyms. */
  #texts(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    const { romanKey, isWord, isKept, casing } = this.rules;
    const left = new Set(pieces.flatMap(({ folded, at }) => (folded === '' ? [] : [at])));
    return texts.flatMap((text, at): FoundShape[] => {
      if (!left.has(at)) return [];
      const found = (entityId: string | undefined) =>
        entityId === undefined ? [] : [{ at, last: at, entityId }];
      if (isCompound(text)) {
        const entityId = this.#inCompound(text) ?? this.#inHandle(text);
        if (entityId !== undefined) return found(entityId);
      }
      const letters = lettersOfAcronym(text);
      if (letters !== null && casing === 'cased' && !isKept(letters)) {
        const entityId = this.#acronyms.get(keyOfLetters(letters, romanKey));
        if (entityId !== undefined) return found(entityId);
      }
      const [word = '', ...others] = foldPhrase(text);
      if (others.length === 0 && word.length > 2 && !isWord(word) && !isKept(word)) {
        const glued = isSmall(text) && casing === 'cased' ? undefined : this.#gluedTitles.get(word);
        const entityId =
          glued ??
          this.#acronyms.get(keyOfLetters(word, romanKey)) ??
          this.#gluedAs(word, casing !== 'cased' || isSmall(text) ? 'initial' : 'whole');
        if (entityId !== undefined) return found(entityId);
      }
      const hidden = this.#abridgedAs(text);
      if (hidden !== undefined) return found(hidden);
      const start = brokenOff(text);
      if (start === null || isKept(start)) return [];
      const isSure = isWord(start)
        ? casing === 'cased' && !isSmall(text) && standsAsName(texts, at, casing, this.rules.isMarker)
        : start.length > 2 || !isSmall(text);
      return isSure ? found(this.#beginnings.get(romanKey(start))) : [];
    });
  }

  /** Returns the entity of whose name a word is made as accounts are called, if it is as sure as is asked for. */
  #gluedAs(word: string, least: GluedKind): string | undefined {
    if (this.#gluedNames.size === 0) return undefined;
    const glued = this.#gluedNames.get(this.rules.romanKey(word));
    return glued && isAsSure(glued.kind, least) ? glued.entityId : undefined;
  }

  #inHandle(text: string): string | undefined {
    const { isWord, isKept } = this.rules;
    for (const [i, row] of rowsOfHandle(text).entries()) {
      if (isWord(row) || isKept(row)) continue;
      const isMailbox = i === 0 && /[\p{L}\d]@|^\P{L}*@/u.test(text);
      const entityId = this.#gluedTitles.get(row) ?? this.#gluedAs(row, isMailbox ? 'letters' : 'part');
      if (entityId !== undefined) return entityId;
    }
    return undefined;
  }

  /** Returns the entity of a name whose middle is left out in a text: `Б-ва`, `B…v`. */
  #abridgedAs(text: string): string | undefined {
    const left = abridged(text);
    const { casing, isWord, language } = this.rules;
    if (left === null || (left.end.length >= TELLING_ABRIDGED_LETTERS && isWord(left.end))) return undefined;
    if (casing === 'cased' ? isSmall(text) : left.end.length < 2) return undefined;
    const behind = TURKIC.test(language) ? TURKIC_CYRILLIC.rest : NOTHING;
    this.#abridgeable ??= [...this.#names].map(([name, entityId]) => ({
      entityId,
      forms: this.#formsOf(name),
    }));
    return this.#abridgeable.find(({ forms }) => forms.some((form) => isAbridged(left, form, behind)))
      ?.entityId;
  }

  /** Returns a name with its Russian case forms, in Cyrillic and in Latin letters. */
  #formsOf(name: string): string[] {
    const { romanKey } = this.rules;
    const inCyrillic = isCyrillic(name) ? name : isLatin(name) ? toCyrillic(romanKey(name)) : '';
    const cases = inCyrillic === '' ? [] : [...russianForms(cyrillicKey(inCyrillic))];
    return [name, romanKey(name), ...cases, ...cases.map((form) => romanKey(form))];
  }

  #inCompound(text: string): string | undefined {
    const { romanKey, isWord, isKept } = this.rules;
    const isTag = /[#@]/u.test(text);
    for (const part of partsOfCompound(text)) {
      if (part.length < 2 || isKept(part) || (isWord(part) && !isTag)) continue;
      const entityId =
        this.#byKey.get(romanKey(part)) ??
        (part.length > 2 && !isWord(part) ? this.#acronyms.get(keyOfLetters(part, romanKey)) : undefined) ??
        this.#gluedTitles.get(part) ??
        (part.length > 3 ? this.#short.get(romanKey(part)) : undefined) ??
        (part.length > 3 && !isWord(part) ? this.#shapeOf(part) : undefined);
      if (typeof entityId === 'string') return entityId;
    }
    for (const word of foldPhrase(text)) {
      if (isWord(word) || isKept(word)) continue;
      for (const [name, entityId] of this.#names)
        if (
          name.length >= TELLING_COMPOUND_LETTERS &&
          word.length > name.length &&
          word.includes(name) &&
          !isWord(name)
        )
          return entityId;
    }
    return undefined;
  }

  /** Finds "the Free Press" and “free press”, but not a free press. */
  #firstWordsIn(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    return this.#firstWords.flatMap(({ wanted, entityId }) =>
      pieces.flatMap((_, from): FoundShape[] => {
        if (!wanted.every((word, k) => pieces[from + k]?.folded === word)) return [];
        const place = placeOf(pieces, from, from + wanted.length, entityId);
        const said = texts.slice(place.at, place.last + 1);
        const isQuoted = /^\P{L}*["“«„‘'‹]/u.test(said[0] ?? '');
        const isName = this.rules.casing !== 'cased' || isQuoted || said.every((text) => !isSmall(text));
        return isName ? [place] : [];
      }),
    );
  }

  /** Finds what stands as a name and is made of the words of an organisation's. */
  #titlePartsIn(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    if (this.rules.casing !== 'cased') return [];
    return this.#titleParts
      .find(texts, pieces)
      .map(({ from, end, entityId }) => placeOf(pieces, from, end, entityId));
  }

  /** Finds `عبد الرحمن` where the name is one word in other letters. */
  #joinedInArabic(pieces: readonly Piece[]): FoundShape[] {
    if (this.#alphabetic.length === 0) return [];
    return pieces.flatMap(({ folded }, from): FoundShape[] => {
      const [joined] = beginsJoined(folded) ? joinedInArabic([folded, pieces[from + 1]?.folded ?? '']) : [];
      const entityId = joined === undefined ? null : this.#saidInAbjad(joined);
      return entityId === null ? [] : [placeOf(pieces, from, from + 2, entityId)];
    });
  }

  #koreanIn(pieces: readonly Piece[]): FoundShape[] {
    if (this.#korean.length === 0) return [];
    return pieces.flatMap(({ folded, at }, i): FoundShape[] => {
      if (!isHangul(folded) || this.rules.isKept(folded)) return [];
      const next = pieces[i + 1]?.folded ?? '';
      const found = this.#korean.find(
        ({ name, isPerson }) =>
          isKoreanForm(folded, name, isPerson) ||
          (isPerson && folded === surnameOfKorean(name) && isBehindKoreanTitle(next)),
      );
      return found ? [{ at, last: at, entityId: found.entityId }] : [];
    });
  }

  #spelled(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    if (this.#byKey.size === 0 && this.#acronyms.size === 0 && this.#gluedNames.size === 0) return [];
    const { romanKey } = this.rules;
    return spelledAloud(pieces).flatMap((row) => {
      const found = [row, ...(row.length > 2 ? sentencesOf(row, pieces, texts) : [])].flatMap((some) =>
        this.#initialsSpelled(some, texts, pieces),
      );
      if (found.length > 0) return found;
      for (let first = 0; first + 2 < row.length; first++) {
        // The longest comes first, because a name may begin another.
        for (let last = Math.min(row.length, first + LONGEST_SPELLED_LETTERS) - 1; last > first; last--) {
          const letters = row.slice(first, last + 1);
          const spelled = letters.map(({ letter }) => letter).join('');
          const acronym = this.#acronyms.get(keyOfLetters(spelled, romanKey));
          const entityId = acronym ?? this.#byKey.get(romanKey(spelled));
          const isShort =
            acronym === undefined && letters.length < TELLING_COMPOUND_LETTERS && letters.length < row.length;
          const [from, to] = [letters[0], letters.at(-1)];
          if (entityId === undefined || isShort || !from || !to) continue;
          found.push(placeOf(pieces, from.from, to.end, entityId));
          first = last;
          break;
        }
      }
      return found;
    });
  }

  /** Finds a name or its first letters in a row of two or three letters that says nothing else. */
  #initialsSpelled(
    row: readonly SaidLetter[],
    texts: readonly string[],
    pieces: readonly Piece[],
  ): FoundShape[] {
    const whole = row.map(({ letter }) => letter).join('');
    const [from, to] = [row[0], row.at(-1)];
    if (whole.length > MOST_INITIALS || row.length < 2 || !from || !to) return [];
    const entityId = this.#byKey.get(this.rules.romanKey(whole)) ?? this.#gluedAs(whole, 'letters');
    const isSpelled = row.length > 2 || arePair(row, pieces, texts, this.rules.isWord);
    return entityId !== undefined && isSpelled ? [placeOf(pieces, from.from, to.end, entityId)] : [];
  }

  #numbersIn(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    if (this.#numbers.length === 0) return [];
    return digitRuns(pieces, texts, this.rules.language).flatMap((run) =>
      this.#numbers.flatMap(({ digits, entityId }): FoundShape[] => {
        const parts =
          digits.length > LONG_NUMBER_DIGITS
            ? [...partsOf(run, digits), ...reversedPartsOf(run, digits)]
            : wholesOf(run, digits);
        return parts.map(([first, last]) => placeOf(pieces, first.from, last.end, entityId));
      }),
    );
  }

  #datesIn(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    return this.#dates.flatMap(({ date, entityId }) =>
      datesSaid(pieces, texts, date, this.rules.language).map(([from, end]) =>
        placeOf(pieces, from, end, entityId),
      ),
    );
  }
}

/** Returns a number and, in Russia and Kazakhstan, the same behind the other of 8 and +7, which are one there. */
const withEitherCode = (digits: string): string[] =>
  /^[78]\d{10}$/u.test(digits)
    ? [digits, `${digits.startsWith('8') ? '7' : '8'}${digits.slice(1)}`]
    : [digits];

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

/** Languages that are written in Cyrillic and have Russian case forms among their words. */
const WRITES_CYRILLIC = /^(?:ru|kk|ky|uk|be)/u;
/** Languages whose endings change the letter before them. */
const TURKIC = /^(?:kk|ky|tr|az|uz|tk|tt|ug)/u;

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

const plainLatin = (folded: string): string => folded.replaceAll('ı', 'i').replaceAll("'", '');

const keyOfLetters = (letters: string, romanKey: (text: string) => string): string =>
  Array.from(letters, (letter) => romanKey(letter)).join('');

function setOnce(map: Map<string, string>, key: string, entityId: string): void {
  if (!map.has(key)) map.set(key, entityId);
}

const placeOf = (pieces: readonly Piece[], from: number, end: number, entityId: string): FoundShape => {
  const at = pieces[from]?.at ?? 0;
  return { at, last: pieces[end - 1]?.at ?? at, entityId };
};
