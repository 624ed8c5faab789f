import { ChangeSet, type EditorState, type Range, type StateEffect, type Text } from '@codemirror/state';
import { Decoration, type EditorView, type ViewUpdate } from '@codemirror/view';
import type { Suggestion } from '../../../shared/model/suggestion';
import { applyCommand } from '../../../shared/document/commands';
import type { ProjectDocument } from '../../../shared/document/document';
import { splitWord } from '../../../shared/model/marker';
import { buildPlan, type RedactionPlan } from '../../../shared/plan/RedactionPlan';
import { indexWords } from '../../../shared/plan/wordIndex';
import { correctWords } from '../../../shared/edits/correctWords';
import { markNames } from '../../../shared/edits/markNames';
import { joinWords } from '../../../shared/text/joinWords';
import { linesOf } from '../../../shared/text/lines';
import { piecesOf } from '../../../shared/text/matching';
import { isSpaceless } from '../../../shared/text/spaceless';
import { wordCase } from '../../../shared/text/wordCase';
import type { Word } from '../../../shared/model/word';
import type { Found } from '../../../shared/text/findSpaceless';
import type { Interview } from '../../session/interview/Interview';
import { barsOf, foundIn, opensOf, peekedIn, suggestedIn, unsureIn, type Written } from './decorations';
import type { Layer } from './defineLayer';
import { fromDocument } from './fromDocument';
import { nameLanguages } from './languageLines';
import { placeHeadings } from './headingLines';
import {
  bars,
  found,
  headings,
  lineLabels,
  lineLanguages,
  opens,
  peeked,
  spoken,
  suggested,
  unsure,
} from './layers';
import { labelLines, speakerLabels } from './speakerLines';
import { tokenAt, tokensOf, type Tokens } from './tokens';
import { writtenWords } from './writtenWords';

/** Milliseconds after the last key until what was typed is kept. */
const KEEP_AFTER_MILLISECONDS = 600;

/** Number of marks that are made for nobody: the browser compiles what was run a few times. */
const REHEARSALS = 6;
/** Number of words in which each is made: enough to be compiled, and few enough to be in nobody's way. */
const REHEARSED_WORDS = 3000;

/** The things that are shown beside the words, except decisions about them. */
interface ShownBeside {
  suggestions: readonly Suggestion[];
  /** True while withheld words are shown. */
  peek: boolean;
  /** True to show the words that the recogniser was not sure of. */
  unsure: boolean;
  /** The mention that the panel is about. */
  selected: string | null;
  /** The id of the word above whose line a heading is about to be written. */
  heading: string | null;
  /** The places of what is looked for, and the number of the one that is gone to. */
  found: readonly Found[];
  current: number;
  /** The headings in which that is found, by the id of their chapter; true for the one that is gone to. */
  headingsFound: ReadonlyMap<string, boolean>;
  /** The ids of the chapters whose headings would stop an export. */
  stopping: ReadonlySet<string>;
}

const SPOKEN = Decoration.mark({ class: 'spoken' });

/** Returns the text of a transcript, with a line for each paragraph or turn. */
export const textOf = (words: readonly Word[]): string =>
  linesOf(words)
    .map(({ first, end }) => joinWords(words.slice(first, end)))
    .join('\n');

/**
 * Keeps an editor's text and the words of a document the same. What is typed is gathered for a moment and becomes one
 * correction. What undo or the recogniser changes in the document changes the text where it differs.
 */
