import { StateEffect, StateField, type EditorState, type Range } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Decorations of one kind, which move along with the text while somebody types. */
export interface Layer {
  field: StateField<DecorationSet>;
  /** Returns what makes these the decorations, in any order. It changes few of them, since each new one is drawn. */
  show: (state: EditorState, ranges: readonly Range<Decoration>[]) => StateEffect<DecorationSet>[];
}

export function defineLayer(): Layer {
  const set = StateEffect.define<DecorationSet>();
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(value, transaction) {
      let current = value.map(transaction.changes);
      for (const effect of transaction.effects) if (effect.is(set)) current = effect.value;
      return current;
    },
    provide: (self) => EditorView.decorations.from(self),
  });
  return {
    field,
    show: (state, ranges) => {
      const before = state.field(field);
      const now = changed(before, ranges);
      return now === before ? [] : [set.of(now)];
    },
  };
}

type Place = Pick<Range<Decoration>, 'from' | 'to' | 'value'>;

/** Returns the set with these ranges. All that begin at the same position are replaced together. */
function changed(set: DecorationSet, ranges: readonly Range<Decoration>[]): DecorationSet {
  if (set.size === 0) return ranges.length === 0 ? set : Decoration.set([...ranges], true);
  const same = sameBefore(set, ranges);
  if (same.count === set.size && same.count === ranges.length) return set;
  const wanted = byStart(ranges.slice(same.count));
  const shown = byStart(placesFrom(set, same.position));
  const add = [...wanted].flatMap(([from, group]) => (isSame(shown.get(from), group) ? [] : group));
  const gone = new Set([...shown.keys()].filter((from) => !isSame(wanted.get(from), shown.get(from))));
  if (add.length === 0 && gone.size === 0) return set;
  return set.update({
    add,
    sort: true,
    filter: (from) => !gone.has(from),
    filterFrom: Math.min(...gone),
    filterTo: Math.max(...gone),
  });
}

function byStart<T extends Place>(places: Iterable<T>): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const place of places) {
    const group = groups.get(place.from);
    if (group) group.push(place);
    else groups.set(place.from, [place]);
  }
  return groups;
}

/**
 * Counts the ranges, from the first on, that the set has already in the same order, and tells the position at which the
 * others begin. What begins at one position is counted together.
 */
function sameBefore(
  set: DecorationSet,
  ranges: readonly Range<Decoration>[],
): { count: number; position: number } {
  let [count, position] = [0, 0];
  const cursor = set.iter();
  for (const [i, { from, to, value }] of ranges.entries()) {
    const begins = Math.min(cursor.from, from);
    if (begins > position) [count, position] = [i, begins];
    if (cursor.value !== value || cursor.from !== from || cursor.to !== to) return { count, position };
    cursor.next();
  }
  return cursor.value ? { count, position } : { count: ranges.length, position: Infinity };
}

/** Lists what begins at a position or behind it. */
function* placesFrom(set: DecorationSet, position: number): Generator<Place> {
  const cursor = set.iter(position);
  while (cursor.value) {
    const { from, to, value } = cursor;
    if (from >= position) yield { from, to, value };
    cursor.next();
  }
}

const isSame = (a: readonly Place[] = [], b: readonly Place[] = []): boolean =>
  a.length === b.length && a.every(({ to, value }, i) => to === b[i]?.to && value.eq(b[i].value));
