import { Button } from 'react-aria-components';
import { useState } from 'react';
import { t } from '../../../shared/messages/messages';
import type { Params } from '../../../shared/contract/api';
import { wholeWords } from '../../../shared/edits/wholeWords';
import { mainLanguage } from '../../../shared/text/lineLanguage';
import { clock } from '../../../shared/text/clock';
import { useModels } from '../../session/models/useModels';
import type { HearAgainWish } from '../../session/hearAgain';
import { spoken } from '../../session/spoken';
import { useInterviewState } from '../../session/useInterview';
import { useSession } from '../../session/useSession';
import { ErrorNote } from '../../ui/ErrorNote';
import { knowsEnglishOnly, objectionTo, promptOf } from '../start/transcriptionChoice';
import { TranscriptionFields } from '../start/TranscriptionFields';

interface Props {
  wish: HearAgainWish;
  onStart: (params: Omit<Params<'transcribe.again'>, 'project' | 'take'>) => void;
}

/** Asks with which model, in which language, and for which names. */
export function AskHow({ wish: { stretch, language }, onStart }: Props) {
  const document = useInterviewState((state) => state.document);
  const last = useSession(({ settings }) => settings);
  const [span] = useState(() => stretch && wholeWords(document.words, stretch));
  const [choice, setChoice] = useState(() => {
    const settings = document.transcription?.settings;
    const inside = document.words.filter(
      ({ start, end }) => span && start !== null && end !== null && start < span.to && end > span.from,
    );
    const known = settings && (document.transcription?.language ?? settings.language);
    return {
      model: settings?.model.name ?? last.model,
      language: language ?? mainLanguage(inside) ?? known ?? last.language,
      prompt: settings?.prompt ?? '',
    };
  });
  const { models, error, look } = useModels(choice.language);
  const objection = objectionTo(choice, models);
  const isGrown = span && stretch && (span.from < stretch.from || span.to > stretch.to);
  return (
    <div className="stack">
      <p>
        {span
          ? t('From {from} to {to}{grown, select, yes {, so that no word is cut in half} other {}}.', {
              from: clock(span.from),
              to: clock(span.to),
              grown: isGrown ? 'yes' : 'no',
            })
          : t('All of the recording.')}{' '}
        {t('You will see what is heard beside what is there. Nothing changes before you take it.')}
      </p>
      {error && <ErrorNote error={error} onRetry={look} />}
      <TranscriptionFields choice={choice} onChange={setChoice} models={models} />
      <div className="row">
        <Button
          className="button primary"
          isDisabled={objection !== null}
          onPress={() =>
            onStart({
              ...(span && { stretch: span }),
              model: choice.model,
              prompt: promptOf(choice, models),
              ...(knowsEnglishOnly(choice.model, models) ? {} : spoken(choice.language)),
            })
          }
        >
          {t('Transcribe again')}
        </Button>
        <span className="soft" role="status">
          {objection}
        </span>
      </div>
    </div>
  );
}
