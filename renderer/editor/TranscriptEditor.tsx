import { defaultKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { PAGE_META } from '../../shared/contract/bridge';
import { isTimed } from '../../shared/transcript/word';
import { onClosing, useApp } from '../client/app';
import { useSuggestions } from '../client/suggestions';
import { useInterview, useInterviewState } from '../client/useInterview';
import { useEditor } from './editorState';
import { usePlayer } from './PlayerContext';
import { SelectionBar } from './SelectionBar';
import { decorations, spoken } from './transcript/decorations';
import { lineLabels } from './transcript/speakerLines';
import { tokenAt } from './transcript/tokens';
import { textOf, TranscriptBinding } from './transcript/TranscriptBinding';
import './TranscriptEditor.css';

/** Seconds around a word that is heard alone. */
const BESIDE = 0.1;
/** Milliseconds after a key in which the text does not move by itself. */
const LET_TYPE = 3000;

/** The transcript as a document: it is typed into, selected and played. */
export function TranscriptEditor() {
  const interview = useInterview();
  const player = usePlayer();
  const host = useRef<HTMLDivElement>(null);
  const { open } = useSuggestions();
  const peek = useEditor((state) => state.peek);
  const unsure = useEditor((state) => state.unsure);
  const mention = useEditor((state) => state.mention);
  const binding = useEditor((state) => state.binding);
  const empty = useInterviewState(({ document }) => document.words.length === 0);
  const goTo = useApp((state) => state.goTo);

  useEffect(() => {
    if (!host.current) return;
    let made: TranscriptBinding | null = null;
    let typed = 0;
    const nonce = document.querySelector<HTMLMetaElement>(`meta[property="${PAGE_META.nonce}"]`)?.nonce ?? '';
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: textOf(interview.document.words),
        extensions: [
          EditorView.cspNonce.of(nonce),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': 'Transcript',
            spellcheck: 'false',
            lang: interview.document.language,
          }),
          drawSelection(),
          decorations,
          spoken,
          lineLabels,
          keymap.of(defaultKeymap.filter(({ key }) => key !== 'Escape' && key !== 'Mod-Enter')),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) typed = Date.now();
            made?.update(update);
            if (update.selectionSet || update.docChanged) select(update.view, made);
          }),
          EditorView.domEventHandlers({
            blur: () => made?.keep(),
            mouseup: (event, current) => {
              if (event.button === 0 && current.state.selection.main.empty) clicked(current, made);
            },
          }),
        ],
      }),
    });
    made = new TranscriptBinding(interview, view);
    useEditor.setState({ binding: made });

    const clicked = (current: EditorView, binding: TranscriptBinding | null) => {
      const at = current.state.selection.main.head;
      const place = binding?.wordsIn({ from: at, to: at });
      const word = place ? interview.document.words[place.first] : undefined;
      const marked = word && interview.document.mentions.find(({ wordIds }) => wordIds.includes(word.id));
      useEditor.setState({ mention: marked?.id ?? null });
      if (!word || !isTimed(word)) return;
      if (player.store.getState().playing) player.seek(word.start);
      else player.playSpan({ from: Math.max(0, word.start - BESIDE), to: word.end + BESIDE });
    };

    const forgetPlayer = player.store.subscribe(({ time, playing }, before) => {
      if (time === before.time && playing === before.playing) return;
      const index = spokenAt(time);
      if (index === said) return;
      said = index;
      made?.say(index);
      if (index !== null && playing && Date.now() - typed > LET_TYPE) follow(view, made, index);
    });
    let said: number | null = null;
    const spokenAt = (time: number): number | null => {
      const { words } = interview.document;
      let [low, high] = [0, words.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((words[middle]?.start ?? Infinity) <= time) low = middle + 1;
        else high = middle;
      }
      return low > 0 ? low - 1 : null;
    };

    const forgetClosing = onClosing(() => made?.keep());
    return () => {
      forgetPlayer();
      forgetClosing();
      made?.destroy();
      useEditor.setState({ binding: null, selection: null, caret: null });
      view.destroy();
    };
  }, [interview, player]);

  useEffect(() => {
    binding?.show({ suggestions: open, peek, unsure, selected: mention });
  }, [binding, open, peek, unsure, mention]);

  useEffect(() => {
    if (!binding || goTo === null) return;
    const at = interview.document.words.findIndex(({ id }) => id === goTo);
    useApp.setState({ goTo: null });
    if (at >= 0) showWords(binding, at, at);
  }, [binding, goTo, interview]);

  return (
    <div className="transcript">
      {empty && <p className="soft empty">There are no words yet. Transcribe the recording, or type here.</p>}
      <div ref={host} className="transcript-text" />
      <SelectionBar />
    </div>
  );
}

/** Selects words and brings them into view. */
export function showWords(binding: TranscriptBinding, first: number, last: number): void {
  const { starts, ends } = binding.tokens;
  const [from, to] = [starts[first], ends[last]];
  if (from === undefined || to === undefined) return;
  binding.view.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  binding.view.focus();
}

/** Tells the rest of the editor what is selected; words under a caret that moves as somebody types are not looked for. */
function select(view: EditorView, binding: TranscriptBinding | null): void {
  const { main } = view.state.selection;
  if (main.empty) {
    const caret = binding ? tokenAt(binding.agreed, main.head) : null;
    useEditor.setState({ selection: null, caret });
    return;
  }
  const words = binding?.wordsIn(main);
  if (!words) return;
  // Where the selection is on the screen is known only when it is drawn.
  view.requestMeasure({
    read: () => view.coordsAtPos(main.to),
    write: (place) => {
      const box = view.scrollDOM.getBoundingClientRect();
      useEditor.setState({
        caret: words.first,
        drawn: null,
        selection: {
          ...words,
          left: (place?.left ?? box.left) - box.left,
          top: (place?.bottom ?? box.top) - box.top,
        },
      });
    },
  });
}

/** Keeps the word that is being said in sight, without moving the caret. */
function follow(view: EditorView, binding: TranscriptBinding | null, index: number): void {
  const at = binding?.agreed.starts[index];
  if (at === undefined) return;
  const place = view.coordsAtPos(at);
  const box = view.scrollDOM.getBoundingClientRect();
  const margin = box.height / 6;
  if (place && place.top > box.top + margin && place.bottom < box.bottom - margin) return;
  view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: margin }) });
}
