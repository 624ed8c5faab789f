import * as z from 'zod';

const seconds = (most: number) => z.number().min(0).max(most);

/** How words become spans. All in seconds. */
export const boundarySettingsSchema = z
  .object({
    /** Added on each side of the words' own times: recognisers' edges are that uncertain. */
    pad: seconds(5),
    /** How far beyond the pad the quietest moment is looked for, so that no edge cuts through a sound. */
    snap: seconds(2),
    /** Two spans closer than this become one: what is left between them tells more than it is worth. */
    mergeGap: seconds(10),
    /** No span made from words is shorter than this. */
    minLength: seconds(10),
    /** Spans are lengthened to a grid of this step, so that they tell less of what was said and when; 0 leaves them. */
    lengthStep: seconds(30),
  })
  .strict();
export type BoundarySettings = z.infer<typeof boundarySettingsSchema>;

export const DEFAULT_BOUNDARIES: BoundarySettings = {
  pad: 0.15,
  snap: 0.15,
  mergeGap: 0.3,
  minLength: 0.5,
  lengthStep: 0,
};
