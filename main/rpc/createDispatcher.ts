import { createHandlers } from './createHandlers';
import { Dispatcher } from './Dispatcher';
import { OpenProjects } from './OpenProjects';

/**
 * Builds the services and the dispatcher before them: the one place where they meet.
 * @param onDefect hears of errors that are ours, with their stack; callers only ever see `INTERNAL`.
 */
export function createDispatcher(onDefect: (defect: unknown) => void = () => undefined): {
  dispatcher: Dispatcher;
  /** Cancels what runs and closes every project. */
  close: () => void;
} {
  const projects = new OpenProjects();
  const dispatcher = new Dispatcher(createHandlers(projects), onDefect);
  return {
    dispatcher,
    close: () => {
      dispatcher.cancelAll();
      projects.closeAll();
    },
  };
}
