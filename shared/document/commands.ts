import * as z from 'zod';
import { chapterSchema } from '../model/chapter';
import { coverSchema } from '../model/cover';
import { boundarySettingsSchema } from '../model/boundarySettings';
import { entitySchema, mentionSchema, spanSchema } from '../model/entity';
import { speakerSchema, wordSchema } from '../model/word';
import {
  exportRecordSchema,
  hearingSchema,
  heardStretchSchema,
  transcriptionSchema,
  voiceSchema,
  type ProjectDocument,
} from './document';
import { followWords } from './followWords';
import { markerWordSchema } from '../model/marker';
import { mediaSchema } from '../model/media';
import { markerOfLanguage } from './markerOfLanguage';

/** Position in its list of something that is put back. */
const position = z.number().int().min(0).optional();

/** Lists of stretches that a person listened to and decided about. */
const heardListSchema = z.enum(['wordless', 'overruled']);

const singleCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('setMedia'), media: mediaSchema.nullable() }),
  z.object({
    type: z.literal('setTranscript'),
    language: z.string().min(2),
    words: z.array(wordSchema),
    speakers: z.array(speakerSchema),
    transcription: transcriptionSchema.nullable(),
  }),
  z.object({ type: z.literal('setLanguages'), languages: z.array(z.string().min(2)).min(1).optional() }),
  /** Puts words in place of `remove` others, from position `at` on. */
  z.object({
    type: z.literal('replaceWords'),
    at: z.number().int().min(0),
    remove: z.number().int().min(0),
    words: z.array(wordSchema),
  }),
  z.object({ type: z.literal('putSpeaker'), speaker: speakerSchema, at: position }),
  z.object({ type: z.literal('removeSpeaker'), id: z.string() }),
  /** Puts the words of the next finished window behind those that are there. */
  z.object({
    type: z.literal('addWindow'),
    words: z.array(wordSchema),
    language: z.string().min(2),
  }),
  z.object({ type: z.literal('putEntity'), entity: entitySchema, at: position }),
  z.object({ type: z.literal('removeEntity'), id: z.string() }),
  z.object({ type: z.literal('putMention'), mention: mentionSchema, at: position }),
  z.object({ type: z.literal('removeMention'), id: z.string() }),
  z.object({ type: z.literal('putCover'), cover: coverSchema, at: position }),
  z.object({ type: z.literal('removeCover'), id: z.string() }),
  z.object({ type: z.literal('putChapter'), chapter: chapterSchema, at: position }),
  z.object({ type: z.literal('removeChapter'), id: z.string() }),
  z.object({ type: z.literal('setSpeech'), speech: z.array(spanSchema).nullable() }),
  /** Sets which parts of the skipped pauses are transcribed by now. */
  z.object({ type: z.literal('setHeardPauses'), heard: z.array(spanSchema) }),
  /** Sets what was heard anew and is not taken yet; without it there is none. */
  z.object({
    type: z.literal('setHearing'),
    hearing: hearingSchema.optional(),
    /** Undoing a take puts its hearing back only where nothing was heard since. */
    unlessNewer: z.literal(true).optional(),
  }),
  /** Puts the words of the hearing's next finished window behind those that it has. */
  z.object({
    type: z.literal('addHeard'),
    words: z.array(wordSchema),
    language: z.string().min(2).optional(),
  }),
  z.object({ type: z.literal('putHeard'), list: heardListSchema, stretch: heardStretchSchema, at: position }),
  z.object({ type: z.literal('removeHeard'), list: heardListSchema, id: z.string() }),
  z.object({ type: z.literal('addExport'), record: exportRecordSchema }),
  z.object({ type: z.literal('removeLastExport') }),
  z.object({ type: z.literal('setVoice'), voice: voiceSchema.optional() }),
  /** `follows`: nobody chose the word, and it changes with the language. */
  z.object({
    type: z.literal('setMarkerWord'),
    markerWord: markerWordSchema,
    follows: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('setBoundaries'), boundaries: boundarySettingsSchema }),
  z.object({ type: z.literal('setNextId'), nextId: z.number().int().positive() }),
]);
export type SingleCommand = z.infer<typeof singleCommandSchema>;

