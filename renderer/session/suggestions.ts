import { useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProjectDocument } from '../../shared/document/document';
import { toAppErrorShape, type AppErrorShape } from '../../shared/model/errors';
import { namesOf } from '../../shared/leaks/EntityNames';
import { detailsIn, namesIn } from '../../shared/leaks/namesAndDetails';
import { openSuggestions, type TranscriptSuggestion } from '../../shared/leaks/openSuggestions';
import { isAskedAt } from '../../shared/leaks/isAskedAt';
import { QUESTION_LEVELS, type QuestionLevel } from '../../shared/model/questionLevel';
import type { Suggestion } from '../../shared/model/suggestion';
import { indexWords } from '../../shared/plan/wordIndex';
import { call } from './calls/call';
import type { Interview } from './interview/Interview';
import { toldOf } from './interview/told';
import { useInterview } from './useInterview';
import { onLocking } from './leaveInterview';
import { OwnReading, type OwnReadingState } from './OwnReading';
import { stillRead } from './stillRead';
import { openInterviewOf, sessionNow, useSession } from './useSession';

export interface Suggestions {
  /**
   * The undecided suggestions that are asked about, in the order of the transcript. Those in labels of speakers and
   * headings come first.
   */
  open: readonly TranscriptSuggestion[];
  /** Undecided details. They are no names, so they wait for nobody and are counted by themselves. */
  details: readonly TranscriptSuggestion[];
  /** Number of suggestions that would be open at each level of being asked. */
  counts: Readonly<Record<QuestionLevel, number>>;
  /** True while they are being looked for, for the first time or anew. */
  loading: boolean;
  error: AppErrorShape | null;
  /** The reason why it is not known what is left of withheld names. */
  leftError: AppErrorShape | null;
}

/**
 * Milliseconds without a change before names are looked for. Four hours take the main process about half a second,
 * which is too much after every word that is typed.
 */
const QUIET_MILLISECONDS = 2000;
/** Milliseconds from a key to the suggestions that follow it. First its effect is painted, and that of the next key. */
const BEHIND_KEYS_MILLISECONDS = 200;
/** Milliseconds after which names are looked for even without an idle moment. */
const AT_LAST_MILLISECONDS = 500;

const NO_COUNTS = { fewer: 0, balanced: 0, everything: 0 };

function countsOf(all: readonly TranscriptSuggestion[]): Record<QuestionLevel, number> {
  const counts = { ...NO_COUNTS };
  for (const one of all) for (const level of QUESTION_LEVELS) if (isAskedAt(level, one)) counts[level]++;
  return counts;
}

class SuggestionSource {
  readonly store: StoreApi<Suggestions> = createStore(() => ({
    open: [],
    counts: NO_COUNTS,
    details: [],
    loading: true,
    error: null,
    leftError: null,
  }));
  readonly ownReading = new OwnReading();
  /** The file of a names model of one's own, or nothing; and the file of the model that read what was found. */
  #namesModel = sessionNow().settings.namesModel;
  #foundWith = '';
  #found: readonly TranscriptSuggestion[] = [];
  #details: readonly TranscriptSuggestion[] = [];
  #leftovers: readonly TranscriptSuggestion[] = [];
  /** The identities for which the leftovers were found. */
  #leftOf: ProjectDocument['entities'] = [];
  /** The chapters in whose headings they were found. */
  #leftIn: ProjectDocument['chapters'] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** True when something else is said than what was read last. */
  #isBehind = false;
  /** These count the questions, so that an answer that comes too late is not taken. */
  #asked = 0;
  #looked = 0;
  #watching = false;
  #level = sessionNow().settings.ask;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly interview: Interview) {}

  /** Looks for suggestions now, and again whenever something is decided or said, until the interview is left. */
  watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    this.interview.store.subscribe(({ document: now }, { document: before }) => {
      const said =
        now.words !== before.words || now.speakers !== before.speakers || now.chapters !== before.chapters;
      if (said) this.#askSoon();
      if (!said && now.entities === before.entities && now.mentions === before.mentions) return;
      this.#tellSoon();
      this.#lookAgainSoon();
    });
    toldOf(this.interview).subscribe(() => this.#lookAgainSoon());
    // The transcript is painted first.
    requestIdleCallback(
      () => {
        void this.ask();
        void this.lookAgain();
      },
      { timeout: AT_LAST_MILLISECONDS },
    );
  }

