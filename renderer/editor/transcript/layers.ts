import { EditorView } from '@codemirror/view';
import { defineLayer } from './defineLayer';

/** Draws markers in place of words that are withheld. */
export const bars = defineLayer();
/** Shows withheld words while they are looked at. */
export const peeked = defineLayer();
/** Marks mentions that are not withheld. */
export const opens = defineLayer();
export const suggested = defineLayer();
export const unsure = defineLayer();
/** Marks what somebody looks for. */
export const found = defineLayer();
/** Marks the word that is being said. */
export const spoken = defineLayer();
/** Draws who speaks and when, at the head of lines. */
export const lineLabels = defineLayer();
/** Draws headings above lines. */
export const headings = defineLayer();
/** Tells the language of each line that is not in the interview's. */
export const lineLanguages = defineLayer();

/** Everything that the transcript shows beside its words. */
export const layers = [
  ...[bars, peeked, opens, suggested, unsure, found, spoken, lineLabels, lineLanguages, headings].map(
    ({ field }) => field,
  ),
  // The caret steps over hidden words.
  EditorView.atomicRanges.of((view) => view.state.field(bars.field)),
];
