import { useEffect, useRef } from 'react';
import { ACTIONS, type Action } from '../../shared/contract/actions';
import type { TranscriptSuggestion } from '../../shared/leaks/openSuggestions';
import type { Player } from '../player/Player';
import { usePlayer } from '../player/PlayerContext';
import { askForTime } from '../player/GoToTime';
import { toggleLargePicture } from '../player/largePicture';
import { hasPicture, isReady } from '../player/PlayerState';
import { onEvent } from '../session/calls/call';
import { goToTab } from '../session/go';
import type { Interview } from '../session/interview/Interview';
import { actionOf, OF_SELECTION } from '../session/keys';
import { useSuggestions } from '../session/suggestions';
import { useInterview } from '../session/useInterview';
import { isSaving, sessionNow } from '../session/useSession';
import { isWriting } from '../ui/isWriting';
import { accept, closeFind, keepName, keepSelection, markSelection } from './actions';
import { useEditor } from './editorState';
import { reveal } from './reveal';
import { pressSpeakerKey, split, toggleSpeakerMode } from './speakerMode';
import { selectedSpan } from './selectedSpan';
import { suggestionAt } from './suggestionAt';
import { writeHeading } from './writeHeading';

/** Handles the keys of the whole interview. A screen that takes one for itself stops the event. */
export function useInterviewKeys(): void {
  const interview = useInterview();
  const player = usePlayer();
  const { open } = useSuggestions();
  const suggestions = useRef(open);
  useEffect(() => {
    suggestions.current = open;
  }, [open]);
  useEffect(() => {
    const act = (action: Action) => {
      const held = ACTIONS[action].group === 'listening' ? null : keepingAt(document.activeElement);
      // The element keeps its change when it is left, and may be gone when the action is done.
      held?.blur();
      ACTS[action]?.({ interview, player, open: suggestions.current });
      if (held && document.activeElement === document.body) held.focus();
    };
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Alt') useEditor.setState({ peek: true });
      if (event.defaultPrevented || isCovered()) return;
      if (isSaying(event.target) && pressSpeakerKey(event, { interview, player })) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const action = actionOf(event, sessionNow().settings.keys);
      if (!action || !ACTS[action] || isElsewhere(action)) return;
      if (writes(event) && isWriting(event.target)) return;
      const field = fieldAt(event.target);
      if (field && OF_FIELDS.has(action)) return;
      // That field is left by Escape, and handles the key itself.
      if (event.key === 'Escape' && field?.closest('.hidden-words, .chapter')) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape' && field?.closest('[role="search"]')) closeFind();
      else act(action);
    };
    const release = (event: KeyboardEvent) => {
      if (event.key === 'Alt') useEditor.setState({ peek: false });
    };
    const leave = () => useEditor.setState({ peek: false });
    const forget = onEvent((event) => {
      if (event.type !== 'menu' || !isAction(event.action)) return;
      if (!isCovered() && !isElsewhere(event.action)) act(event.action);
    });
    // This listens before the editor, whose own undo would know nothing of marks.
    window.addEventListener('keydown', press, { capture: true });
    window.addEventListener('keyup', release);
    window.addEventListener('blur', leave);
    return () => {
      forget();
      window.removeEventListener('keydown', press, { capture: true });
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', leave);
    };
  }, [interview, player]);
}

/** Tells whether something on top has the keyboard to itself, or the interview is being closed or locked. */
export const isCovered = (): boolean =>
  isSaving(sessionNow()) ||
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="listbox"]') !== null;

/** Tells whether an action is about selected words while the transcript and its selection are out of sight. */
const isElsewhere = (action: Action): boolean =>
  OF_SELECTION.has(action) && sessionNow().tab !== 'transcript';

/** Tells whether a key by itself writes a sign. */
const writes = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;

