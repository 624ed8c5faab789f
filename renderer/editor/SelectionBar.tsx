import { Button } from 'react-aria-components';
import { useInterview } from '../session/useInterview';
import { keepSelection } from './actions';
import { useEditor } from './editorState';
import { SelectionAgain } from './AgainButtons';
import { MarkButtons } from './MarkButtons';

/** Offers the three ways to mark, beside what is selected. */
export function SelectionBar() {
  const interview = useInterview();
  const selected = useEditor((state) => state.selection !== null);
  const looked = useEditor((state) => state.looked);
  const end = useEditor((state) => state.selectionEnd);
  if (!selected || looked || !end) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- what it holds has the focus.
    <div
      className="selection-bar popover row"
      role="toolbar"
      aria-label="Mark the selection"
      style={{ left: Math.max(8, end.left - 140), top: end.top + 8 }}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className="soft">Withhold as</span>
      <MarkButtons />
      <Button className="button quiet" onPress={() => keepSelection(interview)}>
        Keep
      </Button>
      <SelectionAgain />
    </div>
  );
}
