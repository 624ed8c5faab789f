import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';

interface Props {
  notes: readonly string[];
  onDismiss?: () => void;
}

/**
 * Tells what an import put right, left out or guessed. Nothing has to be done at once, and nothing should be missed.
 */
export function ImportNotes({ notes, onDismiss }: Props) {
  if (notes.length === 0) return null;
  return (
    <section className="import-notes stack tight" aria-label={t('About the import')}>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {onDismiss && (
        <Button className="button quiet" onPress={onDismiss}>
          {t('Dismiss')}
        </Button>
      )}
    </section>
  );
}
