import { useEffect } from 'react';
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { resetEditor } from '../editor/editorState';
import { EditorTab } from '../editor/EditorTab';
import { useInterviewKeys } from '../editor/useInterviewKeys';
import { GoToTime } from '../player/GoToTime';
import { PlayerProvider } from '../player/PlayerContext';
import { goToTab } from '../session/go';
import { closeInterview, lock } from '../session/leaveInterview';
import { dismissNotes } from '../session/notices';
import type { Tab as TabKey } from '../session/Session';
import { useSpeechWithoutWords } from '../session/speech';
import { leavingIn } from '../session/stage';
import { useSuggestions } from '../session/suggestions';
import { useInterview, useInterviewState } from '../session/useInterview';
import { useRefinedMarks } from '../session/useRefinedMarks';
import { isSaving, useSession } from '../session/useSession';
import { ErrorNote } from '../ui/ErrorNote';
import { ImportNotes } from '../ui/ImportNotes';
import { HearAgain } from './again/HearAgain';
import { ExportPage } from './ExportPage';
import { Identities } from './Identities';
import { Published } from './Published';
import { ReviewTab } from './ReviewTab';
import { SheetButtons } from './SheetButtons';
import { ResumeTranscription } from './start/ResumeTranscription';
import { LeavingDialog } from './unsaved/LeavingDialog';
import { Unsaved } from './unsaved/Unsaved';
import './InterviewScreen.css';

/**
 * Shows an interview: its transcript, its identities, what waits for review, how it will be published, and its export.
 */
export function InterviewScreen() {
  useEffect(() => resetEditor, []);
  const saving = useSession(isSaving);
  // Nobody may read on while it is about to be locked, whatever the lock waits for.
  const asks = useInterviewState(({ refusal }) => refusal !== null);
  const hidden = useSession(({ stage }) => leavingIn(stage) === 'lock' && (stage.is === 'saving' || asks));
  return (
    <PlayerProvider>
      <div className="interview-screen" inert={saving} data-hidden={hidden || undefined}>
        <Unsaved />
        <HearAgain />
        <GoToTime />
        <Frame />
        <LeavingDialog />
      </div>
    </PlayerProvider>
  );
}

/** Holds everything. Only another tab draws it again, and never a key that acts within one. */
function Frame() {
  const interview = useInterview();
  const tab = useSession((state) => state.tab);
  useEffect(() => {
    // The element with the keyboard may go with the tab it was in, which is still there at this moment.
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('.tab-list [aria-selected="true"]')?.focus();
    });
    return () => clearTimeout(timer);
  }, [tab]);

  return (
    <Tabs className="interview" selectedKey={tab} onSelectionChange={(key) => goToTab(key as TabKey)}>
      <Keys />
      <header>
        <div className="interview-head">
          <h1>{interview.name}</h1>
          <div className="row soft" role="status">
            <Saved />
            <FindingEdges />
            <Locking />
          </div>
          <div className="row">
            <SheetButtons />
            <Button className="button" onPress={() => void closeInterview()}>
              {t('Close')}
            </Button>
            <Button className="button primary" onPress={() => goToTab('export')}>
              {t('Export…')}
            </Button>
          </div>
        </div>
        <div className="interview-tabs">
          <TabList aria-label={t('Interview')} className="tab-list">
            <Tab id="transcript">{t('Transcript')}</Tab>
            <Tab id="identities">
              {t('Identities')} <Identified />
            </Tab>
            <Tab id="review">
              {t('Review')} <Open />
            </Tab>
            <Tab id="published">{t('As published')}</Tab>
            <Tab id="export">{t('Export')}</Tab>
          </TabList>
          <Stage />
        </div>
      </header>
      <main className="interview-main">
        <Failure />
        <Notes />
        <div className="interview-body">
          <TabPanel id="transcript">
            <EditorTab above={<ResumeTranscription />} />
          </TabPanel>
          <TabPanel id="identities">
            <Identities />
          </TabPanel>
          <TabPanel id="review">
            <ReviewTab />
          </TabPanel>
          <TabPanel id="published">
            <Published />
          </TabPanel>
          <TabPanel id="export">
            <ExportPage />
          </TabPanel>
        </div>
      </main>
    </Tabs>
  );
}

function Keys() {
  useInterviewKeys();
  return null;
}

const useIdentified = () => useInterviewState(({ document }) => document.entities.length);
const Identified = () => useIdentified();
const useOpen = () => useSuggestions().open.length + useSpeechWithoutWords().length;
const Open = () => useOpen();

/** Tells how far the interview has come: it is a draft, being marked, or marked once no decision is open. */
function Stage() {
  const identified = useIdentified();
  const open = useOpen();
  const stage = identified === 0 ? 'draft' : open > 0 ? 'marking' : 'marked';
  return (
    <span className="soft">
      {t('{stage, select, draft {draft} marking {being marked} other {marked}}', { stage })}
    </span>
  );
}

const FindingEdges = () => useRefinedMarks() && <span>{t('finding edges')}</span>;

function Failure() {
  const interview = useInterview();
  const failure = useInterviewState((state) => state.failure);
  return failure && <ErrorNote error={failure} onDismiss={() => interview.dismissFailure()} />;
}

function Notes() {
  const notes = useSession((state) => state.notes);
  return <ImportNotes notes={notes} onDismiss={dismissNotes} />;
}

function Saved() {
  const saving = useInterviewState((state) => state.saving > 0 || state.unsaved);
  const refused = useInterviewState((state) => state.refusal !== null);
  return <span>{refused ? t('not saved') : saving ? t('saving') : t('saved')}</span>;
}

function Locking() {
  const minutes = useSession((state) => state.minutesLeft);
  return (
    <>
      {minutes !== null && <span className="numbers">{t('locks in {minutes} min', { minutes })}</span>}
      <Button className="button quiet" onPress={() => void lock()}>
        {t('Lock now')}
      </Button>
    </>
  );
}
