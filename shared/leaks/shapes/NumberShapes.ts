import type { Piece } from '../../text/glued';
import { foldPhrase } from '../../text/matching';
import { codeOf, codesSaid } from './codesSaid';
import { datesOf, datesSaid, type SaidDate } from './datesSaid';
import { digitRuns, partsOf, reversedPartsOf, SHORTEST_NUMBER_DIGITS, wholesOf } from './digitRuns';
import { plainDigits } from './numbersSaid';
import { placeOf, type FoundShape, type ShapedForm } from './shape';

/** Digits of a number; a longer number is told by a part of it. */
const LONG_NUMBER_DIGITS = 5;

/** Finds numbers, codes of letters and digits, and dates, however they are said. */
export class NumberShapes {
  readonly #numbers: { digits: string; entityId: string }[] = [];
  /** Numbers with letters in them, by their letters and digits in a row. */
  readonly #codes = new Map<string, string>();
  readonly #dates: { date: SaidDate; entityId: string }[] = [];

  constructor(private readonly language: string) {}

  learn({ text, entityId, type }: ShapedForm): void {
    const digits = plainDigits(foldPhrase(text).join('')).replace(/\D/gu, '');
    const isNumber = type === 'phone' || type === 'id' || !/\p{L}/u.test(text);
    const code = codeOf(text);
    if (code !== null && type !== 'email' && type !== 'date') this.#codes.set(code, entityId);
    const isYearAlone = type === 'date' && /^\P{N}*\d{4}\P{N}*$/u.test(text);
    if (isNumber && (type !== 'date' || isYearAlone) && digits.length >= SHORTEST_NUMBER_DIGITS)
      for (const one of withEitherCode(digits)) this.#numbers.push({ digits: one, entityId });
    if (type !== 'date' && (type !== 'other' || !/\p{N}/u.test(text))) return;
    for (const date of datesOf(text, this.language)) {
      const isWhole = date.day !== undefined || (type === 'date' && date.year !== undefined);
      if (isWhole) this.#dates.push({ date, entityId });
    }
  }

  find(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    const codes = codesSaid(pieces, new Set(this.#codes.keys()), this.language);
    return [
      ...this.#numbersIn(texts, pieces),
      ...codes.map(({ code, from, end }) => placeOf(pieces, from, end, this.#codes.get(code) ?? '')),
      ...this.#datesIn(texts, pieces),
    ];
  }

  #numbersIn(texts: readonly string[], pieces: readonly Piece[]): FoundShape[] {
    if (this.#numbers.length === 0) return [];
    return digitRuns(pieces, texts, this.language).flatMap((run) =>
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
      datesSaid(pieces, texts, date, this.language).map(([from, end]) =>
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
