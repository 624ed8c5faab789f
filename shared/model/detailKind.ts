import * as z from 'zod';

/** What may tell who someone is together with other things, and is no name. */
export const DETAIL_KINDS = [
  'role',
  'kin',
  'age',
  'date',
  'workplace',
  'vehicle',
  'address',
  'number',
  'link',
] as const;
export const detailKindSchema = z.enum(DETAIL_KINDS);
export type DetailKind = z.infer<typeof detailKindSchema>;
