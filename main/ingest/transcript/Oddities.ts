import { countOf, countWere, noteOf } from './countOf';

const NOTES = {
  notNumbers: (n: number) => `${countWere(n, 'value')} not a number (NaN) and left out.`,
  commas: (n: number) => `${countWere(n, 'comma')} left out that stood behind the last value of a list.`,
  textless: (n: number) => `${countOf(n, 'piece')} without a text ${n === 1 ? 'was' : 'were'} left out.`,
  speakers: (n: number) =>
    `${countOf(n, 'speaker')} could not be read and ${n === 1 ? 'was' : 'were'} left out.`,
  timesAsText: (n: number) =>
    `${countOf(n, 'time')} could not be read and ${n === 1 ? 'was' : 'were'} left out.`,
  negative: (n: number) =>
    `${countOf(n, 'time')} before the recording begins ${n === 1 ? 'was' : 'were'} set to 0.`,
  backward: (n: number) =>
    `${countOf(n, 'piece')} ended before it began; its end is taken from what follows.`,
  reaching: (n: number) =>
    `${countOf(n, 'word')} reached back over those in front of it, and kept its place.`,
  untimed: (n: number) => `${countOf(n, 'piece')} without times: taken from what stands beside.`,
  confidence: (n: number) => `${countWere(n, 'value')} left out that should say how sure a word is.`,
  differing: (n: number) =>
    `In ${countOf(n, 'place')} the file’s text and its list of words differ; the list was taken.`,
  added: (n: number) =>
    `${countOf(n, 'word')} stood in the file’s text and not in its list of words; taken from the text.`,
};

/** Counts what was put right in a file, for its notes. */
export class Oddities {
  readonly #counts = new Map<keyof typeof NOTES, number>();

  count(kind: keyof typeof NOTES, times = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + times);
  }

  get notes(): string[] {
    return [...this.#counts].flatMap(([kind, count]) => noteOf(count, NOTES[kind]));
  }
}
