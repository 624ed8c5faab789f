import * as z from 'zod';
import { commandSchema } from '../document/commands';
import { CHANGE_KINDS } from '../document/History';
import { ACTION_NAMES } from './actions';
import { progressSchema } from './envelope';

/**
 * The state of a document after a change: how many changes there were since it was opened, and what can be taken back.
 */
export const changeState = {
  revision: z.number().int().min(0),
  /** Label of what undo would take back; null when there is nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
};

/** Actions that the menus ask for; the window's own keys do the same. */
export const menuActionSchema = z.enum(['new', 'open', 'close', ...ACTION_NAMES]);
export type MenuAction = z.infer<typeof menuActionSchema>;

/** Events that a client is told of without having asked. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), id: z.string(), progress: progressSchema }),
  /** A command was carried out on a project, whoever asked for it. The commands of one project come in order. */
  z.object({
    type: z.literal('changed'),
    project: z.string(),
    command: commandSchema,
    kind: z.enum(CHANGE_KINDS),
    /** Id by which the change is known; a call that changes something may choose it. */
    origin: z.string(),
    ...changeState,
  }),
  z.object({ type: z.literal('menu'), action: menuActionSchema }),
  /** The system asks to open a project file, after a double click on it. */
  z.object({ type: z.literal('openFile'), path: z.string() }),
  /** The screen was locked or the machine goes to sleep. */
  z.object({ type: z.literal('lock') }),
]);
export type AppEvent = z.infer<typeof eventSchema>;
