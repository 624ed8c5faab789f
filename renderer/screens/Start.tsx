import { useEffect } from 'react';
import { t } from '../../shared/messages/messages';
import type { AppErrorShape } from '../../shared/model/errors';
import { onEvent } from '../session/calls/call';
import { chooseInterview, forgetAsked } from '../session/go';
import { reportTrouble } from '../session/notices';
import { useSession } from '../session/useSession';
import { draftRecordings } from '../session/queue/draft';
import { SheetButtons } from './SheetButtons';
import { isTranscript } from './start/fileNames';
import { NewInterview, type Sources } from './start/NewInterview';
import { OpenInterview } from './start/OpenInterview';
import { useDropped } from './start/useDropped';
import { Welcome } from './start/Welcome';
import './start/Start.css';

const leftOut = (count: number): AppErrorShape => ({
  code: 'USAGE',
  message: t('{count, plural, one {A transcript was not taken.} other {# transcripts were not taken.}}', {
    count,
  }),
  next: t('An interview has one transcript: drop each together with its own recording.'),
});

interface Props {
  /** The files chosen for a new interview; null where none is being made. */
  sources: Sources | null;
  onSources: (sources: Sources | null) => void;
}

/** Leads to every beginning: a new interview, one to go on with, or the demo. */
export function Start({ sources, onSources }: Props) {
  const asked = useSession((state) => state.asked);
  const locked = useSession(({ stage }) => (stage.is === 'locked' ? stage.path : null));
  useDropped((paths) => {
    const recordings = paths.filter((path) => !isTranscript(path));
    const [transcript, ...others] = paths.filter(isTranscript);
    const left = recordings.length > 1 && transcript !== undefined ? [transcript, ...others] : others;
    if (left.length > 0) reportTrouble(leftOut(left.length));
    if (recordings.length > 1) return draftRecordings(recordings);
    onSources({
      recording: recordings[0] ?? sources?.recording ?? null,
      transcript: transcript ?? sources?.transcript ?? null,
    });
    forgetAsked();
  });
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type !== 'menu') return;
        if (event.action === 'open') void chooseInterview();
        if (event.action !== 'new') return;
        forgetAsked();
        onSources({ recording: null, transcript: null });
      }),
    [onSources],
  );
  const path = asked ?? locked;
  return (
    <div className="start">
      <header className="row start-head">
        <span className="product">Withheld</span>
        <SheetButtons />
      </header>
      <main>
        {path !== null ? (
          <OpenInterview key={path} path={path} locked={asked === null} />
        ) : sources ? (
          <NewInterview sources={sources} onChange={onSources} onBack={() => onSources(null)} />
        ) : (
          <Welcome onNew={onSources} />
        )}
      </main>
    </div>
  );
}
