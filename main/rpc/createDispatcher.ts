import { api } from '../../shared/contract/api';
import type { AppEvent } from '../../shared/contract/events';
import { createHandlers } from '../app/createHandlers';
import { Dispatcher } from './Dispatcher';
import type { Contract, HandlersOf } from '../app/Handlers';
import { OpenProjects } from '../app/OpenProjects';

/** The parts that the caller brings besides the services. */
export interface Surroundings<C extends Contract> {
  /** Called with errors that are defects of ours, with their stack; callers only ever see `INTERNAL`. */
  onDefect?: (defect: unknown) => void;
  /** Called with the events that clients are told without having asked. */
  onEvent?: (event: AppEvent) => void;
  /** Reads the system's own proxy settings for an address, as `PROXY host:port`; only a window's system can. */
  systemProxy?: (url: string) => Promise<string>;
  /** Methods that only this caller has. */
  more?: { api: C; handlers: HandlersOf<C> };
}

export interface Services<C extends Contract> {
  dispatcher: Dispatcher<typeof api & C>;
  /** Returns what the player of a project plays; null when no such project is open, or nothing was prepared. */
  playback: OpenProjects['playback'];
  /** Tells whether any project is open. */
  isOpen: () => boolean;
  /** Cancels what runs and closes every project; a project that nothing works on is closed at once. */
  close: () => Promise<void>;
}

/** Builds the services and the dispatcher in front of them; this is the one place where they meet. */
export function createDispatcher<C extends Contract>({
  onDefect = () => undefined,
  onEvent = () => undefined,
  systemProxy,
  more,
}: Surroundings<C> = {}): Services<C> {
  const projects = new OpenProjects(onEvent);
  const contract = { ...api, ...more?.api } as typeof api & C;
  const handlers = { ...createHandlers(projects, systemProxy), ...more?.handlers } as HandlersOf<
    typeof api & C
  >;
  const dispatcher = new Dispatcher(contract, handlers, onDefect);
  return {
    dispatcher,
    playback: (project) => projects.playback(project),
    isOpen: () => projects.count > 0,
    close: () => {
      dispatcher.cancelAll();
      return projects.closeAll();
    },
  };
}
