import * as z from 'zod';
import { t } from '../messages/messages';
import { isBlank } from '../model/isBlank';
import { markSchema } from '../model/mark';
import { markerWordSchema } from '../model/marker';
import { boundarySettingsSchema } from '../model/boundarySettings';
import { entityTypeSchema, spanSchema } from '../model/entity';
import { questionLevelSchema } from '../model/questionLevel';
import { placeDecisionSchema } from '../model/placeDecision';
import { alignment, projectId } from './parts';
import { namesModel } from './suggestions';

/** A place that is withheld, with some of the text around it, by which a person knows it. */
export const takenPlaceSchema = z.object({
  /** Seconds, or the number of words before it in a transcript without times; null for a speaker's label. */
  at: z.number().nullable(),
  before: z.string(),
  text: z.string(),
  after: z.string(),
});
export type TakenPlaceTold = z.infer<typeof takenPlaceSchema>;

/** Methods about what is withheld, and where. */
export const marksApi = {
  'mark.add': {
    params: z.object({ project: projectId, marks: z.array(markSchema).min(1), ...alignment }).strict(),
    result: z.object({
      mentions: z.number().int(),
      /** Positions in `marks` whose words stand nowhere. */
      notFound: z.array(z.number().int()),
      /** Every place that marks by text take. */
      places: z.array(takenPlaceSchema),
    }),
  },
  /** Keeps names: they may be published, even where they sound like one that is withheld. */
  'mark.keep': {
    params: z
      .object({
        project: projectId,
        names: z
          .array(
            z
              .string()
              .trim()
              .refine((name) => !isBlank(name), {
                error: () => t('a name needs something that can be read'),
              }),
          )
          .min(1),
        type: entityTypeSchema.optional(),
      })
      .strict(),
    result: z.object({
      /** Number of names that this decided; names that were kept before do not count. */
      kept: z.number().int(),
    }),
  },
  /**
   * Decides for words where they stand, and nowhere else. A call may say of which entity the words are; otherwise they
   * go to the entity of that name, or become one of their own.
   */
  'mark.place': {
    params: z
      .object({ project: projectId, places: z.array(placeDecisionSchema).min(1), ...alignment })
      .strict(),
    result: z.object({
      /** Number of places that are decided like this now. */
      places: z.number().int(),
    }),
  },
  /** Accepts suggested names and numbers. It accepts no detail, since a detail is weighed by itself. */
  'mark.acceptSuggestions': {
    params: z
      .object({
        project: projectId,
        /** Level of the suggestions that are accepted: those that are asked about at it; balanced by default. */
        ask: questionLevelSchema.optional(),
        /** Names model whose readings count too. */
        namesModel,
        ...alignment,
      })
      .strict(),
    result: z.object({ mentions: z.number().int(), entities: z.number().int() }),
  },
  /** Hears the places of marks that were made in a hurry (`rough`) again. The marks cover at least what they did. */
  'mark.refine': {
    params: z.object({ project: projectId, ...alignment }).strict(),
    result: z.object({
      /** Number of marks whose edges were found. */
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
  /** Changes the given settings for how words become spans, for marks that are made from now on. */
  'boundaries.set': {
    params: z.object({ project: projectId, settings: boundarySettingsSchema.partial() }).strict(),
    result: boundarySettingsSchema,
  },
  /**
   * Sets the word in all markers: a word of one's own or, when it is empty, that of the interview's language. Without a
   * word nothing changes.
   */
  'marker.set': {
    params: z.object({ project: projectId, word: z.string().max(200).optional() }).strict(),
    result: z.object({ word: markerWordSchema, followsLanguage: z.boolean() }),
  },
} as const;
