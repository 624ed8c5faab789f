import { create } from 'zustand';
import type { Span } from '../../shared/model/entity';
import type { SelectionPlace } from './placeBar';
import type { TranscriptBinding } from './transcript/TranscriptBinding';

export interface EditorState {
  binding: TranscriptBinding | null;
  /** The positions of the first and the last selected word. */
  selection: { first: number; last: number } | null;
  /** True when a search made the selection, so that nothing is offered for it. */
  looked: boolean;
  /** The place of the selection on the screen; null until it is drawn. */
  selectionPlace: SelectionPlace | null;
  /** The position of the word at the caret. */
  caret: number | null;
  /** A time range that was drawn on the waveform. */
  drawn: Span | null;
  /** The mark that the panel is about. */
  mention: string | null;
  /** True once somebody tried to change words under a bar. */
  touched: boolean;
  /** True while a cover is about to be drawn on the picture. */
  covering: boolean;
  /** The cover that is chosen. */
  cover: string | null;
  /** The cover that the keyboard goes to as soon as it is on the picture. */
  coverToFocus: string | null;
  peek: boolean;
  unsure: boolean;
  finding: boolean;
  /** True while keys say who speaks and nothing can be typed. */
  speaking: boolean;
  /** True when the name of a speaker is about to be typed. */
  naming: boolean;
  /** The id of the word above whose line a heading is about to be written. */
  heading: string | null;
  /** The chapter whose heading gets the keyboard as soon as the transcript is on the screen. */
  headingToFocus: string | null;
  /** The identity whose description is about to be typed. */
  describing: string | null;
}

const EMPTY: EditorState = {
  binding: null,
  selection: null,
  looked: false,
  selectionPlace: null,
  caret: null,
  drawn: null,
  mention: null,
  touched: false,
  covering: false,
  cover: null,
  coverToFocus: null,
  peek: false,
  unsure: false,
  finding: false,
  speaking: false,
  naming: false,
  heading: null,
  headingToFocus: null,
  describing: null,
};

/** The state that the parts of the editor share for the interview on the screen. */
export const useEditor = create<EditorState>(() => EMPTY);

export const resetEditor = (): void => useEditor.setState(EMPTY);
