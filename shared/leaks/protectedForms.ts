import type { ProjectDocument } from '../document/document';
import type { Entity, EntityType } from '../model/entity';
import { splitWord } from '../model/marker';
import { foldPhrase, matchAt, numberOf, plainWords, stemOf } from '../text/matching';
import type { Piece } from '../text/glued';
import { keptNames } from './keptNames';
import { withheldMentions } from '../plan/RedactionPlan';
import { joinWords } from '../text/joinWords';
import { reversed } from '../text/reversed';
import { isSmall } from '../text/writing';

/** A form that must not stand in anything published. */
export interface ProtectedForm {
  /** The form in small letters as it is written, accents included, without the signs around its words. */
  text: string;
  entityId: string;
  /** True when a kept name of several words has it too: it may stand within that name, and nowhere else. */
  shared?: true;
  /** True when it was given with a small letter: it is a word that is withheld as such, and not a name. */
  small?: true;
}

/** Digits at the end of a phone number that tell whose it is: the number is said and written without the rest too. */
const SUBSCRIBER_DIGITS = 7;

/** Types whose single words mean nothing alone: the parts of a date or a number are everywhere. */
const WHOLE_ONLY: ReadonlySet<EntityType> = new Set(['phone', 'email', 'id', 'date']);

/**
 * Returns every form of what is withheld: names, aliases, each marked run as it was said, and the single words of them
 * that are not common words (a surname alone names the person too). What is kept on purpose is left out.
 * @param isCommonWord tells whether a folded word is everyday language.
 * @param isWord tells the same, also of words that are names too.
 */
export function protectedForms(
  document: ProjectDocument,
  isCommonWord: (word: string) => boolean,
  isWord: (word: string) => boolean = isCommonWord,
): ProtectedForm[] {
  const words = new Map(document.words.map((word) => [word.id, word]));
  const phrases = new Map<string, string[]>();
  const mentions = withheldMentions(document);
  for (const mention of mentions) {
    const said = mention.stretch ? [] : [joinWords(mention.wordIds.flatMap((id) => words.get(id) ?? []))];
    phrases.set(mention.entityId, [...(phrases.get(mention.entityId) ?? []), ...said]);
  }
  const keeping = document.entities.filter((e) => e.decision === 'keep');
  const kept = new Set(keptNames(document, isWord).map(keyOf));
  const partsOfKept = new Set(
    keeping.flatMap((e) => [
      ...formsOf(e, [], isCommonWord).map(keyOf),
      ...[e.name, ...e.aliases].flatMap((name) => partsOf(foldPhrase(name))),
    ]),
  );
  const forms = new Map<string, ProtectedForm>();
  for (const entity of document.entities) {
    const said = phrases.get(entity.id);
    if (entity.decision !== 'withhold' && !said) continue;
    const drawnOnly = mentions.filter((m) => m.entityId === entity.id).every((m) => m.drawn || m.stretch);
    const small = new Set([entity.name, ...entity.aliases].filter((name) => isSmall(name)).map(keyOf));
    for (const text of formsOf(entity, said ?? [], isCommonWord)) {
      // A stretch of time touches whatever is said there; everyday words in it are not names, nor is "Interviewer".
      if (drawnOnly && said && foldPhrase(text).every(isCommonWord)) continue;
      if (kept.has(keyOf(text))) continue;
      forms.set(text, {
        text,
        entityId: entity.id,
        ...(partsOfKept.has(keyOf(text)) && { shared: true }),
        ...(small.has(text) && { small: true }),
      });
    }
  }
  return [...forms.values()];
}

/** Returns the rows of words within a longer name, everyday ones among them. */
const partsOf = (words: readonly string[]): string[] =>
  words.flatMap((_, from) =>
    words.slice(from).flatMap((__, more) => {
      const part = words.slice(from, from + more + 1);
      return part.length < words.length ? [part.join(' ')] : [];
    }),
  );

function formsOf(entity: Entity, said: readonly string[], isCommonWord: (word: string) => boolean): string[] {
  const forms = new Set<string>();
  for (const phrase of [entity.name, ...entity.aliases, ...said]) {
    if (foldPhrase(phrase).length === 0) continue;
    const whole = phrase.split(/\s+/u).map((word) => splitWord(word).core);
    forms.add(whole.join(' ').normalize('NFKC').toLowerCase());
    if (entity.type === 'email') for (const form of addressForms(whole.join(' '))) forms.add(form);
    if (WHOLE_ONLY.has(entity.type)) continue;
    for (const word of plainWords(phrase)) {
      if (word.length > 1 && !foldPhrase(word).every(isCommonWord)) forms.add(word);
    }
  }
  return [...forms];
}

const SIGNS_SPOKEN: Readonly<Record<string, string>> = {
  '@': 'at',
  '.': 'dot',
  _: 'underscore',
  '-': 'dash',
};

/** Returns an address as it is said, and what stands before its @ when that is more than one word. */
function addressForms(address: string): string[] {
  const plain = address.normalize('NFKC').toLowerCase();
  const spoken = plain.replace(/[@._-]/gu, (sign) => ` ${SIGNS_SPOKEN[sign] ?? ''} `);
  const [mailbox = ''] = plain.split('@');
  return [spoken.replace(/\s+/gu, ' '), ...(foldPhrase(mailbox).length > 1 ? [mailbox] : [])];
}

