import { EditorView } from '@codemirror/view';
import { defineLayer } from './defineLayer';

/** Draws markers in place of words that are withheld. */
export const bars = defineLayer();
/** What is withheld, while it is looked at. */
export const peeked = defineLayer();
/** Mentions that are not withheld. */
export const opens = defineLayer();
export const suggested = defineLayer();
export const unsure = defineLayer();
/** What somebody looks for. */
export const found = defineLayer();
/** The word that is being said. */
export const spoken = defineLayer();
/** Draws who speaks and when, at the head of lines. */
export const lineLabels = defineLayer();
/** Headings above lines. */
export const headings = defineLayer();
/** Tells which language lines are in, where it is not the interview's. */
export const lineLanguages = defineLayer();

/** What the transcript shows beside its words. */
export const layers = [
  ...[bars, peeked, opens, suggested, unsure, found, spoken, lineLabels, lineLanguages, headings].map(
    ({ field }) => field,
  ),
  // The caret steps over what is not shown.
  EditorView.atomicRanges.of((view) => view.state.field(bars.field)),
];