/**
 * Every change of a document is a command, as data. It is appended to the journal before anyone is told that it
 * happened, and `applyCommand` gives back the command that undoes it. `label` names the action for undo; it says what
 * kind of thing was done, never to which word.
 */
export const commandSchema = z.object({
  label: z.string().min(1),
  steps: z.array(singleCommandSchema).min(1),
});
export type Command = z.infer<typeof commandSchema>;

/**
 * Applies a command to a document without changing it.
 * @returns the new document and the command that takes it back.
 * @throws {Error} when the command does not fit the document (a defect of the caller, not of the user).
 */
export function applyCommand(
  document: ProjectDocument,
  command: Command,
): { document: ProjectDocument; inverse: Command } {
  const inverse: SingleCommand[] = [];
  let current = document;
  for (const step of command.steps) {
    const result = applyStep(current, step);
    current = result.document;
    inverse.push(...result.inverse.toReversed());
  }
  const marked = withMarker(document, current);
  if (marked !== current) {
    inverse.push(markerOf(current));
    current = marked;
  }
  return { document: current, inverse: { label: command.label, steps: inverse.reverse() } };
}

type StepResult = { document: ProjectDocument; inverse: SingleCommand[] };

function applyStep(document: ProjectDocument, step: SingleCommand): StepResult {
  switch (step.type) {
    case 'setMedia':
      return {
        // Speech that was found in one recording, or one track, says nothing about another.
        document: { ...document, media: step.media, speech: null },
        inverse: [
          { type: 'setMedia', media: document.media },
          { type: 'setSpeech', speech: document.speech },
        ],
      };
    case 'setTranscript':
      return withWords(
        document,
        {
          ...document,
          language: step.language,
          words: step.words,
          speakers: step.speakers,
          transcription: step.transcription,
        },
        transcriptOf(document),
      );
    case 'setLanguages': {
      const { languages, ...rest } = document;
      return {
        document: { ...rest, ...(step.languages && { languages: step.languages }) },
        inverse: [{ type: 'setLanguages', ...(languages && { languages }) }],
      };
    }
    case 'replaceWords': {
      const { at, remove: count, words } = step;
      if (at + count > document.words.length) throw new Error('there are not that many words to replace');
      const removed = document.words.slice(at, at + count);
      return withWords(
        document,
        { ...document, words: document.words.toSpliced(at, count, ...words) },
        { type: 'replaceWords', at, remove: words.length, words: removed },
      );
    }
    case 'putSpeaker': {
      const { list, replaced } = put(document.speakers, step.speaker, step.at);
      return {
        document: { ...document, speakers: list },
        inverse: [
          replaced
            ? { type: 'putSpeaker', speaker: replaced }
            : { type: 'removeSpeaker', id: step.speaker.id },
        ],
      };
    }
    case 'removeSpeaker': {
      const { list, removed, at } = remove(document.speakers, step.id);
      return {
        document: { ...document, speakers: list },
        inverse: [{ type: 'putSpeaker', speaker: removed, at }],
      };
    }
    case 'addWindow':
      return addWindow(document, step);
    case 'putEntity': {
      const { list, replaced } = put(document.entities, step.entity, step.at);
      return {
        document: { ...document, entities: list },
        inverse: [
          replaced ? { type: 'putEntity', entity: replaced } : { type: 'removeEntity', id: step.entity.id },
        ],
      };
    }
    case 'removeEntity': {
      const { list, removed, at } = remove(document.entities, step.id);
      return {
        document: { ...document, entities: list },
        inverse: [{ type: 'putEntity', entity: removed, at }],
      };
    }
    case 'putMention': {
      const { list, replaced } = put(document.mentions, step.mention, step.at);
      return {
        document: { ...document, mentions: list },
        inverse: [
          replaced
            ? { type: 'putMention', mention: replaced }
            : { type: 'removeMention', id: step.mention.id },
        ],
      };
    }
    case 'removeMention': {
      const { list, removed, at } = remove(document.mentions, step.id);
      return {
        document: { ...document, mentions: list },
        inverse: [{ type: 'putMention', mention: removed, at }],
      };
    }
    case 'putCover': {
      const { list, replaced } = put(document.covers, step.cover, step.at);
      return {
        document: { ...document, covers: list },
        inverse: [
          replaced ? { type: 'putCover', cover: replaced } : { type: 'removeCover', id: step.cover.id },
        ],
      };
    }
    case 'removeCover': {
      const { list, removed, at } = remove(document.covers, step.id);
      return {
        document: { ...document, covers: list },
        inverse: [{ type: 'putCover', cover: removed, at }],
      };
    }
    case 'putChapter': {
      const { list, replaced } = put(document.chapters, step.chapter, step.at);
      return {
        document: { ...document, chapters: list },
        inverse: [
          replaced
            ? { type: 'putChapter', chapter: replaced }
            : { type: 'removeChapter', id: step.chapter.id },
        ],
      };
    }
    case 'removeChapter': {
      const { list, removed, at } = remove(document.chapters, step.id);
      return {
        document: { ...document, chapters: list },
        inverse: [{ type: 'putChapter', chapter: removed, at }],
      };
    }
    case 'setSpeech':
      return {
        document: { ...document, speech: step.speech },
        inverse: [{ type: 'setSpeech', speech: document.speech }],
      };
    case 'setHeardPauses': {
      const { transcription } = document;
      if (!transcription) throw new Error('nothing was transcribed, so no pause was skipped');
      return {
        document: { ...document, transcription: { ...transcription, heard: step.heard } },
        inverse: [{ type: 'setHeardPauses', heard: transcription.heard ?? [] }],
      };
    }
    case 'setHearing':
      if (step.unlessNewer && document.hearing) return { document, inverse: [] };
      return withHearing(document, step.hearing);
    case 'addHeard': {
      const { hearing } = document;
      if (!hearing || hearing.finished >= hearing.windows.length) throw new Error('no window is waiting');
      return withHearing(document, {
        ...hearing,
        finished: hearing.finished + 1,
        words: [...hearing.words, ...step.words],
        ...(step.language !== undefined && { language: step.language }),
      });
    }
    case 'putHeard': {
      const { list, replaced } = put(document[step.list], step.stretch, step.at);
      return {
        document: { ...document, [step.list]: list },
        inverse: [
          replaced
            ? { type: 'putHeard', list: step.list, stretch: replaced }
            : { type: 'removeHeard', list: step.list, id: step.stretch.id },
        ],
      };
    }
    case 'removeHeard': {
      const { list, removed, at } = remove(document[step.list], step.id);
      return {
        document: { ...document, [step.list]: list },
        inverse: [{ type: 'putHeard', list: step.list, stretch: removed, at }],
      };
    }
    case 'addExport':
      return {
        document: { ...document, exports: [...document.exports, step.record] },
        inverse: [{ type: 'removeLastExport' }],
      };
    case 'removeLastExport': {
      const record = document.exports.at(-1);
      if (!record) throw new Error('no export to remove');
      return {
        document: { ...document, exports: document.exports.slice(0, -1) },
        inverse: [{ type: 'addExport', record }],
      };
    }
    case 'setVoice': {
      const { voice, ...rest } = document;
      return {
        document: { ...rest, ...(step.voice !== undefined && { voice: step.voice }) },
        inverse: [{ type: 'setVoice', ...(voice !== undefined && { voice }) }],
      };
    }
    case 'setMarkerWord': {
      const { markerFollows: _, ...rest } = document;
      return {
        document: { ...rest, markerWord: step.markerWord, ...(step.follows && { markerFollows: true }) },
        inverse: [markerOf(document)],
      };
    }
    case 'setBoundaries':
      return {
        document: { ...document, boundaries: step.boundaries },
        inverse: [{ type: 'setBoundaries', boundaries: document.boundaries }],
      };
    case 'setNextId':
      // Ids are never given out twice, so taking a command back does not take its ids back.
      return {
        document: { ...document, nextId: Math.max(document.nextId, step.nextId) },
        inverse: [{ type: 'setNextId', nextId: document.nextId }],
      };
  }
}

