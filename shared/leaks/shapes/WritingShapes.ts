import type { Piece } from '../../text/glued';
import { foldPhrase } from '../../text/matching';
import { cyrillicKey, isSmall } from '../../text/writing';
import { abridged, isAbridged } from './abridged';
import type { AccountShapes } from './AccountShapes';
import { lettersOfAcronym } from './acronyms';
import { brokenOff } from './brokenOff';
import { isCompound, partsOfCompound } from './compounds';
import type { NameForms } from './NameForms';
import { russianForms } from './russianForms';
import type { FoundShape, ShapeRules } from './shape';
import { standsAsName } from './standsAsName';
import { TURKIC_CYRILLIC } from './suffixes';
import type { TitleShapes } from './TitleShapes';
import { writtenInCyrillic } from './toCyrillic';
import { TURKIC } from './languages';

/** Least letters of a name that is told by a compound that holds it: an address, a hashtag. */
const TELLING_COMPOUND_LETTERS = 4;
/** Least letters at the end of a name with its middle left out that may be a word of their own: `E-mail`. */
const TELLING_ABRIDGED_LETTERS = 3;
const NOTHING = /^$/u;

/** Finds what the writing of a single text tells: hashtags and addresses, broken words, acronyms. */
export class WritingShapes {
  /** Case forms of names whose middle may be left out, made when the first such text is seen. */
  #abridgeable: { forms: string[]; entityId: string }[] | null = null;

  constructor(
    private readonly names: NameForms,
    private readonly titles: TitleShapes,
    private readonly accounts: AccountShapes,
    private readonly rules: ShapeRules,
  ) {}

  find(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    const { isWord, isKept, casing } = this.rules;
    const left = new Set(pieces.flatMap(({ folded, at }) => (folded === '' ? [] : [at])));
    return texts.flatMap((text, at): FoundShape[] => {
      if (!left.has(at)) return [];
      const found = (entityId: string | undefined) =>
        entityId === undefined ? [] : [{ at, last: at, entityId }];
      if (isCompound(text)) {
        const entityId = this.#inCompound(text) ?? this.accounts.inHandle(text, this.titles);
        if (entityId !== undefined) return found(entityId);
      }
      const letters = lettersOfAcronym(text);
      if (letters !== null && casing === 'cased' && !isKept(letters)) {
        const entityId = this.titles.acronym(letters);
        if (entityId !== undefined) return found(entityId);
      }
      const [word = '', ...others] = foldPhrase(text);
      if (others.length === 0 && word.length > 2 && !isWord(word) && !isKept(word)) {
        const glued = isSmall(text) && casing === 'cased' ? undefined : this.titles.glued(word);
        const entityId =
          glued ??
          this.titles.acronym(word) ??
          this.accounts.gluedAs(word, casing !== 'cased' || isSmall(text) ? 'initial' : 'whole');
        if (entityId !== undefined) return found(entityId);
      }
      const hidden = this.#abridgedAs(text);
      if (hidden !== undefined) return found(hidden);
      const start = brokenOff(text);
      if (start === null || isKept(start)) return [];
      const isSure = isWord(start)
        ? casing === 'cased' && !isSmall(text) && standsAsName(texts, at, casing, this.rules.isMarker)
        : start.length > 2 || !isSmall(text);
      return isSure ? found(this.names.beginningWith(start)) : [];
    });
  }

  /** Returns the entity of a name whose middle is left out in a text: `Б-ва`, `B…v`. */
  #abridgedAs(text: string): string | undefined {
    const left = abridged(text);
    const { casing, isWord, language } = this.rules;
    if (left === null || (left.end.length >= TELLING_ABRIDGED_LETTERS && isWord(left.end))) return undefined;
    if (casing === 'cased' ? isSmall(text) : left.end.length < 2) return undefined;
    const behind = TURKIC.test(language) ? TURKIC_CYRILLIC.rest : NOTHING;
    this.#abridgeable ??= [...this.names.known].map(([name, entityId]) => ({
      entityId,
      forms: this.#formsOf(name),
    }));
    return this.#abridgeable.find(({ forms }) => forms.some((form) => isAbridged(left, form, behind)))
      ?.entityId;
  }

  /** Returns a name with its Russian case forms, in Cyrillic and in Latin letters. */
  #formsOf(name: string): string[] {
    const { romanKey } = this.rules;
    const inCyrillic = writtenInCyrillic(name, romanKey);
    const cases = inCyrillic === '' ? [] : [...russianForms(cyrillicKey(inCyrillic))];
    return [name, romanKey(name), ...cases, ...cases.map((form) => romanKey(form))];
  }

  #inCompound(text: string): string | undefined {
    const { isWord, isKept } = this.rules;
    const isTag = /[#@]/u.test(text);
    for (const part of partsOfCompound(text)) {
      if (part.length < 2 || isKept(part) || (isWord(part) && !isTag)) continue;
      const entityId =
        this.names.named(part) ??
        (part.length > 2 && !isWord(part) ? this.titles.acronym(part) : undefined) ??
        this.titles.glued(part) ??
        (part.length > 3 ? this.names.shortFor(part) : undefined) ??
        (part.length > 3 && !isWord(part) ? this.names.shapeOf(part) : undefined);
      if (typeof entityId === 'string') return entityId;
    }
    for (const word of foldPhrase(text)) {
      if (isWord(word) || isKept(word)) continue;
      for (const [name, entityId] of this.names.known)
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
}
