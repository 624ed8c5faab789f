import { t } from '../../../shared/messages/messages';
import { Arrow, RecordingDrawing, SealedDrawing, TranscriptDrawing } from '../../ui/drawings';

interface Props {
  recording: string | null;
  transcript: string | null;
}

/** Shows in pictures what happens to the files that an interview is made from. */
export function WhatIsSealed({ recording, transcript }: Props) {
  const what = transcript === null ? 'recording' : recording === null ? 'transcript' : 'both';
  return (
    <section className="what-is-sealed" aria-labelledby="what-is-sealed">
      <h2 id="what-is-sealed">{t('What happens to your files')}</h2>
      <div>
        {what === 'transcript' ? <TranscriptDrawing /> : <RecordingDrawing />}
        <p className="soft">
          {t(
            '{what, select, recording {The recording stays} transcript {The transcript stays} other {Both files stay}} where {what, select, both {they are} other {it is}}, unchanged and not encrypted.',
            { what },
          )}
        </p>
      </div>
      <Arrow />
      <div>
        <SealedDrawing />
        <p className="soft">
          {t(
            'A copy goes into one encrypted file, with the transcript and all that you mark. Only your passphrase opens it.',
          )}
        </p>
      </div>
    </section>
  );
}
