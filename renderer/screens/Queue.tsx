import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { goToInterview } from '../session/go';
import { openSheet } from '../session/notices';
import { isActive, useQueue } from '../session/queue/queue';
import { openInterviewOf, useSession } from '../session/useSession';
import { useLostFocus } from '../ui/useLostFocus';
import { AddRecordings } from './queue/AddRecordings';
import { draftRecordings } from '../session/queue/draft';
import { QueueRow } from './queue/QueueRow';
import { isTranscript } from './start/fileNames';
import { useDropped } from './start/useDropped';
import './queue/Queue.css';
import './start/Start.css';

/** Shows several recordings that are imported and transcribed one after another. */
export function Queue() {
  const items = useQueue((state) => state.items);
  const interview = useSession(openInterviewOf);
  const title = useLostFocus<HTMLHeadingElement>();
  const list = useRef<HTMLHeadingElement>(null);
  const before = useRef(items.length);
  // People want to see what they just put in, and it stands above the form.
  useEffect(() => {
    if (items.length > before.current) list.current?.focus();
    before.current = items.length;
  }, [items.length]);
  useDropped((paths) => draftRecordings(paths.filter((path) => !isTranscript(path))));
  return (
    <div className="start">
      <header className="row start-head">
        <Button className="button" onPress={() => goToInterview()}>
          {interview ? t('Back to the interview') : t('Back to the start')}
        </Button>
        <span className="product">Withheld</span>
        <Button className="button quiet" onPress={() => openSheet('settings')}>
          {t('Settings')}
        </Button>
      </header>
      <main className="queue stack roomy">
        <h1 ref={title} tabIndex={-1}>
          {t('Several recordings')}
        </h1>
        {items.length > 0 && (
          <section className="stack" aria-labelledby="queue">
            <h2 id="queue" ref={list} tabIndex={-1}>
              {t('In the queue')}
            </h2>
            <p className="soft" role="status">
              {summary(items.filter(isActive).length, items.length)}
            </p>
            <ul className="queue-items">
              {items.map((item) => (
                <QueueRow key={item.id} item={item} />
              ))}
            </ul>
          </section>
        )}
        <AddRecordings />
      </main>
    </div>
  );
}

function summary(left: number, all: number): string {
  if (left === 0) return t('Nothing is waiting.');
  return t('{ended} of {all} ended. The others go on, one at a time, while you work on something else.', {
    ended: all - left,
    all,
  });
}
