import * as z from 'zod';

const seconds = (most: number) => z.number().min(0).max(most);

/** Settings for how words become spans, all in seconds. */
export const boundarySettingsSchema = z
  .object({
    /** Time added on each side of the words' own times, because the edges that recognisers give are that uncertain. */
    pad: seconds(5),
    /** Distance beyond the pad in which the quietest moment is looked for, so that no edge cuts through a sound. */
    snap: seconds(2),
    /** Two spans closer than this become one, because what is left between them tells more than it is worth. */
    mergeGap: seconds(10),
    /** Least length of a span made from words. */
    minLength: seconds(10),
    /**
     * Step of the grid to which spans are lengthened, so that they tell less of what was said and when; 0 leaves them
     * as they are.
     */
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
