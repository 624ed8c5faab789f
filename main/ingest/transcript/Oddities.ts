import { t } from '../../../shared/messages/messages';
import { noteOf } from './noteOf';

const NOTES = {
  notNumbers: (count: number) =>
    t(
      '{count, plural, one {# value was not a number (NaN) and left out.} other {# values were not a number (NaN) and left out.}}',
      { count },
    ),
  commas: (count: number) =>
    t(
      '{count, plural, one {# comma was left out that stood behind the last value of a list.} other {# commas were left out that stood behind the last value of a list.}}',
      { count },
    ),
  textless: (count: number) =>
    t(
      '{count, plural, one {# piece without a text was left out.} other {# pieces without a text were left out.}}',
      { count },
    ),
  speakers: (count: number) =>
    t(
      '{count, plural, one {# speaker could not be read and was left out.} other {# speakers could not be read and were left out.}}',
      { count },
    ),
  timesAsText: (count: number) =>
    t(
      '{count, plural, one {# time could not be read and was left out.} other {# times could not be read and were left out.}}',
      { count },
    ),
  negative: (count: number) =>
    t(
      '{count, plural, one {# time before the recording begins was set to 0.} other {# times before the recording begins were set to 0.}}',
      { count },
    ),
  backward: (count: number) =>
    t(
      '{count, plural, one {# piece ended before it began; its end is taken from what follows.} other {# pieces ended before they began; their ends are taken from what follows.}}',
      { count },
    ),
  reaching: (count: number) =>
    t(
      '{count, plural, one {# word reached back over those in front of it, and kept its place.} other {# words reached back over those in front of them, and kept their places.}}',
      { count },
    ),
  untimed: (count: number) =>
    t(
      '{count, plural, one {# piece without times: taken from what stands beside.} other {# pieces without times: taken from what stands beside.}}',
      { count },
    ),
  confidence: (count: number) =>
    t(
      '{count, plural, one {# value was left out that should say how sure a word is.} other {# values were left out that should say how sure a word is.}}',
      { count },
    ),
  differing: (count: number) =>
    t(
      '{count, plural, one {In # place the file’s text and its list of words differ; the list was taken.} other {In # places the file’s text and its list of words differ; the list was taken.}}',
      { count },
    ),
  added: (count: number) =>
    t(
      '{count, plural, one {# word stood in the file’s text and not in its list of words; taken from the text.} other {# words stood in the file’s text and not in its list of words; taken from the text.}}',
      { count },
    ),
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
