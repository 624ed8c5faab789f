import type { Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import { chaptersInOrder } from '../../../shared/plan/chaptersInOrder';
import { indexWords } from '../../../shared/plan/wordIndex';
import type { Written } from './decorations';
import { HeadingField, type HeadingHost } from './HeadingField';

/** The things that are shown of headings, beside their text. */
interface ShownOfHeadings {
  /** The id of the word above whose line a new one is about to be written. */
  begun: string | null;
  /** The headings in which something is found, by the id of their chapter; true for the one that is gone to. */
  found: ReadonlyMap<string, boolean>;
  /** The ids of the chapters whose headings would stop an export. */
  stopping: ReadonlySet<string>;
}

/** Puts headings above their lines. */
export function placeHeadings(
  { text, tokens: { starts }, words }: Written,
  host: HeadingHost,
  { begun, found, stopping }: ShownOfHeadings,
): Range<Decoration>[] {
  const fields = chaptersInOrder(host.interview.document).map(({ id, wordId, text: heading, at }) => {
    const current = found.get(id);
    const look = {
      stops: stopping.has(id),
      found: current === undefined ? null : current ? ('current' as const) : ('one' as const),
    };
    return { at, widget: new HeadingField(host, id, wordId, heading, look) };
  });
  const at = begun === null ? undefined : indexWords(words).at.get(begun);
  if (at !== undefined) fields.push({ at, widget: new HeadingField(host, null, begun, '') });
  return fields.map(({ at: word, widget }) =>
    Decoration.widget({ widget, block: true, side: -1 }).range(text.lineAt(starts[word] ?? 0).from),
  );
}
