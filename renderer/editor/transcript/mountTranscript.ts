import { defaultKeymap } from '@codemirror/commands';
import { Compartment, EditorSelection, EditorState, StateEffect } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap } from '@codemirror/view';
import { t } from '../../../shared/messages/messages';
import { PAGE_META } from '../../../shared/contract/bridge';
import type { Place } from '../../../shared/model/place';
import { splitWord } from '../../../shared/model/marker';
import { isTimed, type Word } from '../../../shared/model/word';
import { useEditor, type EditorState as Chosen } from '../editorState';
import type { Player } from '../../player/Player';
import { isPlaying, JUMP_SECONDS, type PlayerState } from '../../player/PlayerState';
import type { Interview } from '../../session/interview/Interview';
import type { SelectionPlace } from '../placeBar';
import { copyAsShown } from './copyAsShown';
import { keepHeading } from './HeadingField';
import { barTouched, keepBarsWhole } from './keepBarsWhole';
import { keepWordsApart } from './keepWordsApart';
import { layers } from './layers';
import { takeInText } from './takeInText';
import { textOf, TranscriptBinding } from './TranscriptBinding';

/** Seconds that are played before and after a word. */
const BESIDE_SECONDS = 0.1;
/** Milliseconds after a key in which the text does not scroll by itself. */
const LET_TYPE_MILLISECONDS = 3000;

/** Milliseconds. Jumps that follow one another faster are a drag over the recording: the text shows where it rests. */
const REST_MILLISECONDS = 150;

/** Keys that the window uses, and keys that would move words, withheld ones too, to where they were not said. */
const NOT_HERE: ReadonlySet<string> = new Set([
  ...['Escape', 'Mod-Enter'],
  ...['Alt-ArrowUp', 'Alt-ArrowDown', 'Shift-Alt-ArrowUp', 'Shift-Alt-ArrowDown', 'Ctrl-t'],
]);

/** While keys say who speaks, nothing can be typed, and the line that they are for is highlighted. */
const mode = new Compartment();
const SAYING = [
  EditorState.readOnly.of(true),
  highlightActiveLine(),
  EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
];

/** The scroll positions, to the pixel, of transcripts that are not on the screen. */
const scrolls = new WeakMap<Interview, StateEffect<unknown>>();

/**
 * Puts the transcript of an interview on the screen, bound to its document and its player.
 * @returns a function that takes it away.
 */
