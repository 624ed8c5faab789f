import * as z from 'zod';
import { markSchema } from '../model/mark';
import { markerWordSchema } from '../model/marker';
import { boundarySettingsSchema } from '../model/boundarySettings';
import { entityTypeSchema, spanSchema } from '../model/entity';
import { questionLevelSchema } from '../model/questionLevel';
import { placeDecisionSchema } from '../model/placeDecision';
import { alignment, projectId } from './parts';
import { namesModel } from './suggestions';

/** A place that is withheld, with some of what stands around it, by which a person knows it. */
export const takenPlaceSchema = z.object({
  /** Seconds, or in a transcript without times how many words stand before it; null for a speaker's label. */
  at: z.number().nullable(),
  before: z.string(),
  text: z.string(),
  after: z.string(),
});
export type TakenPlaceTold = z.infer<typeof takenPlaceSchema>;

/** What is withheld, and where. */
export const marksApi = {
  'mark.add': {
    params: z.object({ project: projectId, marks: z.array(markSchema).min(1), ...alignment }).strict(),
    result: z.object({
      mentions: z.number().int(),
      /** Positions in `marks` whose words stand nowhere. */
      notFound: z.array(z.number().int()),
      /** Each place that marks by text take. */
      places: z.array(takenPlaceSchema),
    }),
  },
  /** Names that may be published, also where they sound like one that is withheld. */
  'mark.keep': {
    params: z
      .object({
        project: projectId,
        names: z.array(z.string().trim().min(1)).min(1),
        type: entityTypeSchema.optional(),
      })
      .strict(),
    result: z.object({
      /** How many names this decided; those that were kept before are not counted. */
      kept: z.number().int(),
    }),
  },
  /**
   * Decides for words where they stand, and nowhere else. Who withholds says of which entity they are, or else they
   * become one of their own.
   */
  'mark.place': {
    params: z
      .object({ project: projectId, places: z.array(placeDecisionSchema).min(1), ...alignment })
      .strict(),
    result: z.object({
      /** Places of which this is decided now. */
      places: z.number().int(),
    }),
  },
  /** Of names and numbers; a detail is weighed by itself. */
  'mark.acceptSuggestions': {
    params: z
      .object({
        project: projectId,
        /** Those that are asked about at this level, balanced by default. */
        ask: questionLevelSchema.optional(),
        /** By whose readings, too. */
        namesModel,
        ...alignment,
      })
      .strict(),
    result: z.object({ mentions: z.number().int(), entities: z.number().int() }),
  },
  /** Hears the places of marks that were made in a hurry (`rough`) again; they cover at least what they did. */
  'mark.refine': {
    params: z.object({ project: projectId, ...alignment }).strict(),
    result: z.object({
      /** Marks whose edges were found. */
      mentions: z.number().int(),
    }),
  },
  /** Sets one or both edges of a mark's span by hand, in seconds. */
  'mark.edge': {
    params: z
      .object({
        project: projectId,
        mention: z.string().min(1),
        from: z.number().min(0).optional(),
        to: z.number().min(0).optional(),
      })
      .strict(),
    result: z.object({ span: spanSchema }),
  },
  /** How words become spans: what is given is changed, for marks that are made from now on. */
  'boundaries.set': {
    params: z.object({ project: projectId, settings: boundarySettingsSchema.partial() }).strict(),
    result: boundarySettingsSchema,
  },
  /** The word in all markers: a word of one's own or, where it is empty, that of the interview's language; unchanged without. */
  'marker.set': {
    params: z.object({ project: projectId, word: z.string().max(200).optional() }).strict(),
    result: z.object({ word: markerWordSchema, followsLanguage: z.boolean() }),
  },
} as const;
