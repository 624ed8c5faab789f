import { StateEffect, StateField, type Range, type Text } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import type { Suggestion } from '../../../shared/contract/api';
import type { ProjectDocument } from '../../../shared/project/document';
import { splitWord } from '../../../shared/redaction/marker';
import type { RedactionPlan } from '../../../shared/redaction/plan';
import { indexWords } from '../../../shared/transcript/wordIndex';
import type { Tokens } from './tokens';

/** What the transcript shows beside its words. */
export interface Shown {
  document: ProjectDocument;
  plan: RedactionPlan;
  suggestions: readonly Suggestion[];
  /** Withheld words are shown for a moment. */
  peek: boolean;
  /** Words the recogniser was not sure of are shown. */
  unsure: boolean;
  /** The mention that the panel is about. */
  selected: string | null;
}

/** Below this the recogniser's word deserves a second look. */
const UNSURE = 0.6;

/** A bar as wide as the marker that will be published: the width of the word would tell of it. */
export class MarkerBar extends WidgetType {
  constructor(
    readonly marker: string,
    readonly selected: boolean,
    readonly goesOn: boolean,
  ) {
    super();
  }

  override eq(other: MarkerBar): boolean {
    return other.marker === this.marker && other.selected === this.selected && other.goesOn === this.goesOn;
  }

  get text(): string {
    return this.goesOn ? '(…)' : this.marker;
  }

  override toDOM(): HTMLElement {
    const bar = document.createElement('span');
    bar.className = this.selected ? 'withheld selected' : 'withheld';
    bar.textContent = this.text;
    bar.setAttribute('role', 'img');
    bar.setAttribute('aria-label', this.goesOn ? 'withheld, goes on' : `withheld: ${this.marker}`);
    return bar;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

export function decorate(text: Text, { starts, ends }: Tokens, shown: Shown): DecorationSet {
  const { document, plan, suggestions, peek, unsure, selected } = shown;
  const ranges: Range<Decoration>[] = [];
  const place = (first: number, last: number, make: (goesOn: boolean) => Decoration) => {
    // Signs around the words stay in what is published, and are not about them.
    const { lead } = splitWord(document.words[first]?.text ?? '');
    const { tail } = splitWord(document.words[last]?.text ?? '');
    let from = (starts[first] ?? 0) + lead.length;
    const end = (ends[last] ?? from) - tail.length;
    for (let goesOn = false; from < end; goesOn = true) {
      // A bar must not swallow the end of a line: it would join what it stands between.
      const line = text.lineAt(from);
      const to = Math.min(end, line.to);
      if (to > from) ranges.push(make(goesOn).range(from, to));
      from = line.to + 1;
    }
  };

  for (const { first, last, marker, mentionIds } of plan.runs) {
    const isSelected = selected !== null && mentionIds.includes(selected);
    if (last < first) {
      const at = starts[first] ?? text.length;
      ranges.push(
        Decoration.widget({ widget: new MarkerBar(marker, isSelected, false), side: -1 }).range(at),
      );
    } else if (peek) {
      place(first, last, () => Decoration.mark({ class: 'withheld-peeked' }));
    } else {
      place(first, last, (goesOn) =>
        Decoration.replace({ widget: new MarkerBar(marker, isSelected, goesOn) }),
      );
    }
  }

  const { at } = indexWords(document.words);
  const mark = (wordIds: readonly string[], className: string) => {
    const places = wordIds.flatMap((id) => at.get(id) ?? []);
    const [first, last] = [places[0], places.at(-1)];
    if (first !== undefined && last !== undefined)
      place(first, last, () => Decoration.mark({ class: className }));
  };
  const decisions = new Map(document.entities.map(({ id, decision }) => [id, decision]));
  for (const { id, entityId, decision, wordIds } of document.mentions) {
    const made = decision ?? decisions.get(entityId);
    if (made !== 'withhold')
      mark(wordIds, `${made === 'keep' ? 'kept' : 'suggested'}${id === selected ? ' selected' : ''}`);
  }
  for (const { wordIds } of suggestions) mark(wordIds ?? [], 'suggested');
  if (unsure) {
    for (const [i, { confidence, flags }] of document.words.entries()) {
      if (flags || (confidence !== undefined && confidence < UNSURE)) {
        place(i, i, () => Decoration.mark({ class: flags ? 'unsure flagged' : 'unsure' }));
      }
    }
  }
  return Decoration.set(ranges, true);
}

export const setDecorations = StateEffect.define<DecorationSet>();

/** Marks of all kinds; while somebody types they move along, and are made anew when the words are kept. */
export const decorations = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let current = value.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setDecorations)) current = effect.value;
    return current;
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    // The caret steps over what is not shown.
    EditorView.atomicRanges.of((view) =>
      view.state.field(field).update({ filter: (_, __, { spec }) => 'widget' in spec }),
    ),
  ],
});

export const setSpoken = StateEffect.define<{ from: number; to: number } | null>();
const SPOKEN = Decoration.mark({ class: 'spoken' });

/** The word that is being said. */
export const spoken = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let current = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setSpoken)) continue;
      const word = effect.value;
      current =
        word && word.to > word.from ? Decoration.set(SPOKEN.range(word.from, word.to)) : Decoration.none;
    }
    return current;
  },
  provide: (field) => EditorView.decorations.from(field),
});
