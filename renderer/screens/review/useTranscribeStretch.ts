import { useState } from 'react';
import { t } from '../../../shared/messages/messages';
import type { Span } from '../../../shared/model/entity';
import { useJob } from '../../session/calls/useJob';
import { useInterview } from '../../session/useInterview';
import { useSession } from '../../session/useSession';

/** Has a model hear a stretch, and tells the outcome. */
export function useTranscribeStretch() {
  const interview = useInterview();
  const model = useSession(({ settings }) => settings.model);
  const job = useJob('transcribe.stretch');
  const [told, tell] = useState('');

  /** @param chosen a model's name, if the one that transcribed the recording cannot be had. */
  const transcribe = async ({ from, to }: Span, chosen?: string) => {
    tell('');
    await interview.saved();
    // No model of ours transcribed a transcript from elsewhere, so the model that was used last hears the stretch.
    const other = chosen ?? (interview.document.transcription === null && model !== '' ? model : undefined);
    const named = other === undefined ? {} : { model: other };
    const result = await job.start({ project: interview.project, from, to, ...named });
    if (!result) return;
    tell(
      result.words === 0
        ? t('The model hears no words there. Listen yourself, and decide.')
        : t('Put {count, plural, one {# word} other {# words}} into the transcript.', {
            count: result.words,
          }),
    );
  };
  return { job, told, tell, transcribe };
}
