import * as z from 'zod';
import { t } from '../messages/messages';

export const ENTITY_TYPES = [
  'person',
  'place',
  'organisation',
  'phone',
  'email',
  'id',
  'date',
  'other',
] as const;
export const entityTypeSchema = z.enum(ENTITY_TYPES);
export type EntityType = z.infer<typeof entityTypeSchema>;

export const decisionSchema = z.enum(['withhold', 'keep', 'undecided']);
export type Decision = z.infer<typeof decisionSchema>;

/** Ways to join a description to the marker word: `(DELETED-a place)` or `(DELETED names of journalists)`. */
export const joinSchema = z.enum(['dash', 'space']);
export type Join = z.infer<typeof joinSchema>;

/** A description that readers get instead. Brackets and line breaks would break the marker open. */
export const descriptionSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^()[\]\p{Cc}\u2028\u2029]+$/u, {
    error: () => t('a description has no brackets or line breaks'),
  });

/**
 * Somebody or something that has a name. `name` is its fullest form as said, empty for a stretch of sound without
 * words; `aliases` are further forms to protect.
 */
export const entitySchema = z.object({
  id: z.string().min(1),
  type: entityTypeSchema,
  name: z.string(),
  aliases: z.array(z.string().min(1)),
  decision: decisionSchema,
  description: descriptionSchema.optional(),
  join: joinSchema.optional(),
});
export type Entity = z.infer<typeof entitySchema>;

/** A stretch of the recording in seconds, `from` inclusive, `to` exclusive. */
export const spanSchema = z
  .object({ from: z.number().min(0), to: z.number().min(0) })
  .refine((s) => s.from < s.to, { error: () => t('a span ends after it starts') });
export type Span = z.infer<typeof spanSchema>;

/**
 * One place where an entity is said.
 * `span` is fixed when the mark is made: correcting or deleting words later never shrinks it.
 * A `drawn` mention was given as times and is taken to the sample; it also withholds every word that it touches.
 * A `stretch` is withheld for where it lies, such as all that one speaker says: its words are not names.
 * A `rough` mention has only the span that the words' times tell; the place is still to be heard again.
 * A `held` mention gets no smaller: it covers more than its words, some of which are gone, or a person set its edges.
 * `said` is the text that stood there when a person decided to keep it there.
 */
export const mentionSchema = z
  .object({
    id: z.string().min(1),
    entityId: z.string().min(1),
    wordIds: z.array(z.string().min(1)),
    span: spanSchema.nullable(),
    drawn: z.boolean(),
    stretch: z.literal(true).optional(),
    rough: z.literal(true).optional(),
    held: z.literal(true).optional(),
    decision: decisionSchema.optional(),
    said: z.string().min(1).optional(),
    description: descriptionSchema.optional(),
    join: joinSchema.optional(),
  })
  .refine((m) => m.span !== null || m.wordIds.length > 0, { error: () => t('a mention has words or a span') })
  .refine((m) => !m.drawn || m.span !== null, { error: () => t('a drawn mention has a span') });
export type Mention = z.infer<typeof mentionSchema>;
