import { EditorView } from '@codemirror/view';
import type { Command } from '../../shared/document/commands';
import { alternateFrom, giveSpeaker, splitForOther } from '../../shared/edits/speakers';
import type { ProjectDocument } from '../../shared/document/document';
import { isTimed } from '../../shared/model/word';
import { lineAt } from '../../shared/text/lines';
import type { Player } from '../player/Player';
import type { Interview } from '../session/interview/Interview';
import { useEditor } from './editorState';
import type { TranscriptBinding } from './transcript/TranscriptBinding';
import { whereToHear } from './whereToHear';

/** The interview that is worked on, and the player that is heard meanwhile. */
export interface Speaking {
  interview: Interview;
  player: Player;
}

/** Begins or ends saying who speaks by the keys 1 to 9. It begins at the line of the caret, and plays it. */
export function toggleSpeakerMode(scene: Speaking): void {
  const { speaking, binding, caret } = useEditor.getState();
  binding?.keep();
  useEditor.setState({ speaking: !speaking });
  if (!binding) return;
  binding.view.focus();
  if (speaking) return;
  const line = lineAt(scene.interview.document.words, caret ?? 0);
  if (!line) return;
  goToLine(scene, binding, line.first);
  scene.player.play();
}

/**
 * Handles a key while keys say who speaks.
 * @returns true when the key was for that.
 */
export function pressSpeakerKey(event: KeyboardEvent, scene: Speaking): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const writes = event.key.length === 1;
  // A key that is held down counts for one line, and not for all that follow.
  if (event.repeat && (writes || event.key === 'Enter')) return true;
  // This leaves out the number block when its keys are arrows.
  const digit = writes && /^(?:Digit|Numpad)(?<digit>[0-9])$/u.exec(event.code)?.groups?.digit;
  // A Latin letter counts as it is typed; otherwise the place of the key counts.
  const isA = /^[a-z]$/iu.test(event.key) ? event.key.toUpperCase() === 'A' : event.code === 'KeyA';
  if (typeof digit === 'string') give(scene, Number(digit));
  else if (isA) change(scene, alternateFrom);
  else if (event.key === 'Enter') split(scene);
  else if (event.key === ' ') scene.player.toggle();
  else if (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    move(scene, event.key === 'ArrowUp' ? -1 : 1);
  // Nothing can be typed meanwhile, but keys that lead elsewhere still do so.
  else return writes;
  return true;
}

/** Gives the selection, or the line of the caret, a speaker by number (0 for nobody), and goes to the next line. */
export function give(scene: Speaking, number: number): void {
  const range = rangeNow(scene.interview.document);
  if (!range) return;
  scene.interview.execute(giveSpeaker(scene.interview.document, range.first, range.end, number));
  goOn(scene, range.end);
}

/** Has two speakers alternate from the line of the caret on. */
export const alternate = (scene: Speaking): void => change(scene, alternateFrom);

/** Splits the line at the caret, and gives what follows to another speaker. */
export const split = (scene: Speaking): void => change(scene, splitForOther);

/** Goes to the line behind words that were just given a speaker. */
export function goOn(scene: Speaking, end: number): void {
  const { binding } = useEditor.getState();
  const { words } = scene.interview.document;
  if (binding) goToLine(scene, binding, Math.min(end, words.length - 1), end >= words.length);
}

/** Returns the words that are given a speaker: the selection, or the line of the caret. */
export function rangeNow({ words }: ProjectDocument): { first: number; end: number } | null {
  const { selection, caret } = useEditor.getState();
  if (selection) return { first: selection.first, end: selection.last + 1 };
  return caret === null ? null : lineAt(words, caret);
}

function change(
  { interview }: Speaking,
  make: (document: ProjectDocument, at: number) => Command | null,
): void {
  const { binding } = useEditor.getState();
  binding?.keep();
  const { caret } = useEditor.getState();
  if (caret !== null) interview.execute(make(interview.document, caret));
}

function move(scene: Speaking, by: 1 | -1): void {
  const { binding, caret } = useEditor.getState();
  const { words } = scene.interview.document;
  const line = lineAt(words, caret ?? 0);
  const next = line && lineAt(words, by > 0 ? line.end : line.first - 1);
  if (binding && next) goToLine(scene, binding, next.first);
}

/** Puts the caret at a line, and the player too, unless that line is being said already. */
function goToLine(
  { interview, player }: Speaking,
  binding: TranscriptBinding,
  first: number,
  isOver = false,
): void {
  const { words } = interview.document;
  const line = lineAt(words, first);
  const at = binding.tokens.starts[line?.first ?? 0];
  if (!line || at === undefined) return;
  binding.looksElsewhere = false;
  binding.view.dispatch({
    selection: { anchor: at },
    effects: EditorView.scrollIntoView(at, { y: 'center' }),
  });
  const [begin, last] = [words[line.first], words[line.end - 1]];
  if (isOver || !begin || !last || !isTimed(begin) || !isTimed(last)) return;
  const seconds = whereToHear({ from: begin.start, to: last.end }, player.store.getState().time);
  if (seconds !== null) player.seek(seconds);
}
