import * as z from 'zod';
import { t } from '../messages/messages';
import { descriptionSchema, entityTypeSchema, joinSchema } from './entity';
import { isBlank } from './isBlank';

const markCommon = {
  type: entityTypeSchema.optional(),
  description: descriptionSchema
    .refine((text) => !isBlank(text), { error: () => t('a description needs something that can be read') })
    .optional(),
  join: joinSchema.optional(),
};

/**
 * A mark by text takes every place where its words stand. A mark by speaker takes all that the speaker with that label
 * says. A mark by time is taken as given, to the sample. The words of a `stretch` of time are not names: elsewhere they
 * may be published.
 */
export const markSchema = z.union([
  z.object({ text: z.string().trim().min(1), ...markCommon }).strict(),
  z.object({ speaker: z.string().trim().min(1), ...markCommon }).strict(),
  z
    .object({
      from: z.number().min(0),
      to: z.number().min(0),
      stretch: z.literal(true).optional(),
      ...markCommon,
    })
    .strict()
    .refine((mark) => mark.from < mark.to, { error: () => t('to must be later than from') }),
]);
export type Mark = z.infer<typeof markSchema>;
