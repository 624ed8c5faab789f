import { create } from 'zustand';
import type { Span } from '../../shared/model/entity';
import type { SelectionPlace } from './placeBar';
import type { TranscriptBinding } from './transcript/TranscriptBinding';

export interface EditorState {
  binding: TranscriptBinding | null;
  /** Words that are selected. */
  selection: { first: number; last: number } | null;
  /** It was selected from elsewhere, by who looks for something: nothing is to be done with it there. */
  looked: boolean;
  /** Where the selection is on the screen; null until it is drawn. */
  selectionPlace: SelectionPlace | null;
  /** The word at the caret. */
  caret: number | null;
  /** A time range that was drawn on the waveform. */
  drawn: Span | null;
  /** The mark that the panel is about. */
  mention: string | null;
  /** Somebody tried to change what is under its bar. */
  touched: boolean;
  /** A part of the picture is about to be covered. */
  covering: boolean;
  /** The cover that is chosen. */
  cover: string | null;
  /** The cover that the keyboard goes to as soon as it is on the picture. */
  coverToFocus: string | null;
  peek: boolean;
  unsure: boolean;
  finding: boolean;
  /** Keys say who speaks, and nothing is typed. */
  speaking: boolean;
  /** The name of who speaks is about to be typed. */
  naming: boolean;
  /** The word above whose line a heading is about to be written. */
  heading: string | null;
  /** The chapter whose heading is gone to as soon as the transcript is on the screen. */
  headingToFocus: string | null;
  /** The identity of which is about to be typed what readers are told. */
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

/** The state that the parts of the editor share, of the interview that is shown. */
export const useEditor = create<EditorState>(() => EMPTY);

export const resetEditor = (): void => useEditor.setState(EMPTY);
