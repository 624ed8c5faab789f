import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { useInterview } from '../session/useInterview';
import { markSelection, type MarkType } from './actions';

const WAYS: readonly { type: MarkType; label: () => string }[] = [
  { type: 'person', label: () => t('Person') },
  { type: 'place', label: () => t('Place') },
  { type: 'other', label: () => t('Other') },
];

/** Offers the three ways to mark what is selected, or drawn on the waveform. */
export function MarkButtons() {
  const interview = useInterview();
  return WAYS.map(({ type, label }) => (
    <Button key={type} className="button" onPress={() => markSelection(interview, type)}>
      {label()}
    </Button>
  ));
}
