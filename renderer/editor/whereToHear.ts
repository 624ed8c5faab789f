import type { Span } from '../../shared/model/entity';

/** Seconds before a line in which it is not started anew: somebody draws breath, or the key came a little early. */
const NEARLY_SECONDS = 0.5;

/**
 * Finds where to go to hear a line (seconds) when something is heard already. A line that is being said, or is next,
 * needs no jump, so whoever keeps up with the recording hears it without a break.
 * @returns null where no jump is needed.
 */
export const whereToHear = ({ from, to }: Span, heard: number): number | null =>
  heard >= from - NEARLY_SECONDS && heard < to ? null : from;
