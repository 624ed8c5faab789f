import { t } from '../../../shared/messages/messages';
import { slot, withElements } from '../../ui/withElements';

/** Tells which keys go through a queue. */
export function QueueKeysNote() {
  return (
    <span className="soft">
      {withElements(
        t('{next} next, {previous} previous', { next: slot('next'), previous: slot('previous') }),
        {
          next: <kbd>J</kbd>,
          previous: <kbd>K</kbd>,
        },
      )}
    </span>
  );
}
