/** A sample of 16, 24 or 32 bits that reads as text and stands three times or more in a row. */
const SAMPLE_IN_EACH_CHANNEL = /(.{2,4}?)\1{2,}/gsu;

/**
 * Replaces a sample that is the same in several channels by one. If channels are equal, as in a mask, six samples read
 * as a letter and a sign six times over, like initials: `Z Z Z Z`.
 * @param text read from bytes of uncompressed sound.
 */
export const withoutSamples = (text: string): string => text.replace(SAMPLE_IN_EACH_CHANNEL, '$1');
