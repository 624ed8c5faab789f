import type { Likeness } from '../model/likeness';
import { hasMarker } from '../model/marker';
import type { ProjectDocument } from '../document/document';
import { keptNames } from './keptNames';
import { decodeEntities } from '../text/decodeEntities';
import { confusableKey } from '../text/confusables';
import { likelyLanguage } from '../text/likelyLanguage';
import { otherLanguages } from '../text/lineLanguage';
import { keptPhrase, keptPlaces, type KeptPhrase } from './keptPlaces';
import { maskedLetters, mayBe } from './readings/maskedLetters';
import { otherKeyboard } from './readings/otherKeyboard';
import { readingsOf } from './readings/readingsOf';
import { foldAll, foldPhrase } from '../text/matching';
import { reversed } from '../text/reversed';
import type { Piece } from '../text/glued';
import type { NameKnowledge } from './NameKnowledge';
import { FormIndex, protectedForms, type FoundForm, type ProtectedForm } from './protectedForms';
import type { EntityType } from '../model/entity';
import { findGlued, isUnspacedName } from '../text/glued';
import { NameShapes } from './shapes/NameShapes';
import { standsAsName } from './shapes/standsAsName';
import { toCyrillic } from './shapes/toCyrillic';
import { casingOf, isLatin, isSmall, type Casing } from '../text/writing';
import { findShortNames, NO_SHORT_NAMES, shortNames, type ShortNames } from './shortNames';

export interface Leak {
  /** Positions in the searched texts, of the text that it begins in and of the one that it ends in. */
  at: number;
  last: number;
  entityId: string;
  likeness: Likeness;
}

export interface LeakRules extends NameKnowledge {
  /** Roman keys of the words that are kept on purpose, without those that a withheld name has too. */
  kept?: ReadonlySet<string>;
  /** Names of several words that are kept on purpose: what is in them may stand there. */
  keptPhrases?: readonly KeptPhrase[];
  shortNames?: ShortNames;
  /** Folded words that this transcript writes small, for a language whose everyday words are not known. */
  writtenSmall?: ReadonlySet<string>;
  language?: string;
  /** Further languages that some of its lines are in. */
  otherLanguages?: readonly string[];
  casing?: Casing;
  /** Type of each entity. */
  types?: ReadonlyMap<string, EntityType>;
  isMarker?: (text: string) => boolean;
}

/** Least letters of a name that can be told by a part of a row of letters, or by its sound. */
const TELLING_LETTERS = 4;
/** Least letters of a name that is known when it is read from behind. */
const TELLING_REVERSED_LETTERS = 5;
/** Letters by which a text is told that may begin a name. */
const FIRST_LETTERS = 2;
/** Texts on either side that are looked at with a text that is read in another way. */
const BESIDE_TEXTS = 4;
/** Most pieces of one name that stand apart: `Be kova`, `Li Ming`. */
const MOST_PARTS = 3;

interface Name {
  key: string;
  looks: string;
  entityId: string;
}

/**
 * Finds what is withheld in anything that is to be published. Beyond the protected forms themselves, it finds the same
 * name in another script or romanisation, letters set apart, letters replaced by others that look the same, and names
 * that sound like it. Everyday words do not count as names, and what is kept on purpose may stand.
 */
export class LeakFinder {
  readonly #index: FormIndex;
  /** Forms that may stand within a kept name. */
  readonly #shared: FormIndex;
  readonly #byKey = new Map<string, Name>();
  readonly #byLooks = new Map<string, Name>();
  /** Forms of several words, by the key of the first word. */
  readonly #phrases = new Map<string, { keys: string[]; entityId: string }[]>();
  readonly #sounding: Name[] = [];
  /**
   * Shapes for each language that is spoken. What one language makes of a name is looked for everywhere, since lines
   * may mix them.
   */
  readonly #shapes: readonly NameShapes[];
  /** Entities of names in scripts without spaces, by the name. */
  readonly #glued: Map<string, string>;
  /** Folded forms that were given as everyday words with small letters: they are withheld as words. */
  readonly #asWords: ReadonlySet<string>;
  /** Results for folded words, as far as they were worked out. */
  readonly #heard = new Map<string, Name | null>();
  readonly #keys = new Map<string, string>();
  readonly #common = new Map<string, boolean>();
  /** First letters of names, by roman key. */
  readonly #firstLetters = new Set<string>();
  readonly #readings = new Map<string, readonly string[]>();
  /** Names of one word as they stand when they are read from behind. */
  readonly #reversed = new Map<string, Name>();
  /** Names of one word as they stand when they are typed on another keyboard. */
  readonly #mistyped: (Name & { typed: string })[] = [];

