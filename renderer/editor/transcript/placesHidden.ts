import type { EditorState } from '@codemirror/state';
import { bars, peeked } from './layers';

/** Where the text is withheld, in characters: under bars, or looked at for a moment in their place. */
export interface HiddenPlace {
  from: number;
  to: number;
}

/** The places that touch a stretch of the text, in order. */
export function placesHidden(state: EditorState, from: number, to: number): HiddenPlace[] {
  const places: HiddenPlace[] = [];
  for (const { field } of [bars, peeked])
    state.field(field).between(from, to, (begin, end) => {
      // A marker for sound without words stands between two characters.
      if (begin < end) places.push({ from: begin, to: end });
    });
  return places.sort((a, b) => a.from - b.from);
}