/** Tells whether keys say who speaks here: in the transcript, or where nothing else has the keyboard. */
const isSaying = (place: EventTarget | null): boolean =>
  useEditor.getState().speaking &&
  sessionNow().tab === 'transcript' &&
  place instanceof HTMLElement &&
  (place === document.body || (place.closest('.transcript-text') !== null && !fieldAt(place)));

/** The actions whose keys a field for one line of text uses itself. */
const OF_FIELDS: ReadonlySet<Action> = new Set(['undo', 'redo', 'refuse']);
const fieldAt = (place: EventTarget | null): HTMLElement | null =>
  place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement ? place : null;
/** Finds the element that keeps its change only when it is left: a field, or an edge or a cover that keys move. */
const keepingAt = (place: EventTarget | null): HTMLElement | null =>
  fieldAt(place) ??
  (place instanceof HTMLElement && place.matches('[role="slider"], [role="application"]') ? place : null);

interface Scene {
  interview: Interview;
  player: Player;
  open: readonly TranscriptSuggestion[];
}

const isAction = (name: string): name is Action => Object.hasOwn(ACTIONS, name);

/** Seconds that one step goes back or forward. */
const STEP_SECONDS = 3;

const ACTS: Partial<Record<Action, (scene: Scene) => void>> = {
  play: ({ player }) => player.toggle(),
  back: ({ player }) => player.skip(-STEP_SECONDS),
  forward: ({ player }) => player.skip(STEP_SECONDS),
  slower: ({ player }) => player.slower(),
  faster: ({ player }) => player.faster(),
  hear: ({ interview, player }) => {
    const span = selectedSpan(interview.document, useEditor.getState());
    if (span) player.playSpan(span);
  },
  loop: ({ interview, player }) => {
    const { loop } = player.store.getState();
    player.setLoop(loop ? null : selectedSpan(interview.document, useEditor.getState()));
  },
  goToTime: ({ player }) => {
    if (isReady(player.store.getState())) askForTime();
  },
  largePicture: ({ player }) => {
    if (hasPicture(player.store.getState())) toggleLargePicture();
  },
  person: ({ interview }) => markSelection(interview, 'person'),
  place: ({ interview }) => markSelection(interview, 'place'),
  other: ({ interview }) => markSelection(interview, 'other'),
  keep: ({ interview }) => keepSelection(interview),
  accept: (scene) => {
    const suggestion = suggestedAtCaret(scene);
    if (suggestion) accept(scene.interview, [suggestion]);
  },
  refuse: (scene) => {
    const suggestion = suggestedAtCaret(scene);
    if (suggestion) keepName(scene.interview, suggestion);
  },
  speakers: (scene) => {
    goToTab('transcript');
    toggleSpeakerMode(scene);
  },
  speaker: () => {
    useEditor.getState().binding?.keep();
    useEditor.setState({ naming: true });
  },
  split,
  heading: ({ interview }) => writeHeading(interview),
  find: () => {
    goToTab('transcript');
    useEditor.setState({ finding: true });
    // The find bar may be open already.
    const field = document.querySelector<HTMLInputElement>('.find-wanted input');
    field?.focus();
    field?.select();
  },
  undo: ({ interview }) => void move(interview, () => interview.undo()),
  redo: ({ interview }) => void move(interview, () => interview.redo()),
  export: () => goToTab('export'),
};

function suggestedAtCaret({ interview, open }: Scene): TranscriptSuggestion | undefined {
  useEditor.getState().binding?.keep();
  return suggestionAt(open, interview.document.words, useEditor.getState().caret);
}

/** Takes back or redoes a step, and shows where it was. */
async function move(interview: Interview, step: () => Promise<void>): Promise<void> {
  const { binding } = useEditor.getState();
  binding?.keep();
  const before = interview.document;
  const stepping = step();
  // The result is on the screen at once, or else when the main process has answered.
  if (interview.document === before) await stepping;
  if (binding && useEditor.getState().binding === binding) reveal(binding, before, interview.document);
}
