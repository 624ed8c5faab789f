import { Button } from 'react-aria-components';
import { useInterview } from '../client/useInterview';
import { keepSelection, markSelection, type MarkType } from './actions';
import { useEditor } from './editorState';

const WAYS: readonly { type: MarkType; label: string }[] = [
  { type: 'person', label: 'Person' },
  { type: 'place', label: 'Place' },
  { type: 'other', label: 'Other' },
];

/** The three ways to mark, beside what is selected. */
export function SelectionBar() {
  const interview = useInterview();
  const selection = useEditor((state) => state.selection);
  if (!selection) return null;
  return (
    <div
      className="selection-bar popover row"
      role="toolbar"
      aria-label="Mark the selection"
      style={{ left: Math.max(8, selection.left - 140), top: selection.top + 8 }}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className="soft">Withhold as</span>
      {WAYS.map(({ type, label }) => (
        <Button key={type} className="button" onPress={() => markSelection(interview, type)}>
          {label}
        </Button>
      ))}
      <Button className="button quiet" onPress={() => keepSelection(interview)}>
        Keep
      </Button>
    </div>
  );
}