export class TranscriptBinding {
  #words: readonly Word[];
  #tokens: Tokens;
  /** The text when it last agreed with the document, and what was typed since. */
  #base: Text;
  #typed: ChangeSet | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: ShownBeside = {
    suggestions: [],
    peek: false,
    unsure: false,
    selected: null,
    heading: null,
    found: [],
    current: 0,
    headingsFound: new Map(),
    stopping: new Set(),
  };
  #plan: { document: ProjectDocument; plan: RedactionPlan } | null = null;
  /** The values that each layer was made from. */
  readonly #madeOf = new Map<Layer, readonly unknown[]>();
  #waits = false;
  #getting = 0;
  #rehearsals = REHEARSALS;
  readonly #forget: () => void;

  readonly view: EditorView;
  /** Called when what was typed is in the document, where words have new positions. */
  onKept: () => void = () => undefined;
  onHeadingLeft: (wordId: string | null) => void = () => undefined;
  /**
   * True while the person looks at a place of their own choice. Until that is seen again, the word being said is not
   * brought into view.
   */
  looksElsewhere = false;

  /** @param mount shows the editor. It is quicker with all that is shown than when that comes a moment later. */
  constructor(
    readonly interview: Interview,
    state: EditorState,
    mount: (state: EditorState) => EditorView,
  ) {
    this.#words = interview.document.words;
    this.#base = state.doc;
    this.#tokens = tokensOf(this.#base, this.#words);
    this.view = mount(state.update({ effects: this.#changedLayers(state) }).state);
    this.#readySoon();
    this.#forget = interview.store.subscribe((state, before) => {
      if (state.document !== before.document) this.#follow();
    });
  }

  /** Keeps what was typed, and returns the words of the text, which now agrees with the document. */
  get tokens(): Tokens {
    this.keep();
    return this.#tokens;
  }

  /** Returns the words without what is being typed, so places may be off by that. */
  get agreed(): Tokens {
    return this.#tokens;
  }

  /**
   * Finds the word of the document at a place of the text, or the one before it in its line. Text that is being typed
   * is in no word yet.
   */
  wordAt(position: number): number {
    const agreed = this.#typed?.invertedDesc.mapPos(position) ?? position;
    const { starts, lineFirst } = this.#tokens;
    const { to, number } = this.#base.lineAt(agreed);
    const word = tokenAt(this.#tokens, agreed);
    const isBelow = (starts[word] ?? Infinity) > to && word > (lineFirst[number - 1] ?? 0);
    return isBelow ? word - 1 : word;
  }

  get plan(): RedactionPlan {
    const { document } = this.interview;
    if (this.#plan?.document !== document) this.#plan = { document, plan: buildPlan(document) };
    return this.#plan.plan;
  }

  /** Takes in every update of the editor. */
  update(update: ViewUpdate): void {
    if (!update.docChanged) return;
    if (update.transactions.every((one) => one.annotation(fromDocument))) return;
    this.#typed = this.#typed ? this.#typed.compose(update.changes) : update.changes;
    this.interview.noteDraft(this, true);
    this.#keepSoon();
  }

  /** Keeps what was typed in a moment, but not while an undo is on its way: what was typed goes on top of that. */
  #keepSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => (this.interview.isMoving ? this.#keepSoon() : this.keep()),
      KEEP_AFTER_MILLISECONDS,
    );
  }

  /** Makes what was typed a correction of the document. Does nothing if nothing was typed. */
  keep(): void {
    const typed = this.#typed;
    if (!typed) return;
    clearTimeout(this.#timer);
    this.#typed = null;
    const text = this.view.state.doc;
    const change = changedLines(typed, this.#base, text);
    const [base, tokens, words] = [this.#base, this.#tokens, this.#words];
    this.#base = text;
    if (change) {
      const first = tokens.lineFirst[change.old.first - 1] ?? 0;
      const end = tokens.lineFirst[change.old.last] ?? 0;
      const { runs } = this.plan;
      const now = writtenWords(text, typed, { tokens, words, runs }, change.now);
      const command = correctWords(this.interview.document, first, end - first, now);
      if (command) this.interview.execute(command);
      else this.#agree();
    }
    this.#tokens = tokensOf(this.#base, this.#words);
    this.interview.noteDraft(this, false);
    if (base !== text) this.#decorate();
    this.onKept();
  }

  /** Changes what is shown beside the words. */
  show(shown: Partial<ShownBeside>): void {
    this.#shown = { ...this.#shown, ...shown };
    this.#decorate();
  }

  /** Makes several changes, and shows their result at once. */
  together(change: () => void): void {
    this.#waits = true;
    try {
      change();
    } finally {
      this.#waits = false;
      this.#decorate();
    }
  }

  /** Marks the word that is being said; null for none. */
  say(word: number | null): void {
    if (this.#typed) return;
    const { starts, ends } = this.#tokens;
    const from = word === null ? undefined : starts[word];
    const to = word === null ? undefined : ends[word];
    const said = from === undefined || to === undefined || to <= from ? [] : [SPOKEN.range(from, to)];
    const effects = spoken.show(this.view.state, said);
    if (effects.length > 0) this.view.dispatch({ effects });
  }

  /** Returns the first and the last word that a selection touches; null where there are none. */
  wordsIn({ from, to }: { from: number; to: number }): { first: number; last: number } | null {
    const { tokens } = this;
    const first = tokenAt(tokens, from);
    const start = tokens.starts[first];
    if (start === undefined) return null;
    if (from === to) return start <= from ? { first, last: first } : null;
    let last = tokenAt(tokens, to - 1);
    if ((tokens.starts[last] ?? Infinity) >= to) last--;
    return last < first ? null : { first, last };
  }

  /** Returns the selected part of a word in a script without spaces; null when only whole words are selected. */
  partIn({ from, to }: { from: number; to: number }): string | null {
    const chosen = this.wordsIn({ from, to });
    if (!chosen) return null;
    const { starts, ends } = this.tokens;
    const { doc } = this.view.state;
    const isWithin = (at: number, word: number) =>
      at > (starts[word] ?? at) &&
      at < (ends[word] ?? at) &&
      isSpaceless(doc.sliceString(at - 1, at + 1), 0) === true;
    if (!isWithin(from, chosen.first) && !isWithin(to, chosen.last)) return null;
    const begin = isWithin(from, chosen.first) ? from : (starts[chosen.first] ?? from);
    const end = isWithin(to, chosen.last) ? to : (ends[chosen.last] ?? to);
    return splitWord(doc.sliceString(begin, end)).core;
  }

  destroy(): void {
    this.keep();
    clearTimeout(this.#timer);
    cancelIdleCallback(this.#getting);
    this.#forget();
  }

  /** Makes the text read as the words do, where typing changed none of them. */
  #agree(): void {
    const change = differing(this.#base, this.#words);
    if (!change) return;
    const came = ChangeSet.of(narrowed(this.#base, change), this.#base.length);
    this.#base = came.apply(this.#base);
    this.#tokens = tokensOf(this.#base, this.#words);
    this.view.dispatch({ changes: came, annotations: fromDocument.of(true) });
  }

  /** Takes over a change of the document. */
  #follow(): void {
    const { words } = this.interview.document;
    if (words === this.#words) return this.#decorate();
    this.#words = words;
    this.#readySoon();
    const change = differing(this.#base, words);
    if (change) {
      const came = ChangeSet.of(narrowed(this.#base, change), this.#base.length);
      const typed = this.#typed;
      // Whoever is told of this update asks for the words as they are after it.
      this.#base = came.apply(this.#base);
      this.#tokens = tokensOf(this.#base, words);
      // What is being typed moves along with the change, and is kept when typing ends.
      this.#typed = typed?.map(came) ?? null;
      this.view.dispatch({
        changes: typed ? came.map(typed, true) : came,
        annotations: fromDocument.of(true),
      });
    } else this.#tokens = tokensOf(this.#base, words);
    this.#decorate();
  }

  /**
   * Looks through the words in idle moments, one look at a time. What is found is remembered, so that the next mark is
   * made quickly. Marks that nobody keeps are made then, too, since the first of all takes twice as long as others.
   */
  #readySoon(): void {
    cancelIdleCallback(this.#getting);
    const { words } = this.interview.document;
    const looks = [piecesOf, wordCase, indexWords].map((look) => () => void look(words));
    const marks = this.#rehearsals > 0 ? rehearsals(this.interview, this.#rehearsals) : [];
    const next = ([look, ...more]: readonly (() => void)[]) => {
      if (!look) return;
      this.#getting = requestIdleCallback(() => {
        look();
        next(more);
      });
    };
    next([
      ...looks,
      ...marks.map((mark) => () => {
        mark();
        this.#rehearsals--;
      }),
    ]);
  }

  #decorate(): void {
    if (this.#typed || this.#waits) return;
    const effects = this.#changedLayers(this.view.state);
    if (effects.length > 0) this.view.dispatch({ effects });
  }

  #changedLayers(state: EditorState): StateEffect<unknown>[] {
    const { plan } = this;
    const { document } = this.interview;
    const { words, mentions, entities, chapters } = document;
    if (this.#tokens.starts.length !== words.length) return [];
    const { suggestions, peek, unsure: isUnsure, selected, heading, found: places, current } = this.#shown;
    const { headingsFound, stopping } = this.#shown;
    const tokens = this.#tokens;
    const written: Written = { text: state.doc, tokens, words };
    const labels = speakerLabels(document, peek);
    /** Makes a layer anew if a value that it is made from changed. */
    const made = (layer: Layer, of: readonly unknown[], make: () => Range<Decoration>[]) => {
      const before = this.#madeOf.get(layer);
      if (before && of.every((one, i) => one === before[i])) return [];
      this.#madeOf.set(layer, of);
      return layer.show(state, make());
    };
    return [
      ...made(bars, [plan, tokens, peek, selected], () => (peek ? [] : barsOf(written, plan, selected))),
      ...made(peeked, [plan, tokens, peek], () => (peek ? peekedIn(written, plan) : [])),
      ...made(opens, [mentions, entities, tokens, selected], () => opensOf(written, document, selected)),
      ...made(suggested, [suggestions, tokens, words], () => suggestedIn(written, suggestions)),
      ...made(unsure, [isUnsure, tokens, words], () => (isUnsure ? unsureIn(written) : [])),
      ...made(found, [places, current, tokens], () => foundIn(written, places, current)),
      ...made(lineLabels, [labels, tokens, words], () => labelLines(written, labels)),
      ...made(headings, [chapters, heading, tokens, headingsFound, stopping], () =>
        placeHeadings(written, this, { begun: heading, found: headingsFound, stopping }),
      ),
      ...made(lineLanguages, [document.language, tokens, words], () =>
        nameLanguages(written, document.language),
      ),
    ];
  }
}

/** Returns what makes marks in a few parts of a transcript, and plans their bars, without keeping any. */
const rehearsals = ({ document }: Interview, count: number): (() => void)[] =>
  Array.from({ length: count }, (_, i) => () => {
    const at = Math.floor((i * document.words.length) / count);
    const part = {
      ...document,
      words: document.words.slice(at, at + REHEARSED_WORDS),
      entities: [],
      mentions: [],
    };
    const { core } = splitWord(part.words[0]?.text ?? '');
    if (core === '') return;
    const { command } = markNames(part, [{ text: core, type: 'person' }], 'rough');
    if (command) buildPlan(applyCommand(part, command).document);
  });

/** Lines by number, from 1, both included. */
interface Lines {
  first: number;
  last: number;
}

/** Finds which lines of the old text became which lines of the new one; null when nothing changed. */
function changedLines(typed: ChangeSet, base: Text, text: Text): { old: Lines; now: Lines } | null {
  let [fromA, toA, fromB, toB] = [Infinity, -1, Infinity, -1];
  typed.iterChangedRanges((a, endA, b, endB) => {
    [fromA, toA] = [Math.min(fromA, a), Math.max(toA, endA)];
    [fromB, toB] = [Math.min(fromB, b), Math.max(toB, endB)];
  });
  if (toA < 0) return null;
  return {
    old: { first: base.lineAt(fromA).number, last: base.lineAt(toA).number },
    now: { first: text.lineAt(fromB).number, last: text.lineAt(toB).number },
  };
}

interface Replaced {
  from: number;
  to: number;
  insert: string;
}

/** Cuts off the ends of a change that stay the same, so that a selection in them stays too. */
function narrowed(doc: Text, { from, to, insert }: Replaced): Replaced {
  const before = doc.sliceString(from, to);
  const shorter = Math.min(before.length, insert.length);
  let start = 0;
  while (start < shorter && before[start] === insert[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === insert.at(-1 - tail)) tail++;
  return { from: from + start, to: to - tail, insert: insert.slice(start, insert.length - tail) };
}

/**
 * Finds the smallest run of lines of an editor's text that differs from the words, and what it should read. Empty lines
 * do not count, since somebody may be about to fill them.
 */
function differing(doc: Text, words: readonly Word[]): Replaced | null {
  const filled = Array.from({ length: doc.lines }, (_, i) => i + 1).filter(
    (line) => doc.line(line).text.trim() !== '',
  );
  const wanted = linesOf(words);
  const reads = (i: number): string =>
    doc
      .line(filled[i] ?? 1)
      .text.trim()
      .replace(/\s+/gu, ' ');
  const should = (i: number): string => joinWords(words.slice(wanted[i]?.first, wanted[i]?.end));
  const shorter = Math.min(filled.length, wanted.length);
  let start = 0;
  while (start < shorter && reads(start) === should(start)) start++;
  let tail = 0;
  while (tail < shorter - start && reads(filled.length - 1 - tail) === should(wanted.length - 1 - tail))
    tail++;
  if (start === filled.length && start === wanted.length) return null;

  const lines = Array.from({ length: wanted.length - tail - start }, (_, i) => should(start + i));
  const [first, last] = [filled[start], filled[filled.length - 1 - tail]];
  if (first === undefined || last === undefined || first > last) {
    // No line is removed: the new ones come in front of the first that stays, or behind all.
    const next = filled[start];
    if (next !== undefined)
      return { from: doc.line(next).from, to: doc.line(next).from, insert: `${lines.join('\n')}\n` };
    return { from: doc.length, to: doc.length, insert: `${doc.length > 0 ? '\n' : ''}${lines.join('\n')}` };
  }
  const [from, to] = [doc.line(first).from, doc.line(last).to];
  if (lines.length > 0) return { from, to, insert: lines.join('\n') };
  // Lines that are removed take one line break with them.
  return to < doc.length ? { from, to: to + 1, insert: '' } : { from: Math.max(0, from - 1), to, insert: '' };
}
