import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { useInterview } from '../session/useInterview';
import { keepSelection } from './actions';
import { useEditor } from './editorState';
import { SelectionAgain } from './AgainButtons';
import { MarkButtons } from './MarkButtons';
import { placeBar } from './placeBar';

/** Offers the three ways to mark beside the selection, wherever that is scrolled to. */
export function SelectionBar() {
  const interview = useInterview();
  const selected = useEditor((state) => state.selection !== null);
  const looked = useEditor((state) => state.looked);
  const place = useEditor((state) => state.selectionPlace);
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<ReturnType<typeof placeBar>>(null);
  const isShown = selected && !looked && place !== null;
  useLayoutEffect(() => {
    const area = bar.current?.parentElement;
    if (!isShown || !bar.current || !area) return;
    const { offsetWidth: width, offsetHeight: height } = bar.current;
    const next = placeBar(place, { width, height }, { width: area.clientWidth, height: area.clientHeight });
    setAt((now) => (now?.left === next?.left && now?.top === next?.top ? now : next));
  }, [isShown, place]);
  if (!isShown) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- what it holds has the focus.
    <div
      ref={bar}
      className="selection-bar popover row"
      role="toolbar"
      aria-label={t('Mark the selection')}
      // It is hidden until its size and its place are known.
      style={at ?? { visibility: 'hidden' }}
      // A press on the bar must not change the selection.
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className="soft">{t('Withhold as')}</span>
      <MarkButtons />
      <Button className="button quiet" onPress={() => keepSelection(interview)}>
        {t('Keep')}
      </Button>
      <SelectionAgain />
    </div>
  );
}
