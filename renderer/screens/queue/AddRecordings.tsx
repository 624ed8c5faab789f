import { useState, type SyntheticEvent } from 'react';
import { Button, Form } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { fileNameOf, projectFilesIn } from '../start/fileNames';
import { PassphraseFields } from '../start/PassphraseFields';
import { objectionTo, settleChoice, useTranscriptionChoice } from '../start/transcriptionChoice';
import { TranscriptionFields } from '../start/TranscriptionFields';
import { call } from '../../session/calls/call';
import { useModels } from '../../session/models/useModels';
import { enqueueRecordings } from '../../session/queue/queue';
import { ErrorNote } from '../../ui/ErrorNote';
import { Tick } from '../../ui/Tick';
import {
  draftAsPieces,
  draftFolder,
  draftRecordings,
  emptyDraft,
  takeOutOfDraft,
  useDraft,
} from '../../session/queue/draft';

/** Chooses what goes into the queue: recordings, a folder, and the settings for all of them. */
export function AddRecordings() {
  const { recordings, pieces, folder } = useDraft();
  const asOne = pieces && recordings.length > 1;
  const [choice, setChoice] = useTranscriptionChoice();
  const { models, error, look } = useModels(choice.language);
  const [passphrase, setPassphrase] = useState('');
  // A new round makes the passphrase's fields anew for the next recordings.
  const [round, setRound] = useState(0);
  const objection =
    recordings.length === 0
      ? t('Choose recordings first.')
      : folder === null
        ? t('Choose a folder for the interviews.')
        : objectionTo(choice, models);

  const start = (event: SyntheticEvent) => {
    event.preventDefault();
    if (objection !== null || folder === null) return;
    const sources = asOne ? [recordings] : recordings.map((recording) => [recording]);
    const paths = projectFilesIn(
      folder,
      sources.map((files) => files[0] ?? ''),
    );
    const made = sources.map((files, i) => ({ files, path: paths[i] ?? '' }));
    enqueueRecordings(made, passphrase, settleChoice(choice, models));
    emptyDraft();
    setPassphrase('');
    setRound(round + 1);
  };
  return (
    <section className="stack" aria-labelledby="add">
      <h2 id="add">{t('Add recordings')}</h2>
      <Form className="stack roomy" onSubmit={start}>
        <Recordings recordings={recordings} pieces={pieces} />
        <Folder folder={folder} />
        <PassphraseFields key={round} value={passphrase} onChange={setPassphrase} several />
        <fieldset className="plain stack">
          <legend>
            <h2>{t('Transcription')}</h2>
          </legend>
          {error && <ErrorNote error={error} onRetry={look} />}
          <TranscriptionFields choice={choice} onChange={setChoice} models={models} />
        </fieldset>
        <div className="row">
          <Button className="button primary" type="submit" isDisabled={objection !== null}>
            {recordings.length > 1 && !asOne
              ? t('Transcribe {count, plural, one {# recording} other {# recordings}}', {
                  count: recordings.length,
                })
              : t('Transcribe')}
          </Button>
          <span className="soft" role="status">
            {objection}
          </span>
        </div>
      </Form>
    </section>
  );
}

function Recordings({ recordings, pieces }: { recordings: readonly string[]; pieces: boolean }) {
  const choose = async () => {
    const { paths } = await call('window.chooseRecordings', {});
    draftRecordings(paths);
  };
  return (
    <div className="field" role="group" aria-labelledby="recordings">
      <span className="label" id="recordings">
        {t('Recordings')}
      </span>
      <ul className="chosen">
        {recordings.map((recording) => (
          <li key={recording} className="row">
            <span className="file-name">{fileNameOf(recording)}</span>
            <Button className="button quiet" onPress={() => takeOutOfDraft(recording)}>
              {t('Remove')}
              <span className="visually-hidden"> {fileNameOf(recording)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button className="button" onPress={() => void choose()}>
          {recordings.length === 0 ? t('Choose recordings…') : t('Choose more…')}
        </Button>
        <span className="soft">{t('or drop them here, as many as you like')}</span>
      </div>
      {recordings.length > 1 && (
        <Tick
          isSelected={pieces}
          onChange={draftAsPieces}
          label={t('They are pieces of one recording')}
          note={t(
            'For cameras that cut long recordings up: the pieces become one interview, in the camera’s order.',
          )}
        />
      )}
    </div>
  );
}

function Folder({ folder }: { folder: string | null }) {
  const choose = async () => {
    const { path } = await call('window.chooseFolder', {});
    if (path !== null) draftFolder(path);
  };
  return (
    <div className="field" role="group" aria-labelledby="folder">
      <span className="label" id="folder">
        {t('Folder for the interviews')}
      </span>
      <div className="row">
        {folder !== null && <span className="file-name">{folder}</span>}
        <Button className="button" onPress={() => void choose()}>
          {folder === null ? t('Choose a folder…') : t('Choose another…')}
        </Button>
      </div>
      <p className="soft">{t('Each recording becomes an encrypted file there, named after it.')}</p>
    </div>
  );
}
