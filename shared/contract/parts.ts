import * as z from 'zod';

export const projectId = z.string().min(1);
export const file = z.string().min(1);
/** Id by which a change is to be known. It comes back with the event, so that a client knows its own changes. */
export const origin = z.string().min(1).max(64).optional();
/** Origin of the change that a step takes back, which may itself be a step. The step takes back no other change. */
export const of = origin;

/**
 * Settings for finding a mark's edges. With `align`, the default when its model is at hand, the recogniser hears the
 * places again. The model is looked for under the name it had, unless `model` says where. Quiet moments are looked for
 * too.
 */
export const alignment = { align: z.boolean().optional(), model: z.string().min(1).optional() };
