import * as z from 'zod';

/** Kinds of details. A detail is not a name, but may tell who someone is together with other things. */
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
