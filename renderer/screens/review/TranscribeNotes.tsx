import { t } from '../../../shared/messages/messages';
import { OtherModels } from '../../editor/OtherModels';
import { ErrorNote } from '../../ui/ErrorNote';
import { ProgressNote } from '../../ui/ProgressNote';
import type { useTranscribeStretch } from './useTranscribeStretch';

interface Props {
  job: ReturnType<typeof useTranscribeStretch>['job'];
  told: string;
  /** Transcribes with another model. Without it, no other model is offered. */
  onChoose: ((model: string) => void) | null;
}

/** Shows how far a stretch is transcribed, an error with a way on, and the outcome. */
export function TranscribeNotes({ job, told, onChoose }: Props) {
  return (
    <>
      {job.running && <ProgressNote progress={job.progress} onCancel={job.cancel} />}
      {job.error && <ErrorNote error={job.error} onDismiss={job.reset} />}
      {onChoose && job.error?.code === 'MODEL_MISSING' && (
        <OtherModels label={(name) => t('Transcribe with {name}', { name })} onChoose={onChoose} />
      )}
      <p role="status">{told}</p>
    </>
  );
}
