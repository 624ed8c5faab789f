import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import type { Params } from '../../../shared/contract/api';
import { heardSpan } from '../../../shared/edits/takeHearing';
import { clock } from '../../../shared/text/clock';
import { useEditor } from '../../editor/editorState';
import { call } from '../../session/calls/call';
import { useJob } from '../../session/calls/useJob';
import { askToHearAgain, useHearAgain } from '../../session/hearAgain';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { ErrorNote } from '../../ui/ErrorNote';
import { ProgressNote } from '../../ui/ProgressNote';
import { Sheet } from '../../ui/Sheet';
import { AskHow } from './AskHow';
import { Comparison } from './Comparison';
import './again.css';

type Told = Omit<Params<'transcribe.again'>, 'project' | 'take'>;

/**
 * Has a stretch of the recording, or all of it, heard again. It asks how, shows how far it is, shows what is heard
 * beside what is there, and takes it only when the person says so. It goes on behind the other pages of an interview.
 */
export function HearAgain() {
  const interview = useInterview();
  const wish = useHearAgain((state) => state.wish);
  const hearing = useInterviewState(({ document }) => document.hearing);
  const job = useJob('transcribe.again');
  const [asking, ask] = useState(true);
  const [looking, look] = useState(false);
  const told = useRef<Told | null>(null);
  useEffect(() => () => askToHearAgain(null), []);

  const isOpen = wish !== null || looking;
  const close = () => {
    askToHearAgain(null);
    look(false);
    ask(true);
  };
  const start = async (params: Told) => {
    told.current = params;
    ask(false);
    useEditor.getState().binding?.keep();
    await interview.saved();
    await job.start({ project: interview.project, ...params });
  };
  const goOn = () => {
    if (told.current) void start(told.current);
    else if (hearing) {
      const { language, languages, prompt, beam, model } = hearing.settings;
      void start({
        ...(hearing.of === 'stretch' && { stretch: hearing.span }),
        model: model.name,
        ...(languages ? { languages } : { language }),
        prompt,
        beam,
      });
    }
  };
  const leave = () => {
    void call('transcribe.leave', { project: interview.project }).catch(() => undefined);
    close();
  };
  const span = hearing && heardSpan(hearing);
  const compares = !job.running && hearing !== undefined && (looking || !asking);
  return (
    <>
      {!isOpen && (job.running || (span && hearing.finished > 0)) && (
        <div className="again-note row" role="group" aria-label={t('Heard again')}>
          {job.running ? (
            <ProgressNote progress={job.progress} onCancel={job.cancel} />
          ) : (
            span && (
              <span>
                {t('What was heard again, {from} to {to}, is not taken yet.', {
                  from: clock(span.from),
                  to: clock(span.to),
                })}
              </span>
            )
          )}
          <Button className="button" onPress={() => look(true)}>
            {t('Look at it')}
          </Button>
        </div>
      )}
      <Sheet title={t('Transcribe again')} isOpen={isOpen} onClose={close}>
        {job.error && <ErrorNote error={job.error} onDismiss={job.reset} />}
        {job.running ? (
          <>
            <ProgressNote progress={job.progress} onCancel={job.cancel} />
            <p className="soft">
              {t('The transcript stays as it is. If you cancel, what was heard so far is kept.')}
            </p>
          </>
        ) : compares ? (
          <Comparison onGoOn={goOn} onLeave={leave} onClose={close} />
        ) : (
          wish && <AskHow wish={wish} onStart={(params) => void start(params)} />
        )}
      </Sheet>
    </>
  );
}
