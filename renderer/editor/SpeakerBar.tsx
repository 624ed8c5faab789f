import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { keysOf } from '../../shared/contract/actions';
import { linesOf } from '../../shared/text/lines';
import { usePlayer } from '../player/PlayerContext';
import { labelOfKey } from '../session/keys';
import { useInterview, useInterviewState } from '../session/useInterview';
import { useSession } from '../session/useSession';
import { useEditor } from './editorState';
import { alternate, give, split, toggleSpeakerMode } from './speakerMode';
import { speakerLabels } from './transcript/speakerLines';
import './SpeakerBar.css';

/** Number of keys for speakers. */
const MOST_KEYS = 9;

/** Shows which key is for which speaker, and the other keys, while keys say who speaks. */
export function SpeakerBar() {
  const interview = useInterview();
  const player = usePlayer();
  const document = useInterviewState((state) => state.document);
  const peek = useEditor((state) => state.peek);
  const labels = useMemo(() => [...speakerLabels(document, peek).values()], [document, peek]);
  const [key] = keysOf(
    'speakers',
    useSession((state) => state.settings.keys),
  );
  const scene = { interview, player };
  const shown = labels.slice(0, MOST_KEYS);
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- what it holds has the focus.
    <div
      className="speaker-bar row"
      role="toolbar"
      aria-label={t('Who speaks')}
      // A press on the bar must not move the caret.
      onMouseDown={(event) => event.preventDefault()}
    >
      {shown.map((label, i) => (
        <Button key={i} className="button small voice" data-voice={i + 1} onPress={() => give(scene, i + 1)}>
          <kbd>{i + 1}</kbd> <span dir="auto">{label}</span>
        </Button>
      ))}
      {shown.length < MOST_KEYS && (
        <Button className="button small quiet" onPress={() => give(scene, shown.length + 1)}>
          <kbd>{shown.length + 1}</kbd> {t('new')}
        </Button>
      )}
      <Button className="button small quiet" onPress={() => give(scene, 0)}>
        <kbd>0</kbd> {t('not known')}
      </Button>
      <Button className="button small quiet" onPress={() => alternate(scene)}>
        <kbd>A</kbd> {t('alternate from here')}
      </Button>
      <Button className="button small quiet" onPress={() => split(scene)}>
        <kbd>{labelOfKey('Enter')}</kbd> {t('split here')}
      </Button>
      <Button className="button small" onPress={() => toggleSpeakerMode(scene)}>
        {t('Done')} {key !== undefined && <kbd>{labelOfKey(key)}</kbd>}
      </Button>
      <Place />
    </div>
  );
}

/** Tells which line the caret is in and who speaks it, also to screen readers. */
function Place() {
  const words = useInterviewState((state) => state.document.words);
  const document = useInterviewState((state) => state.document);
  const caret = useEditor((state) => state.caret) ?? 0;
  const selected = useEditor((state) => state.selection !== null);
  const peek = useEditor((state) => state.peek);
  const lines = useMemo(() => linesOf(words), [words]);
  const at = lines.findIndex(({ end }) => caret < end);
  const speaker = words[lines[at]?.first ?? -1]?.speaker;
  const label = speaker === undefined ? t('no speaker') : speakerLabels(document, peek).get(speaker);
  return (
    <span className="soft numbers" role="status">
      {selected
        ? t('The selection')
        : at < 0
          ? t('After the last line')
          : t('Line {line} of {lines}: {speaker}', { line: at + 1, lines: lines.length, speaker: label })}
    </span>
  );
}
