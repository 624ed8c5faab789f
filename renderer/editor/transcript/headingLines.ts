import type { Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import { chaptersInOrder } from '../../../shared/plan/chaptersInOrder';
import { indexWords } from '../../../shared/plan/wordIndex';
import type { Written } from './decorations';
import { HeadingField, type HeadingHost } from './HeadingField';

/**
 * Puts headings above their lines.
 * @param begun the word above whose line a new one is about to be written.
 */
export function placeHeadings(
  { text, tokens: { starts }, words }: Written,
  host: HeadingHost,
  begun: string | null,
): Range<Decoration>[] {
  const fields = chaptersInOrder(host.interview.document).map(({ id, wordId, text: heading, at }) => ({
    at,
    widget: new HeadingField(host, id, wordId, heading),
  }));
  const at = begun === null ? undefined : indexWords(words).at.get(begun);
  if (at !== undefined) fields.push({ at, widget: new HeadingField(host, null, begun, '') });
  return fields.map(({ at: word, widget }) =>
    Decoration.widget({ widget, block: true, side: -1 }).range(text.lineAt(starts[word] ?? 0).from),
  );
}