  constructor(
    readonly forms: readonly ProtectedForm[],
    private readonly rules: LeakRules,
  ) {
    this.#index = new FormIndex(forms.filter(({ shared }) => !shared));
    this.#shared = new FormIndex(forms.filter(({ shared }) => shared));
    for (const { text, entityId } of forms) {
      const words = foldPhrase(text);
      if (words.some((word) => /\d/u.test(word))) continue;
      const keys = words.map((word) => rules.romanKey(word));
      const key = keys.join('');
      const name = { key, looks: confusableKey(words.join('')), entityId };
      if (key.length < 3) continue;
      this.#byKey.set(key, name);
      // Folding makes an е of ё, but whoever writes it in Latin letters writes what is said: `Solovyova`.
      if (/ё/iu.test(text)) {
        const said = foldPhrase(text.replace(/ё/giu, 'йо')).map((word) => rules.romanKey(word));
        this.#byKey.set(said.join(''), name);
      }
      this.#byLooks.set(name.looks, name);
      for (const one of keys) this.#firstLetters.add(one.slice(0, FIRST_LETTERS));
      for (const word of words.length === 1 ? words : []) this.#learnAstray(word, name);
      if (keys.length > 1) {
        const first = keys[0] ?? '';
        this.#phrases.set(first, [...(this.#phrases.get(first) ?? []), { keys, entityId }]);
      } else if (key.length >= TELLING_LETTERS && !words.every(rules.isCommonWord)) {
        this.#sounding.push(name);
      }
    }
    const { types } = rules;
    const whole = forms.map(({ text, entityId }) => ({
      text,
      entityId,
      type: types?.get(entityId) ?? 'other',
    }));
    const parts = [...(rules.shortNames?.surnames ?? [])].map(([text, entityId]) => ({
      text,
      entityId,
      type: types?.get(entityId) ?? ('person' as const),
    }));
    this.#shapes = [rules.language ?? 'en', ...(rules.otherLanguages ?? [])].map(
      (language) =>
        new NameShapes([...whole, ...parts], {
          ...rules,
          // Worked out once for all of them.
          romanKey: (text) => this.#keyOf(text),
          language,
          casing: rules.casing ?? 'cased',
          isMarker: rules.isMarker ?? (() => false),
          isKept: (folded) => rules.kept?.has(this.#keyOf(folded)) === true,
          writtenSmall: rules.writtenSmall ?? new Set(),
        }),
    );
    this.#glued = new Map(
      forms.flatMap(({ text, entityId }): [string, string][] => {
        const name = foldPhrase(text).join('');
        return isUnspacedName(name) ? [[name, entityId]] : [];
      }),
    );
    this.#asWords = new Set(forms.filter(({ small }) => small).map(({ text }) => foldPhrase(text).join(' ')));
  }

  #learnAstray(word: string, name: Name): void {
    const fromBehind = reversed(word);
    if (fromBehind.length >= TELLING_REVERSED_LETTERS && fromBehind !== word)
      this.#reversed.set(fromBehind, name);
    // A name that was withheld in Latin letters may be meant to stand in Cyrillic ones.
    for (const written of isLatin(word) ? [word, toCyrillic(this.rules.romanKey(word))] : [word]) {
      const typed = otherKeyboard(written);
      if (typed !== null && typed.length >= TELLING_LETTERS) this.#mistyped.push({ ...name, typed });
    }
  }

  /** Makes a finder for what the project says today. */
  static of(document: ProjectDocument, names: NameKnowledge): LeakFinder {
    const forms = protectedForms(document, names.isCommonWord, names.isWord);
    const withheld = new Set(forms.flatMap(({ text }) => foldPhrase(text)).map(names.romanKey));
    const keptOnes = keptNames(document, names.isWord);
    const kept = keptOnes.flatMap((name) => {
      const keys = foldPhrase(name).map(names.romanKey);
      return keys.length === 1 ? keys : keys.filter((key) => !withheld.has(key));
    });
    const small = document.words
      .filter(({ text, language = document.language }) => !language.startsWith('en') && isSmallWord(text))
      .flatMap(({ text }) => foldPhrase(text));
    return new LeakFinder(forms, {
      ...names,
      kept: new Set(kept),
      keptPhrases: keptOnes.flatMap((name) => keptPhrase(name) ?? []),
      shortNames: shortNames(document, names),
      writtenSmall: new Set(small),
      language:
        document.language === 'und'
          ? likelyLanguage(document.words.map(({ text }) => text))
          : document.language,
      otherLanguages: otherLanguages(document.words, document.language),
      casing: casingOf(document.words.map(({ text }) => text)),
      types: new Map(document.entities.map(({ id, type }) => [id, type])),
      isMarker: (text) => hasMarker(text, document.markerWord),
    });
  }

  /**
   * Returns the names by which nobody may be called in a label either, with the everyday words among people's names.
   */
  get names(): string[] {
    return [...this.forms.map(({ text }) => text), ...(this.rules.shortNames?.surnames.keys() ?? [])];
  }

  /** Finds every place in texts that follow one another, such as words, where something withheld stands. */
  find(written: readonly string[]): Leak[] {
    // A browser reads a letter where an older document still has its entity.
    const texts = written.map(decodeEntities);
    const leaks = this.#findAsWritten(texts);
    if (this.isEmpty) return leaks;
    const sure = leaks.filter(({ likeness }) => likeness !== 'sound');
    const otherwise = this.#findOtherwiseRead(texts, sure);
    const known = positionsOf(otherwise);
    return [...leaks.filter((leak) => sure.includes(leak) || !isWithin(known, leak)), ...otherwise];
  }

  /** True when nothing is withheld, so that nothing can be found. */
  get isEmpty(): boolean {
    return this.forms.length === 0 && (this.rules.shortNames?.surnames.size ?? 0) === 0;
  }

  /** True when capitals tell names in these texts. */
  get isCased(): boolean {
    return (this.rules.casing ?? 'cased') === 'cased';
  }

  /** Tells whether some name may begin with what a text says, by its first letters alone. */
  mayBegin(text: string): boolean {
    const key = this.#keyOf(foldPhrase(text)[0] ?? '');
    return this.#firstLetters.has(key.slice(0, FIRST_LETTERS));
  }

  /** Tells whether all that a text says is everyday language. */
  isEveryday(text: string): boolean {
    return foldPhrase(text).every((word) => this.#isCommon(word));
  }

  /** Finds what stands there when the texts are read in other ways, and is not found as they are written. */
  #findOtherwiseRead(texts: readonly string[], leaks: readonly Leak[]): Leak[] {
    const known = positionsOf(leaks);
    const found: Leak[] = [];
    for (const { from, end, texts: reading } of readingsOf(texts, this.#readings)) {
      const begin = Math.max(0, from - BESIDE_TEXTS);
      const around = [...texts.slice(begin, from), ...reading, ...texts.slice(end, end + BESIDE_TEXTS)];
      const [first, behind] = [from - begin, from - begin + reading.length];
      for (const { at, last, entityId, likeness } of this.#findAsWritten(around)) {
        // What only sounds like a name when it is read in another way is no mention of it.
        if (likeness === 'sound' || at >= behind || last < first) continue;
        const leak: Leak = {
          at: at < first ? begin + at : from,
          last: last < behind ? end - 1 : end + last - behind,
          entityId,
          likeness: 'spelling',
        };
        if (isWithin(known, leak)) continue;
        for (const k of positionsOf([leak])) known.add(k);
        found.push(leak);
      }
    }
    return found;
  }

  #findAsWritten(texts: readonly string[]): Leak[] {
    const all = foldAll(texts);
    const pieces = this.#withoutKept(all, texts);
    const left = new Set(pieces.flatMap(({ folded, at }) => (folded === '' ? [] : [at])));
    const isName = (leak: Leak) => this.#standsAsName(texts, leak);
    const found = [
      ...this.#index.find(all, texts),
      ...this.#shared.find(pieces, texts),
      ...this.#inGlued(pieces),
    ];
    const forms = found.map((form): Leak => ({ ...form, likeness: 'form' })).filter(isName);
    const known = new Set<number>();
    const learn = ({ at, last }: Leak) => {
      for (let k = at; k <= last; k++) known.add(k);
    };
    forms.forEach(learn);
    const leaks = [
      ...this.#spelled(pieces),
      ...this.#spread(pieces),
      ...this.#lookingAlike(texts).filter(({ at }) => left.has(at)),
      ...this.#masked(texts).filter(({ at }) => left.has(at)),
      ...this.#astray(texts, pieces),
      ...this.#short(texts).filter(({ at }) => left.has(at)),
      ...this.#shapes
        .flatMap((shapes) => shapes.find(texts, pieces))
        .map((shape): Leak => ({ ...shape, likeness: 'shape' })),
      ...this.#sounds(texts, pieces),
    ];
    for (const leak of leaks) {
      if (known.has(leak.at) || !isName(leak)) continue;
      learn(leak);
      forms.push(leak);
    }
    return forms;
  }

  /** Counts the places where something withheld stands in a text. */
  count(text: string): number {
    return this.find(text.split(/\s+/u)).length;
  }

  /**
   * Counts the same without what only sounds alike or is made of a name, for a text that may not be language at all.
   */
  countNames(text: string): number {
    return this.find(text.split(/\s+/u)).filter(
      ({ likeness }) => likeness === 'form' || likeness === 'spelling',
    ).length;
  }

  /**
   * Tells whether a leak stands as a name. An everyday word that is a name too may not: "beat Mark again" does, "they
   * mark" does not.
   */
  #standsAsName(texts: readonly string[], { at, last, likeness }: Leak): boolean {
    if (likeness === 'shape') return true;
    const said = texts.slice(at, last + 1);
    const words = said.flatMap(foldPhrase);
    const isEveryday = words.every((word) => !/\d/u.test(word) && this.rules.isWord(word));
    if (!isEveryday || this.#asWords.has(words.join(' '))) return true;
    // "Mutation Operators" is somebody's name for something; mutation operators are everywhere.
    if (at !== last) return this.rules.casing !== 'cased' || !said.every(isSmall);
    return standsAsName(texts, at, this.rules.casing ?? 'cased', this.rules.isMarker);
  }

  #inGlued(pieces: readonly Piece[]): FoundForm[] {
    return findGlued(pieces, [...this.#glued.keys()]).map(({ name, from, end }) => {
      const at = pieces[from]?.at ?? 0;
      return { at, last: pieces[end - 1]?.at ?? at, entityId: this.#glued.get(name) ?? '' };
    });
  }

  /** Returns the same pieces, with those of kept names of several words emptied. */
  #withoutKept(pieces: readonly Piece[], texts: readonly string[]): readonly Piece[] {
    const phrases = this.rules.keptPhrases ?? [];
    if (phrases.length === 0) return pieces;
    const open = [...pieces];
    for (const { from, end } of phrases.flatMap((phrase) => keptPlaces(pieces, texts, phrase)))
      for (let k = from; k < end; k++) open[k] = { folded: '', at: pieces[k]?.at ?? 0 };
    return open;
  }

  #short(texts: readonly string[]): Leak[] {
    const { kept } = this.rules;
    const isName = (at: number) => standsAsName(texts, at, this.rules.casing ?? 'cased', this.rules.isMarker);
    const told = {
      ...this.rules,
      isCased: this.isCased,
      // A name that still stands there will be withheld too, so it counts as a marker.
      isMarker: (text: string) =>
        this.rules.isMarker?.(text) === true ||
        foldPhrase(text).some((word) => this.#byKey.has(this.#keyOf(word))),
    };
    return findShortNames(texts, this.rules.shortNames ?? NO_SHORT_NAMES, told, isName)
      .filter(({ at }) => !foldPhrase(texts[at] ?? '').every((word) => kept?.has(this.#keyOf(word))))
      .map((found) => ({ ...found, likeness: 'spelling' }));
  }

  /** Finds other spellings: one word for one, or a row of words for a row. */
  #spelled(pieces: readonly Piece[]): Leak[] {
    const keys = pieces.map(({ folded }) => this.#keyOf(folded));
    return pieces.flatMap(({ at, folded }, i): Leak[] => {
      const key = keys[i] ?? '';
      const name = this.#isName(folded) ? this.#byKey.get(key) : undefined;
      if (name) return [{ at, last: at, entityId: name.entityId, likeness: 'spelling' }];
      return (this.#phrases.get(key) ?? [])
        .filter(({ keys: wanted }) => wanted.every((part, k) => part === keys[i + k]))
        .filter(({ keys: wanted }) =>
          pieces.slice(i, i + wanted.length).some((piece) => this.#isName(piece.folded)),
        )
        .map(({ keys: wanted, entityId }) => {
          const last = pieces[i + wanted.length - 1]?.at ?? at;
          return { at, last, entityId, likeness: 'spelling' };
        });
    });
  }

  /** Finds names whose letters or syllables are set apart. */
  #spread(pieces: readonly Piece[]): Leak[] {
    const leaks: Leak[] = [];
    const tell = (i: number, end: number, name: Name | undefined) => {
      const [at, last] = [pieces[i]?.at ?? 0, pieces[end - 1]?.at ?? 0];
      if (name) leaks.push({ at, last, entityId: name.entityId, likeness: 'spelling' });
    };
    for (let i = 0; i < pieces.length; i++) {
      const letters = rowOfLetters(pieces, i);
      if (letters.length >= 3) {
        const row = letters.join('');
        const key = this.rules.romanKey(row);
        const looks = confusableKey(row);
        const name = this.#byKey.get(key) ?? this.#byLooks.get(looks) ?? this.#within(key, looks);
        tell(i, i + letters.length, name);
        i += letters.length - 1;
        continue;
      }
      for (let parts = 2; parts <= MOST_PARTS && i + parts <= pieces.length; parts++) {
        const some = pieces.slice(i, i + parts).map(({ folded }) => folded);
        if (some.every((folded) => this.#isCommon(folded))) continue;
        const key = this.#keyOf(some.join(''));
        if (key.length > TELLING_LETTERS) tell(i, i + parts, this.#byKey.get(key));
      }
    }
    return leaks;
  }

  #within(key: string, looks: string): Name | undefined {
    return [...this.#byKey.values()].find(
      (name) => name.key.length >= TELLING_LETTERS && (key.includes(name.key) || looks.includes(name.looks)),
    );
  }

  /** Finds words written with letters of another script, or digits, that look like those of a name. */
  #lookingAlike(texts: readonly string[]): Leak[] {
    return texts.flatMap((text, at) =>
      (text.match(/[\p{L}\p{M}\p{N}@$!|]+/gu) ?? [])
        .filter((word) => /[^A-Za-z]/u.test(word) && /\p{L}/u.test(word))
        .flatMap((word): Leak[] => {
          const letters = word.replace(/[@$!|]/gu, (sign) => SIGNS[sign] ?? sign);
          const name = this.#byLooks.get(confusableKey(foldPhrase(letters).join('')));
          return name ? [{ at, last: at, entityId: name.entityId, likeness: 'spelling' }] : [];
        }),
    );
  }

  /** Finds names in which signs stand in the place of some letters. */
  #masked(texts: readonly string[]): Leak[] {
    return texts.flatMap((text, at) =>
      maskedLetters(text).flatMap((masked): Leak[] => {
        const name = [...this.#byLooks.values()].find(({ looks }) => mayBe(masked, looks));
        return name ? [{ at, last: at, entityId: name.entityId, likeness: 'spelling' }] : [];
      }),
    );
  }

  /** Finds names that are written from behind, or typed on another keyboard. */
  #astray(texts: readonly string[], pieces: readonly Piece[]): Leak[] {
    const reversed = pieces.flatMap(({ folded, at }): Leak[] => {
      const name = this.rules.isWord(folded) ? undefined : this.#reversed.get(folded);
      return name ? [{ at, last: at, entityId: name.entityId, likeness: 'spelling' }] : [];
    });
    if (this.#mistyped.length === 0) return reversed;
    const mistyped = texts.flatMap((text, at): Leak[] => {
      const small = text.toLowerCase();
      const name = this.#mistyped.find(({ typed }) => small.includes(typed));
      return name ? [{ at, last: at, entityId: name.entityId, likeness: 'spelling' }] : [];
    });
    return [...reversed, ...mistyped];
  }

  /**
   * Tells whether a word in small letters is made of another as English makes them: `oaten` sounds like somebody by
   * chance.
   */
  #isMadeOfWord(text: string, folded: string): boolean {
    const { casing, language, isWord } = this.rules;
    if (casing !== 'cased' || !(language ?? 'en').startsWith('en') || !isSmall(text)) return false;
    const stem = /^(.{3,})(?:en|ish|ly|less|ness|ful)$/u.exec(folded)?.[1];
    return stem !== undefined && isWord(stem);
  }

  #sounds(texts: readonly string[], pieces: readonly Piece[]): Leak[] {
    return pieces.flatMap(({ folded, at }): Leak[] => {
      if (this.#isMadeOfWord(texts[at] ?? '', folded)) return [];
      const name = this.#soundsLike(folded);
      return name ? [{ at, last: at, entityId: name.entityId, likeness: 'sound' }] : [];
    });
  }

  #soundsLike(folded: string): Name | null {
    const before = this.#heard.get(folded);
    if (before !== undefined) return before;
    const key = this.#keyOf(folded);
    const counts =
      key.length >= TELLING_LETTERS &&
      !/\d/u.test(folded) &&
      this.#isName(folded) &&
      !this.rules.writtenSmall?.has(folded);
    const name = counts
      ? (this.#sounding.find((other) => this.rules.soundsAlike(key, other.key)) ?? null)
      : null;
    this.#heard.set(folded, name);
    return name;
  }

  #isName(folded: string): boolean {
    return !this.#isCommon(folded) && !this.rules.kept?.has(this.#keyOf(folded));
  }

  #isCommon(folded: string): boolean {
    let common = this.#common.get(folded);
    if (common === undefined) this.#common.set(folded, (common = this.rules.isCommonWord(folded)));
    return common;
  }

  #keyOf(folded: string): string {
    let key = this.#keys.get(folded);
    if (key === undefined) this.#keys.set(folded, (key = this.rules.romanKey(folded)));
    return key;
  }
}

const isSmallWord = (text: string): boolean => /^\P{L}*\p{Ll}/u.test(text);

const SIGNS: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i', '|': 'i' };

/** Returns the positions of all texts in which something was found. */
const positionsOf = (leaks: readonly Leak[]): Set<number> =>
  new Set(leaks.flatMap(({ at, last }) => Array.from({ length: last - at + 1 }, (_, k) => at + k)));

/** Tells whether all positions of a leak are among known ones. */
const isWithin = (known: ReadonlySet<number>, { at, last }: Leak): boolean => {
  for (let k = at; k <= last; k++) if (!known.has(k)) return false;
  return true;
};

/** Returns the single letters that stand one after another from position `i` on: `B-e-k` and `B e k`. */
function rowOfLetters(pieces: readonly Piece[], i: number): string[] {
  let end = i;
  while (/^\p{L}$/u.test(pieces[end]?.folded ?? '')) end++;
  return pieces.slice(i, end).map(({ folded }) => folded);
}
