import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { onLocking } from '../session/leaveInterview';
import { useInterviewState } from '../session/useInterview';
import { ProgressNote } from '../ui/ProgressNote';
import { AskUndecided } from './export/AskUndecided';
import { chooseFolder } from './export/chooseFolder';
import { ExportError } from './export/ExportError';
import { ExportFormFields } from './export/ExportFormFields';
import { settled, useExporter, useExportState } from './export/exportState';
import { OpenPoints } from './export/OpenPoints';
import { Result } from './export/Result';
import { useUndecided } from './export/useUndecided';
import { WhatComesOut } from './export/WhatComesOut';
import './export/export.css';

/** Exports an interview, and shows what verification found in it. */
export function ExportPage() {
  const exporter = useExporter();
  const document = useInterviewState((state) => state.document);
  const { form: given, running, progress, error, outcome } = useExportState((state) => state);
  const form = settled(given, document);
  const isEmpty = form.formats.size === 0 && form.recording === 'none';

  // News is scrolled into view, and gets the keyboard if what had it is gone.
  const end = useRef<HTMLDivElement>(null);
  const seen = useRef(error ?? outcome);
  useEffect(() => {
    const news = error ?? outcome;
    if (news && news !== seen.current) {
      end.current?.scrollIntoView({ block: 'nearest' });
      if (window.document.activeElement === window.document.body) end.current?.focus({ preventScroll: true });
    }
    seen.current = news;
  }, [error, outcome]);

  const { undecided, questions } = useUndecided();
  const [asking, setAsking] = useState(false);
  useEffect(() => onLocking(() => setAsking(false)), []);
  const start = async () => {
    const folder = form.folder ?? (await chooseFolder());
    if (folder === null) return;
    exporter.change({ folder });
    await exporter.export(folder);
  };
  const verify = async () => {
    const folder = await chooseFolder();
    if (folder !== null) await exporter.verify(folder);
  };

  return (
    <div className="export">
      <ExportFormFields form={form} isDisabled={running !== null} />
      <WhatComesOut form={form} />
      <section className="export-part" aria-labelledby="open-title">
        <h2 id="open-title">{t('Before you export')}</h2>
        <OpenPoints hasRecording={form.recording !== 'none'} />
      </section>
      {running ? (
        <section className="stack" aria-label={t('Progress')}>
          <p role="status">
            {running === 'export'
              ? t('Exporting. Nothing appears in the folder until every check has passed.')
              : t('Checking the folder.')}
          </p>
          <ProgressNote progress={progress} onCancel={() => exporter.cancel()} />
        </section>
      ) : (
        <div className="row">
          <Button
            className="button primary"
            isDisabled={isEmpty}
            onPress={() => (questions.length > 0 ? setAsking(true) : void start())}
          >
            {t('Export and verify')}
          </Button>
          <Button className="button" onPress={() => void verify()}>
            {t('Verify a folder again…')}
          </Button>
          {isEmpty && <span className="soft">{t('Choose a text format or a recording first.')}</span>}
        </div>
      )}
      <AskUndecided
        undecided={undecided}
        questions={questions}
        isOpen={asking}
        onExport={() => void start()}
        onClose={() => setAsking(false)}
      />
      {error && <ExportError error={error} />}
      {outcome && <Result outcome={outcome} />}
      <div ref={end} tabIndex={-1} />
      <p className="soft export-limits">
        {t(
          'A voice, a room or a story can identify a person even where every name is withheld. What nobody marked is published.',
        )}
      </p>
    </div>
  );
}