  async ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isBehind = false;
    const asked = ++this.#asked;
    this.ownReading.stop();
    if (openInterviewOf(sessionNow()) !== this.interview) return;
    const { words, speakers, chapters } = this.interview.document;
    if (words.length + speakers.length + chapters.length === 0) {
      [this.#found, this.#details] = [[], []];
      this.store.setState({ open: [], counts: NO_COUNTS, details: [], loading: false, error: null });
      return;
    }
    this.store.setState({ loading: true });
    try {
      const { suggestions } = await call('suggest.project', { project: this.interview.project });
      if (asked !== this.#asked) return;
      this.#take(suggestions, '');
      this.store.setState({ loading: this.#isBehind, error: null });
    } catch (error) {
      if (asked === this.#asked)
        this.store.setState({ loading: this.#isBehind, error: toAppErrorShape(error) });
      return;
    }
    await this.#readWithModel(asked);
  }

  /** Reads with a model of one's own. It takes minutes, so what is found without it is shown first. */
  async #readWithModel(asked: number): Promise<void> {
    const model = this.#namesModel;
    if (model === '') return;
    const forget = onLocking(() => this.ownReading.stop());
    const suggestions = await this.ownReading.read(this.interview.project, model);
    forget();
    if (suggestions && asked === this.#asked) this.#take(suggestions, model);
  }

  /** @param foundWith the model that also read the transcript; empty for none. */
  #take(suggestions: readonly Suggestion[], foundWith: string): void {
    const placed = sameAs([...this.#found, ...this.#details], suggestions);
    const isRereading = foundWith === '' && this.#foundWith !== '' && this.#foundWith === this.#namesModel;
    const names = namesIn(placed);
    this.#found = isRereading ? stillRead(this.#found, names, this.interview.document.words) : names;
    if (!isRereading) this.#foundWith = foundWith;
    this.#details = detailsIn(placed);
    this.#tell();
  }

  /** Takes up another names model of one's own, and looks for names anew. */
  readWith(namesModel: string): void {
    if (this.#namesModel === namesModel) return;
    this.#namesModel = namesModel;
    if (this.#watching) void this.ask();
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#isBehind = true;
    if (!this.store.getState().loading) this.store.setState({ loading: true });
    // The model reads what is not said any more.
    this.ownReading.stop();
    this.#timer = setTimeout(() => void this.ask(), QUIET_MILLISECONDS);
  }

  #lookAgainSoon(): void {
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => void this.lookAgain(), QUIET_MILLISECONDS);
  }

  /** Looks for places that are left of what is withheld. */
  async lookAgain(): Promise<void> {
    const looked = ++this.#looked;
    const { document, project } = this.interview;
    if (openInterviewOf(sessionNow()) !== this.interview) return;
    try {
      const { suggestions } =
        document.entities.length > 0
          ? await call('suggest.leftovers', { project, ...toldOf(this.interview).getState() })
          : { suggestions: [] };
      if (looked !== this.#looked) return;
      this.#leftovers = sameAs(this.#leftovers, suggestions);
      this.#leftOf = document.entities;
      this.#leftIn = document.chapters;
      this.store.setState({ leftError: null });
      this.#tell();
    } catch (error) {
      if (looked === this.#looked) this.store.setState({ leftError: toAppErrorShape(error) });
    }
  }

  /** Takes up how much the person wants to be asked. */
  askAt(level: QuestionLevel): void {
    if (this.#level === level) return;
    this.#level = level;
    this.#tell();
  }

  /** Gives the suggestions that are open at this moment. */
  latest(): readonly TranscriptSuggestion[] {
    this.#tell();
    return this.store.getState().open;
  }

  latestDetails(): readonly TranscriptSuggestion[] {
    this.#tell();
    return this.store.getState().details;
  }

  /** Updates the suggestions a little later, since what a key did is painted first. */
  #tellSoon(): void {
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#tell(), BEHIND_KEYS_MILLISECONDS);
  }

  #tell(): void {
    clearTimeout(this.#telling);
    const { document } = this.interview;
    const before = this.store.getState();
    const all = openSuggestions(document, this.#all());
    const open = all.filter((one) => isAskedAt(this.#level, one));
    const counts = countsOf(all);
    const details = openSuggestions(document, this.#details);
    const sameOpen = isSame(open, before.open);
    if (!sameOpen || QUESTION_LEVELS.some((level) => counts[level] !== before.counts[level]))
      this.store.setState({ open: sameOpen ? before.open : open, counts });
    if (!isSame(details, before.details)) this.store.setState({ details });
  }

  /** Returns all suggestions in the order of the transcript; a name comes before what is left of it. */
  #all(): readonly TranscriptSuggestion[] {
    if (this.#leftovers.length === 0) return this.#found;
    const { words, entities, chapters } = this.interview.document;
    const { at } = indexWords(words);
    // A place whose name was kept since is not left any more. The leftovers are looked for anew a little later.
    const isKept = (of: ProjectDocument['entities'], text: string) =>
      namesOf(of).named(text)?.decision === 'keep';
    // Nobody has looked at a heading that was written anew since.
    const headingOf = (of: ProjectDocument['chapters'], id = '') => of.find((one) => one.id === id)?.text;
    const leftovers = this.#leftovers.filter(
      ({ text, left }) =>
        (!isKept(entities, text) || isKept(this.#leftOf, text)) &&
        (left?.kind !== 'heading' || headingOf(chapters, left.of) === headingOf(this.#leftIn, left.of)),
    );
    const placeOf = ({ wordIds: [first] }: TranscriptSuggestion) =>
      first === undefined ? -1 : (at.get(first) ?? Infinity);
    return [...this.#found, ...leftovers].sort((a, b) => placeOf(a) - placeOf(b));
  }
}

/**
 * Returns what was found, with the objects of before for what was found then, too. They are asked for again after every
 * decision, mostly with the same answer, and what shows them draws only what is new.
 */
function sameAs(
  before: readonly TranscriptSuggestion[],
  found: readonly Suggestion[],
): TranscriptSuggestion[] {
  const known = new Map(before.map((one) => [JSON.stringify(one), one]));
  return found.map((one) => {
    const placed = { ...one, wordIds: one.wordIds ?? [] };
    return known.get(JSON.stringify(placed)) ?? placed;
  });
}

/** Compares two lists, so that one that stays the same is not drawn again. */
const isSame = (now: readonly TranscriptSuggestion[], before: readonly TranscriptSuggestion[]): boolean =>
  now.length === before.length && now.every((one, i) => one === before[i]);

const sources = new WeakMap<Interview, SuggestionSource>();

function sourceOf(interview: Interview): SuggestionSource {
  const known = sources.get(interview);
  if (known) return known;
  const source = new SuggestionSource(interview);
  sources.set(interview, source);
  return source;
}

export interface UsedSuggestions extends Suggestions {
  refresh: () => void;
  /** Gives the suggestions that are open at this moment, such as after a command was carried out. */
  latest: () => readonly TranscriptSuggestion[];
  /** Gives the details that are open at this moment. */
  latestDetails: () => readonly TranscriptSuggestion[];
}

/** Gives the undecided suggestions of the open interview. All who use them share them. */
export function useSuggestions(): UsedSuggestions {
  const source = sourceOf(useInterview());
  useEffect(() => source.watch(), [source]);
  const level = useSession(({ settings }) => settings.ask);
  useEffect(() => source.askAt(level), [source, level]);
  const namesModel = useSession(({ settings }) => settings.namesModel);
  useEffect(() => source.readWith(namesModel), [source, namesModel]);
  const refresh = useCallback(() => {
    void source.ask();
    void source.lookAgain();
  }, [source]);
  const latest = useCallback(() => source.latest(), [source]);
  const latestDetails = useCallback(() => source.latestDetails(), [source]);
  return { ...useStore(source.store), refresh, latest, latestDetails };
}

/** Gives the ids of the chapters for whose headings an export would be refused. */
export function useStoppingHeadings(): ReadonlySet<string> {
  const { open } = useSuggestions();
  return useMemo(
    () => new Set(open.flatMap(({ left }) => (left?.kind === 'heading' ? (left.of ?? []) : []))),
    [open],
  );
}

/** Gives what a names model of one's own does with the open interview. */
export const useOwnReading = (): OwnReadingState => useStore(sourceOf(useInterview()).ownReading.store);
