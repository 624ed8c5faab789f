import * as z from 'zod';
import { textFormatSchema, audioFormatSchema, blurSchema, pictureChoiceSchema } from '../model/formats';
import { spanSchema } from '../model/entity';
import { t } from '../messages/messages';
import { checkSchema } from '../model/check';
import { questionLevelSchema } from '../model/questionLevel';
import { undecidedSchema } from '../model/undecided';
import { file, projectId } from './parts';

/** Choices of where the recogniser hears an export again: around the masked spans, everywhere, or not at all. */
export const LISTEN = ['spans', 'all', 'none'] as const;
export type Listen = (typeof LISTEN)[number];
const hearing = { listen: z.enum(LISTEN).optional(), model: z.string().min(1).optional() };

/** Choices of where transcripts that are made to be read tell the time: nowhere, or at each paragraph. */
export const TIME_CODES = ['none', 'paragraph'] as const;
export type TimeCodes = (typeof TIME_CODES)[number];
/** Most seconds for which a person may overrule the recogniser at once: no longer than can be listened to with care. */
export const LONGEST_OVERRULED_SECONDS = 15;

export const mediaChoiceSchema = z.enum(['none', 'audio', 'video']);

const exportedFileSchema = z.object({
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string().length(64),
});

/** Methods that publish, and that verify what is published. */
export const exportsApi = {
  'export.run': {
    params: z
      .object({
        project: projectId,
        out: file,
        formats: z.array(textFormatSchema).optional(),
        media: mediaChoiceSchema.optional(),
        picture: pictureChoiceSchema.optional(),
        audioFormat: audioFormatSchema.optional(),
        blur: blurSchema.optional(),
        disguise: z.boolean().optional(),
        title: z.string().max(500).optional(),
        intro: z.string().max(20_000).optional(),
        timeCodes: z.enum(TIME_CODES).optional(),
        /** Level of what is asked about, balanced by default. The result tells what of it is not decided. */
        ask: questionLevelSchema.optional(),
        ...hearing,
      })
      .strict(),
    result: z.object({
      files: z.array(exportedFileSchema),
      checks: z.array(checkSchema),
      /** Number of words that were published without their speaker, because the speaker is only proposed. */
      proposedSpeakers: z.number().int(),
      /** Counts of what nobody has decided, which was published as it is. */
      undecided: undecidedSchema,
    }),
  },
  'verify.run': {
    params: z.object({ project: projectId, dir: file, ...hearing }).strict(),
    result: z.object({ ok: z.boolean(), checks: z.array(checkSchema) }),
  },
  /**
   * Says that a person listened to a place (seconds) and that what the recogniser hears there is not said there.
   * `overruled: false` takes back what was said of the same place before.
   */
  'hearing.overrule': {
    params: z
      .object({
        project: projectId,
        span: spanSchema.refine(({ from, to }) => to - from <= LONGEST_OVERRULED_SECONDS, {
          error: () =>
            t('at most {seconds, plural, one {# second is} other {# seconds are}} listened to at once', {
              seconds: LONGEST_OVERRULED_SECONDS,
            }),
        }),
        overruled: z.boolean().optional(),
      })
      .strict(),
    result: z.object({
      /** Number of places in the project where the recogniser is overruled now. */
      places: z.number().int(),
    }),
  },
} as const;
