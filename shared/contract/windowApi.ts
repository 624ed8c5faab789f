import * as z from 'zod';
import { DEFAULT_QUESTIONS, questionLevelSchema } from '../model/questionLevel';
import { LOCALES } from '../messages/messages';
import { menuActionSchema } from './events';

const fields = {
  theme: z.enum(['system', 'light', 'dark']),
  /** The language of the app itself. */
  locale: z.enum(['system', ...LOCALES]),
  /** Minutes without a key or a click after which the project is locked; 0 is never. */
  lockAfter: z.number().int().min(0).max(240),
  /** Name or file of the model that was used last. */
  model: z.string().max(4096),
  language: z.string().min(2).max(8),
  /**
   * Level of being asked. It belongs to the person, like their keys, and says nothing about an interview, so no
   * interview keeps it.
   */
  ask: questionLevelSchema,
  /** File of a names model of one's own, or nothing. */
  namesModel: z.string().max(4096),
  /** File of a voice model of one's own, or nothing. */
  voiceModel: z.string().max(4096),
  /** Keys by action, such as `Mod+1`, where they are not those that the app comes with. */
  keys: z.record(z.string().max(40), z.string().max(40)),
};

/** Settings that are not secret and say nothing about any interview. They are kept in a plain file. */
export const settingsSchema = z.object({
  theme: fields.theme.default('system'),
  locale: fields.locale.default('system'),
  lockAfter: fields.lockAfter.default(10),
  model: fields.model.default(''),
  language: fields.language.default('auto'),
  ask: fields.ask.default(DEFAULT_QUESTIONS),
  namesModel: fields.namesModel.default(''),
  voiceModel: fields.voiceModel.default(''),
  keys: fields.keys.default({}),
});
export type Settings = z.infer<typeof settingsSchema>;

const chosen = z.object({
  /** Null when the person changed their mind. */
  path: z.string().nullable(),
});

/** Methods that only a window can have: dialogs of the system, its file manager, settings of this machine's user. */
export const windowApi = {
  'window.chooseFile': {
    params: z
      .object({
        kind: z.enum(['recording', 'transcript', 'project', 'model', 'text', 'namesModel', 'voiceModel']),
      })
      .strict(),
    result: chosen,
  },
  /** Asks for any number of recordings; none when the person changed their mind. */
  'window.chooseRecordings': {
    params: z.object({}).strict(),
    result: z.object({ paths: z.array(z.string()) }),
  },
  /** Asks where a new project is to be saved. */
  'window.chooseNew': {
    params: z.object({ name: z.string().max(200) }).strict(),
    result: chosen,
  },
  'window.chooseFolder': { params: z.object({}).strict(), result: chosen },
  'window.showInFolder': { params: z.object({ path: z.string().min(1) }).strict(), result: z.object({}) },
  /** Tells that the page has something that would be lost: a window that is about to close stays, and the page asks. */
  'window.stay': { params: z.object({}).strict(), result: z.object({}) },
  /** Sets what the menus offer: the keys that were chosen, and what can be done where the person is. */
  'window.showMenus': {
    params: z.object({ keys: fields.keys, possible: z.array(menuActionSchema) }).strict(),
    result: z.object({}),
  },
  'window.copy': { params: z.object({ text: z.string().max(10_000) }).strict(), result: z.object({}) },
  /** Returns the language that the app speaks now, and its messages. */
  'window.messages': {
    params: z.object({}).strict(),
    result: z.object({ locale: z.enum(LOCALES), messages: z.record(z.string(), z.string()) }),
  },
  'settings.get': { params: z.object({}).strict(), result: settingsSchema },
  /** Changes the given settings. A default would count as given, so these fields have none. */
  'settings.set': { params: z.object(fields).partial().strict(), result: settingsSchema },
} as const;
