import type { Span } from '../../shared/model/entity';

/** Seconds in front of a line from which on it is not begun anew: somebody draws breath, or the key came a little early. */
const NEARLY_SECONDS = 0.5;

/**
 * Tells where to go to hear a line (seconds) when something is heard already: nowhere where the line is being said, or is
 * next, so that whoever keeps up with the recording hears it without a break.
 * @returns null for nowhere.
 */
export const whereToHear = ({ from, to }: Span, heard: number): number | null =>
  heard >= from - NEARLY_SECONDS && heard < to ? null : from;