/** Returns the key of a form. It is the same for a long number however its digits are grouped. */
function keyOf(form: string): string {
  const words = foldPhrase(form);
  return numberOf(words) ?? words.join(' ');
}

/** Least letters and digits that tell a document's number. */
const TELLING_NUMBER_CHARACTERS = 5;

/**
 * Returns the end of a long number by which it is found, with its country's code or without; null for anything else.
 */
export function tellingDigits(form: string): string | null {
  const number = numberOf(foldPhrase(form));
  return number === null ? null : number.slice(-Math.max(SUBSCRIBER_DIGITS, number.length - 4));
}

/**
 * Returns the letters and digits of a mixed form in a row, such as a passport's or a car's number; null for anything
 * else.
 */
function codeOf(folded: readonly string[]): string | null {
  const code = folded.join('');
  return code.length >= TELLING_NUMBER_CHARACTERS && /\p{L}/u.test(code) && /\d.*\d/u.test(code)
    ? code
    : null;
}

/** A place of a form: positions of the text that it begins in and of the one that it ends in. */
export interface FoundForm {
  at: number;
  last: number;
  entityId: string;
}

/** Protected forms in an order by which they are found fast. */
export class FormIndex {
  readonly #byFirst = new Map<string, { wanted: string[]; entityId: string }[]>();
  readonly #numbers: { number: string; entityId: string }[] = [];
  readonly #codes: { code: string; entityId: string }[] = [];

  constructor(forms: readonly ProtectedForm[]) {
    for (const { text, entityId } of forms) {
      const number = tellingDigits(text);
      if (number !== null) {
        this.#numbers.push({ number, entityId });
        continue;
      }
      const wanted = foldPhrase(text);
      const [first] = wanted;
      if (first === undefined) continue;
      const code = codeOf(wanted);
      for (const one of code === null ? [] : [code, reversed(code)]) {
        this.#codes.push({ code: one, entityId });
        // The digits of a document's number tell it without the letters of its series.
        const [digits] = /\d{6,}/u.exec(one) ?? [];
        if (digits !== undefined) this.#numbers.push({ number: digits, entityId });
      }
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { wanted, entityId }]);
    }
  }

  /** Finds every place where a form stands among folded words. */
  find(pieces: readonly Piece[], texts: readonly string[] = []): FoundForm[] {
    const found: FoundForm[] = [];
    const tell = (i: number, end: number | null, entityId: string) => {
      const [first, last] = [pieces[i], end === null ? undefined : pieces[end - 1]];
      if (first && last) found.push({ at: first.at, last: last.at, entityId });
    };
    for (const [i, { folded }] of pieces.entries()) {
      for (const first of new Set([folded, stemOf(folded)])) {
        for (const { wanted, entityId } of this.#byFirst.get(first) ?? []) {
          tell(i, matchAt(pieces, i, wanted), entityId);
        }
      }
      for (const { code, entityId } of this.#codes) {
        if (code.startsWith(folded)) tell(i, endOfRow(pieces, i, code), entityId);
      }
    }
    for (const run of digitRuns(pieces)) {
      for (const { number, entityId } of this.#numbers) {
        const start = run.digits.indexOf(number);
        if (start < 0) continue;
        // The digits in front are its country's code; those that follow are something else.
        const last = run.places[start + number.length - 1] ?? 0;
        const first =
          run.places.findLast((place, k) => k <= start && endsSentence(texts, place - 1)) ?? run.places[0];
        found.push({ at: first ?? last, last, entityId });
      }
    }
    return found;
  }
}

/**
 * Returns the position behind letters and digits that begin at `i`, however they are grouped; null when others stand
 * there.
 */
function endOfRow(pieces: readonly Piece[], i: number, code: string): number | null {
  let row = '';
  let end = i;
  while (row.length < code.length && end < pieces.length) row += pieces[end++]?.folded ?? '';
  return row === code ? end : null;
}

/** Digits as they are dictated, in English and in Russian. */
const DICTATED = new Map(
  [
    'zero one two three four five six seven eight nine',
    'oh one two three four five six seven eight nine',
    'ноль один два три четыре пять шесть семь восемь девять',
    'нуль одна две три четыре пять шесть семь восемь девять',
  ].flatMap((row) =>
    row.split(' ').map((word, digit): [string, string] => [foldPhrase(word).join(), `${digit}`]),
  ),
);

const digitsOf = (folded: string): string | undefined =>
  /^\d+$/u.test(folded) ? folded : DICTATED.get(folded);

const endsSentence = (texts: readonly string[], at: number): boolean =>
  /[.!?…。！？؟۔]["'”’»)\]]*$/u.test(texts[at] ?? '');

/** Returns digits that stand beside each other, however they are grouped, and for each the position of its text. */
function digitRuns(pieces: readonly Piece[]): { digits: string; places: number[] }[] {
  const runs: { digits: string; places: number[] }[] = [];
  let open = false;
  for (const { folded, at } of pieces) {
    const digits = digitsOf(folded);
    if (digits !== undefined) {
      if (!open) runs.push({ digits: '', places: [] });
      const run = runs.at(-1);
      if (run) run.digits += digits;
      run?.places.push(...Array.from(digits, () => at));
    }
    open = digits !== undefined;
  }
  return runs;
}
