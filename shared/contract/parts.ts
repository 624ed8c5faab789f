import * as z from 'zod';

export const projectId = z.string().min(1);
export const file = z.string().min(1);
/** What a change is to be known by: it comes back with the event, so that a client knows its own. */
export const origin = z.string().min(1).max(64).optional();
/** The origin of the change that a step is taken to take back, itself perhaps a step; it takes back no other. */
export const of = origin;

/**
 * How a mark's edges are found: the recogniser hears the places again (`align`, by default where its model is at hand,
 * which is looked for under the name it had unless `model` says where), and quiet moments are looked for.
 */
export const alignment = { align: z.boolean().optional(), model: z.string().min(1).optional() };
