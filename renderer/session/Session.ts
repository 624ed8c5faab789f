import type { Locale } from '../../shared/messages/messages';
import type { AppErrorShape } from '../../shared/model/errors';
import type { Settings } from '../../shared/contract/windowApi';
import type { Stage } from './stage';

export type Tab = 'transcript' | 'identities' | 'review' | 'published' | 'export';

/** The fields of an export that can be gone to. */
export type ExportField = 'title' | 'intro' | 'folder';

/** A thing that is shown, or gets the keyboard, when its tab is next on the screen. */
export type Target =
  | { tab: 'transcript'; wordId: string }
  | { tab: 'identities'; entityId: string }
  | { tab: 'export'; field: ExportField };

/** A file that is being opened or made. It is shown when it is ready, unless the app was locked meanwhile. */
export interface Opening {
  path: string;
  /** The value of `locks` when this began. */
  locks: number;
}

export interface Session {
  stage: Stage;
  openings: readonly Opening[];
  /** Number of locks since the window was opened. */
  locks: number;
  /** Minutes until the interview is locked, rounded up; null when it will not be. */
  minutesLeft: number | null;

  /** The screen is `interview` only while there is one. */
  screen: 'start' | 'queue' | 'interview';
  tab: Tab;
  target: Target | null;
  /** A project file that the system, or a drop, asks to open. */
  asked: string | null;
  /** Recordings and transcripts that were dropped, until a screen takes them. */
  dropped: readonly string[];
  /** Sentences on what the import of the interview put right, left out or guessed, until they were read. */
  notes: readonly string[];
  dialog: 'keys' | 'settings' | 'models' | null;
  /** An error that no screen shows. */
  trouble: AppErrorShape | null;

  /** The language that the app speaks. */
  locale: Locale;
  settings: Settings;
  /** The reason why settings could not be kept. */
  settingsFailure: AppErrorShape | null;
}