export function mountTranscript(parent: HTMLElement, interview: Interview, player: Player): () => void {
  const nonce = document.querySelector<HTMLMetaElement>(`meta[property="${PAGE_META.nonce}"]`)?.nonce ?? '';
  const doc = textOf(interview.document.words);
  const { anchor, head, top } = interview.place;
  const within = (at: number) => Math.min(at, doc.length);
  const scroll =
    scrolls.get(interview) ??
    (top !== undefined && EditorView.scrollIntoView(within(top), { y: 'start', yMargin: 0 }));
  let typed = 0;
  const state = EditorState.create({
    doc,
    ...(anchor !== undefined && {
      selection: EditorSelection.single(within(anchor), within(head ?? anchor)),
    }),
    extensions: [
      EditorView.cspNonce.of(nonce),
      EditorView.lineWrapping,
      EditorView.perLineTextDirection.of(true),
      EditorView.contentAttributes.of({
        'aria-label': t('Transcript'),
        spellcheck: 'false',
        // Chromium's Tab key reaches editable text without this, but not everybody knows that.
        tabindex: '0',
        lang: interview.document.language,
      }),
      // These are the messages of the editor itself.
      EditorState.phrases.of({ 'Selection deleted': t('Selection deleted') }),
      drawSelection(),
      mode.of([]),
      keepBarsWhole,
      keepWordsApart,
      copyAsShown,
      takeInText,
      layers,
      keymap.of(defaultKeymap.filter(({ key, mac }) => !NOT_HERE.has(key ?? mac ?? ''))),
    ],
  });
  const binding = new TranscriptBinding(
    interview,
    state,
    (shown) => new EditorView({ parent, state: shown, ...(scroll && { scrollTo: scroll }) }),
  );
  const { view } = binding;
  /** False while a mouse button is held that was pressed elsewhere. Letting go of it over the text asks for no word. */
  let pressed = false;
  const mousePressed = ({ target }: MouseEvent) => {
    pressed = target instanceof Node && view.contentDOM.contains(target);
  };
  window.addEventListener('mousedown', mousePressed, { capture: true });
  view.dispatch({
    effects: StateEffect.appendConfig.of([
      EditorView.updateListener.of((update) => {
        if (update.docChanged) typed = Date.now();
        binding.update(update);
        for (const { effects } of update.transactions)
          for (const effect of effects) if (effect.is(barTouched)) showBar(binding, effect.value);
        if (update.selectionSet || update.docChanged) tellSelection(binding);
        else if (update.geometryChanged && !update.state.selection.main.empty) tellPlace(view);
      }),
      EditorView.domEventHandlers({
        blur: () => binding.keep(),
        wheel: () => {
          binding.looksElsewhere = true;
        },
        // This was a press on the scroll bar.
        pointerdown: ({ target }) => {
          if (target === view.scrollDOM) binding.looksElsewhere = true;
        },
        mousedown: (event) => event.button === 0 && event.detail === 2 && selectGlued(binding, event),
        mouseup: ({ button }) => {
          if (button === 0 && pressed && view.state.selection.main.empty) playWord(binding, player);
        },
      }),
    ]),
  });
  const scrolled = () => {
    if (!view.state.selection.main.empty) tellPlace(view);
  };
  view.scrollDOM.addEventListener('scroll', scrolled, { passive: true });
  binding.onKept = () => tellSelection(binding);
  binding.onHeadingLeft = (wordId) => {
    if (useEditor.getState().heading === wordId) useEditor.setState({ heading: null });
  };
  useEditor.setState({ binding });
  if (!view.state.selection.main.empty) tellSelection(binding);
  const forgetPlace = interview.onPlace(() => placeIn(view));
  let saying = false;
  const showChosen = ({ peek, unsure, mention, speaking, heading }: Chosen) => {
    binding.show({ peek, unsure, selected: mention, heading });
    if (speaking === saying) return;
    saying = speaking;
    view.dispatch({ effects: mode.reconfigure(saying ? SAYING : []) });
  };
  showChosen(useEditor.getState());
  const forgetChosen = useEditor.subscribe(showChosen);

  let said: number | null = null;
  const showSaid = (now: PlayerState, jumped: boolean) => {
    const word = saidAt(interview.document.words, now.time);
    if (word === said) return;
    if (jumped || (said !== null && isSeen(binding, said))) binding.looksElsewhere = false;
    said = word;
    binding.say(word);
    if (binding.looksElsewhere || Date.now() - typed <= LET_TYPE_MILLISECONDS) return;
    if (isPlaying(now) && word !== null) follow(binding, word);
    // The text follows a jump also while nothing plays, or before anything is said.
    else if (jumped && !isSeen(binding, word ?? 0)) follow(binding, word ?? 0);
  };
  let jumpedAt = -Infinity;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const forgetPlayer = player.store.subscribe((now, before) => {
    if (now.time === before.time && isPlaying(now) === isPlaying(before)) return;
    const jumped = Math.abs(now.time - before.time) > JUMP_SECONDS;
    if (jumped) {
      const isDragged = performance.now() - jumpedAt < REST_MILLISECONDS;
      jumpedAt = performance.now();
      clearTimeout(resting);
      if (isDragged) {
        resting = setTimeout(() => showSaid(player.store.getState(), true), REST_MILLISECONDS);
        return;
      }
    }
    showSaid(now, jumped);
  });
  const forgetLeaving = interview.onLeaving(() => {
    keepHeading(view.dom);
    binding.keep();
  });

  return () => {
    window.removeEventListener('mousedown', mousePressed, { capture: true });
    forgetPlayer();
    clearTimeout(resting);
    forgetChosen();
    forgetLeaving();
    forgetPlace();
    scrolls.set(interview, view.scrollSnapshot());
    binding.destroy();
    useEditor.setState({ binding: null, selection: null, caret: null, speaking: false, heading: null });
    view.destroy();
  };
}

/** Returns the selection, and the first line in view. */
function placeIn(view: EditorView): Place {
  const { anchor, head } = view.state.selection.main;
  const top = view.lineBlockAtHeight(view.scrollDOM.scrollTop - view.documentPadding.top).from;
  return { anchor, head, top };
}

