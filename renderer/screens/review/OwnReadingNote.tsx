import { locale, t } from '../../../shared/messages/messages';
import { useOwnReading, useSuggestions } from '../../session/suggestions';
import { ErrorNote } from '../../ui/ErrorNote';

const percent = ({ done, total }: { done: number; total: number }): string =>
  new Intl.NumberFormat(locale(), { style: 'percent' }).format(
    Math.floor((100 * done) / Math.max(1, total)) / 100,
  );

/** Says how far a names model of the person's own has read, or why it has not. */
export function OwnReadingNote() {
  const { reading, progress, error } = useOwnReading();
  const { refresh } = useSuggestions();
  if (error) return <ErrorNote error={error} onRetry={refresh} />;
  if (!reading) return null;
  return (
    <p className="soft">
      <span role="status">
        {t('Your names model is reading the transcript. What it finds is added here.')}
      </span>
      {progress && <span className="numbers"> {percent(progress)}</span>}
    </p>
  );
}
