import type { EditorState } from '@codemirror/state';
import { bars, peeked } from './layers';

/** A withheld place of the text, in characters. It is under a bar, or looked at for a moment in its place. */
export interface HiddenPlace {
  from: number;
  to: number;
}

/** Returns the withheld places that touch a stretch of the text, in order. */
export function placesHidden(state: EditorState, from: number, to: number): HiddenPlace[] {
  const places: HiddenPlace[] = [];
  for (const { field } of [bars, peeked])
    state.field(field).between(from, to, (begin, end) => {
      // A marker for sound without words stands between two characters and hides none.
      if (begin < end) places.push({ from: begin, to: end });
    });
  return places.sort((a, b) => a.from - b.from);
}
