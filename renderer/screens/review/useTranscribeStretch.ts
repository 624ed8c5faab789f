import { useState } from 'react';
import { t } from '../../../shared/messages/messages';
import type { Span } from '../../../shared/model/entity';
import { useJob } from '../../session/calls/useJob';
import { useInterview } from '../../session/useInterview';
import { useSession } from '../../session/useSession';

/** Has a model hear a stretch, and tells what came of it. */
export function useTranscribeStretch() {
  const interview = useInterview();
  const model = useSession(({ settings }) => settings.model);
  const job = useJob('transcribe.stretch');
  const [told, tell] = useState('');

  /** @param chosen a model's name, where the one that transcribed the recording is not to be had. */
  const transcribe = async ({ from, to }: Span, chosen?: string) => {
    tell('');
    await interview.saved();
    // What came from elsewhere was transcribed by no model of ours; then it is the one that was used last.
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
