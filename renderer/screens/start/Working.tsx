import { useEffect, useRef, type RefObject } from 'react';
import type { Progress } from '../../../shared/contract/envelope';
import { t } from '../../../shared/messages/messages';
import { ProgressNote } from '../../ui/ProgressNote';

interface Props {
  progress: Progress | null;
  onCancel: () => void;
  /** The element that gets the keyboard back when the work has ended and the screen is still there. */
  returnTo: RefObject<HTMLElement | null>;
}

/** Shows work that the person waits for. It has the keyboard, since what began the work cannot be used meanwhile. */
export function Working({ progress, onCancel, returnTo }: Props) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    note.current?.focus();
    const back = returnTo.current;
    return () => back?.focus();
  }, [returnTo]);
  return (
    <div ref={note} tabIndex={-1} className="working" role="group" aria-label={t('Working')}>
      <ProgressNote progress={progress} onCancel={onCancel} />
    </div>
  );
}