/** Shows the words under a bar that somebody tried to change in the panel, where they can be corrected. */
function showBar(binding: TranscriptBinding, at: number): void {
  const word = binding.interview.document.words[binding.wordAt(at)];
  const run = binding.plan.runs.find(({ first, last }) =>
    binding.interview.document.words.slice(first, last + 1).some(({ id }) => id === word?.id),
  );
  if (run) useEditor.setState({ mention: run.mentionIds[0] ?? null, touched: true });
}

/**
 * Selects a double-clicked word that no space ends.
 * @returns true when it did.
 */
function selectGlued(binding: TranscriptBinding, event: MouseEvent): boolean {
  const { view, tokens } = binding;
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
  const place = at === null ? null : binding.wordsIn({ from: at, to: at });
  if (!place) return false;
  const { words } = binding.interview.document;
  const [word, next] = [words[place.first], words[place.first + 1]];
  const [start, end] = [tokens.starts[place.first], tokens.ends[place.first]];
  if (!word || !(word.glued || next?.glued) || start === undefined || end === undefined) return false;
  const { lead, tail } = splitWord(word.text);
  view.focus();
  view.dispatch({ selection: { anchor: start + lead.length, head: end - tail.length } });
  event.preventDefault();
  return true;
}

/** Chooses the mark that the panel is about, and plays the word at the caret. */
function playWord(binding: TranscriptBinding, player: Player): void {
  const { document } = binding.interview;
  const at = binding.view.state.selection.main.head;
  const place = binding.wordsIn({ from: at, to: at });
  const word = place ? document.words[place.first] : undefined;
  const mention = word && document.mentions.find(({ wordIds }) => wordIds.includes(word.id));
  useEditor.setState({ mention: mention?.id ?? null, touched: false });
  if (!word || !isTimed(word)) return;
  if (player.playsOn) player.seek(word.start);
  else player.playSpan({ from: Math.max(0, word.start - BESIDE_SECONDS), to: word.end + BESIDE_SECONDS });
}

/** Tells the rest of the editor what is selected. */
function tellSelection(binding: TranscriptBinding): void {
  const { view } = binding;
  const { main } = view.state.selection;
  if (main.empty) {
    useEditor.setState({ selection: null, caret: binding.wordAt(main.head) });
    return;
  }
  const words = binding.wordsIn(main);
  if (!words) {
    useEditor.setState({ selection: null });
    return;
  }
  // Only once it is drawn is it known where it ends on the screen, and another key may come before that.
  const looked = !view.hasFocus && useEditor.getState().finding;
  useEditor.setState({ caret: words.first, drawn: null, selection: words, selectionPlace: null, looked });
  tellPlace(view);
}

/** Tells where the selection is on the screen, as soon as that is known. */
function tellPlace(view: EditorView): void {
  view.requestMeasure({
    key: tellPlace,
    read: () => placeOf(view),
    write: (selectionPlace) => {
      if (!view.state.selection.main.empty) useEditor.setState({ selectionPlace });
    },
  });
}

/** Returns the place of the selection on the screen. For an end that is far out of view, only its side is known. */
function placeOf(view: EditorView): SelectionPlace {
  const { from, to } = view.state.selection.main;
  const box = view.scrollDOM.getBoundingClientRect();
  const [begin, end] = [view.coordsAtPos(from, 1), view.coordsAtPos(to, -1)];
  const beyond = (at: number) => (at < view.viewport.from ? -Infinity : Infinity);
  return {
    top: begin ? begin.top - box.top : beyond(from),
    bottom: end ? end.bottom - box.top : beyond(to),
    left: (end ?? begin ?? box).left - box.left,
  };
}

/** Finds the last word that has begun by a time (seconds). */
function saidAt(words: readonly Word[], time: number): number | null {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? low - 1 : null;
}

/** Keeps the word that is being said in sight, without moving the caret. */
function follow(binding: TranscriptBinding, word: number): void {
  const { view, agreed } = binding;
  const at = agreed.starts[word];
  const margin = view.scrollDOM.clientHeight / 6;
  if (at === undefined || isSeen(binding, word, margin)) return;
  view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: margin }) });
}

/** Tells whether a word is on the screen, at least so many pixels from its edges. */
function isSeen({ view, agreed }: TranscriptBinding, word: number, margin = 0): boolean {
  const place = view.coordsAtPos(agreed.starts[word] ?? 0);
  const box = view.scrollDOM.getBoundingClientRect();
  return place !== null && place.top > box.top + margin && place.bottom < box.bottom - margin;
}
