import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import {
  cancelItem,
  canResume,
  isActive,
  openItem,
  type QueueItem,
  removeItem,
  resumeItem,
} from '../../session/queue/queue';
import { ErrorNote } from '../../ui/ErrorNote';
import { ImportNotes } from '../../ui/ImportNotes';
import { ProgressNote } from '../../ui/ProgressNote';

const STATES: Record<QueueItem['state'], () => string> = {
  waiting: () => t('Waiting'),
  importing: () => t('Importing'),
  transcribing: () => t('Transcribing'),
  done: () => t('Done'),
  failed: () => t('Failed'),
  cancelled: () => t('Cancelled'),
};

/** Shows one recording: what is being done with it, what was recognised last, and what can be done. */
export function QueueRow({ item }: { item: QueueItem }) {
  const { id, name, state, stopping, progress, error, notes, recognised, words } = item;
  const active = isActive(item);
  const runs = active && state !== 'waiting';
  const hasFile = item.files === null;
  return (
    <li className="queue-item stack tight" aria-label={name}>
      <div className="row spread">
        <h3>{name}</h3>
        <span className="soft" role="status">
          {stopping ? t('Stopping; what was heard is kept.') : stateOf(item)}
        </span>
      </div>
      {runs && <ProgressNote progress={progress} />}
      {recognised !== '' && words !== 0 && <p className="heard">{recognised}</p>}
      {error && <ErrorNote error={error} />}
      <ImportNotes notes={notes} />
      {words === 0 && (
        <p>
          <strong>{t('Nothing was heard in this recording.')}</strong>{' '}
          {t('If somebody speaks in it, try another audio track or another model.')}
        </p>
      )}
      <div className="row">
        {active && (
          <Button className="button" isDisabled={stopping} onPress={() => cancelItem(id)}>
            {t('Cancel')}
            <Of name={name} />
          </Button>
        )}
        {(state === 'cancelled' || state === 'failed') && canResume(item) && (
          <Button className="button" onPress={() => resumeItem(id)}>
            {state === 'failed' ? t('Try again') : hasFile ? t('Resume') : t('Start again')}
            <Of name={name} />
          </Button>
        )}
        {error?.code === 'MEDIA_TRUNCATED' && canResume(item) && (
          <Button className="button" onPress={() => resumeItem(id, true)}>
            {t('Import what is there')}
            <Of name={name} />
          </Button>
        )}
        {!active && hasFile && (
          <Button className="button" onPress={() => void openItem(item)}>
            {t('Open')}
            <Of name={name} />
          </Button>
        )}
        {!runs && (
          <Button className="button quiet" onPress={() => removeItem(id)}>
            {t('Remove from the list')}
            <Of name={name} />
          </Button>
        )}
      </div>
      {!active && state !== 'done' && !canResume(item) && (
        <p className="soft">
          {hasFile
            ? t('Open it to go on with it.')
            : t('Its passphrase was forgotten when the app was locked: add the recording again.')}
        </p>
      )}
    </li>
  );
}

/** Tells whose button it is to somebody who does not see where it stands. */
const Of = ({ name }: { name: string }) => <span className="visually-hidden"> {name}</span>;

function stateOf({ state, words }: QueueItem): string {
  if (state === 'done' && words !== null && words > 0)
    return t('Done: {words, plural, one {# word} other {# words}}', { words });
  return STATES[state]();
}