function addWindow(
  document: ProjectDocument,
  step: Extract<SingleCommand, { type: 'addWindow' }>,
): StepResult {
  const { transcription } = document;
  if (!transcription || transcription.finished >= transcription.windows.length) {
    throw new Error('no window is waiting');
  }
  return withWords(
    document,
    {
      ...document,
      language: step.language,
      words: [...document.words, ...step.words],
      transcription: { ...transcription, finished: transcription.finished + 1, language: step.language },
    },
    transcriptOf(document),
  );
}

/** Has chapters follow their words, whatever changes these. The inverse puts each chapter back to where it stood. */
function withWords(before: ProjectDocument, changed: ProjectDocument, inverse: SingleCommand): StepResult {
  const chapters = followWords(before.chapters, before.words, changed.words);
  if (chapters === before.chapters) return { document: changed, inverse: [inverse] };
  const moved = before.chapters.filter((chapter, i) => chapter !== chapters[i]);
  return {
    document: { ...changed, chapters: [...chapters] },
    inverse: [inverse, ...moved.map((chapter) => ({ type: 'putChapter' as const, chapter }))],
  };
}

/** Has the marker follow the language when nobody chose it and something that tells the language was changed. */
function withMarker(before: ProjectDocument, changed: ProjectDocument): ProjectDocument {
  const { language, words, mentions, markerWord, markerFollows } = changed;
  const isSame =
    language === before.language &&
    words === before.words &&
    mentions === before.mentions &&
    markerFollows === before.markerFollows;
  if (markerFollows !== true || isSame) return changed;
  const following = markerOfLanguage({ language, words, mentions });
  return following === markerWord ? changed : { ...changed, markerWord: following };
}

