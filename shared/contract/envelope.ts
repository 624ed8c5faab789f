import * as z from 'zod';
import { leakPlaceSchema } from '../model/leakPlace';
import { spanSchema } from '../model/entity';
import { ERROR_CODES } from '../model/errors';

/** A client's message: a call under an id of its own choosing, or a request to cancel one. */
export const requestSchema = z.union([
  z.object({ id: z.string().min(1).max(64), method: z.string().max(64), params: z.unknown() }).strict(),
  z.object({ cancel: z.string().min(1).max(64) }).strict(),
]);
export type Request = z.infer<typeof requestSchema>;

export const errorShapeSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  next: z.string(),
  checks: z
    .array(
      z.object({
        name: z.string(),
        file: z.string().nullable(),
        detail: z.string(),
        places: z.array(spanSchema).readonly().optional(),
      }),
    )
    .readonly()
    .optional(),
  places: z.array(leakPlaceSchema).readonly().optional(),
  offset: z.number().optional(),
});

/** The answer to a call. A call never rejects, since errors thrown across processes lose their fields. */
export type Envelope<Result = unknown> =
  | { id: string; ok: true; result: Result }
  | { id: string; ok: false; error: z.infer<typeof errorShapeSchema> };

/**
 * Progress of a long call. `done` and `total` are in `unit`, for the current phase; times are seconds. `overall`, 0 to
 * 1, tells how far all phases are when there are several; times are then those of all phases.
 */
export const progressSchema = z.object({
  stage: z.enum([
    'import',
    'listen',
    'transcribe',
    'align',
    'suggest',
    'export',
    'verify',
    'hear',
    'speech',
    'speakers',
    'prepare',
    'copy',
    'download',
    'check',
  ]),
  unit: z.enum(['bytes', 'seconds', 'steps']),
  done: z.number().min(0),
  total: z.number().min(0),
  elapsed: z.number().min(0),
  left: z.number().min(0).nullable(),
  overall: z.number().min(0).max(1).optional(),
});
export type Progress = z.infer<typeof progressSchema>;
