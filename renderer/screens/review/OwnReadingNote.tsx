import { useOwnReading, useSuggestions } from '../../session/suggestions';
import { ErrorNote } from '../../ui/ErrorNote';

/** Says how far a names model of the person's own has read, or why it has not. */
export function OwnReadingNote() {
  const { reading, progress, error } = useOwnReading();
  const { refresh } = useSuggestions();
  if (error) return <ErrorNote error={error} onRetry={refresh} />;
  if (!reading) return null;
  return (
    <p className="soft">
      <span role="status">Your names model is reading the transcript; what it finds is added here.</span>
      {progress && (
        <span className="numbers"> {Math.floor((100 * progress.done) / Math.max(1, progress.total))} %</span>
      )}
    </p>
  );
}