function markerOf({ markerWord, markerFollows }: ProjectDocument): SingleCommand {
  return { type: 'setMarkerWord', markerWord, ...(markerFollows && { follows: true }) };
}

function withHearing(document: ProjectDocument, hearing: ProjectDocument['hearing']): StepResult {
  const { hearing: before, ...rest } = document;
  return {
    document: { ...rest, ...(hearing && { hearing }) },
    inverse: [
      {
        type: 'setHearing',
        ...(before && { hearing: before }),
        ...(before && !hearing && { unlessNewer: true }),
      },
    ],
  };
}

function transcriptOf(document: ProjectDocument): SingleCommand {
  const { language, words, speakers, transcription } = document;
  return { type: 'setTranscript', language, words, speakers, transcription };
}

function put<T extends { id: string }>(
  list: readonly T[],
  item: T,
  position = list.length,
): { list: T[]; replaced: T | undefined } {
  const index = indexOf(list);
  const at = index.get(item.id);
  if (at === undefined && position < list.length) {
    return { list: list.toSpliced(position, 0, item), replaced: undefined };
  }
  const made = at === undefined ? [...list, item] : list.with(at, item);
  // A command may put thousands of things into a list, so the index goes along and is not made anew for each.
  indexes.delete(list);
  indexes.set(made, at === undefined ? index.set(item.id, list.length) : index);
  return { list: made, replaced: at === undefined ? undefined : list[at] };
}

const indexes = new WeakMap<readonly { id: string }[], Map<string, number>>();

function indexOf(list: readonly { id: string }[]): Map<string, number> {
  const known = indexes.get(list);
  if (known) return known;
  const made = new Map(list.map(({ id }, i) => [id, i]));
  indexes.set(list, made);
  return made;
}

function remove<T extends { id: string }>(
  list: readonly T[],
  id: string,
): { list: T[]; removed: T; at: number } {
  // Mostly the things that were put last are taken back, so the search begins at the end.
  const at = list.findLastIndex((item) => item.id === id);
  const removed = list[at];
  if (!removed) throw new Error('nothing to remove under that id');
  return { list: list.toSpliced(at, 1), removed, at };
}
