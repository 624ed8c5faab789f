/** A sample of 16, 24 or 32 bits that reads as text, and follows itself three times or more. */
const SAMPLE_IN_EACH_CHANNEL = /(.{2,4}?)\1{2,}/gsu;

/**
 * Takes samples that stand in each of several channels for one. Where channels are equal, as in a mask, six samples read as a
 * letter and a sign six times over: `Z Z Z Z` in a person's initials.
 * @param text that some bytes of uncompressed sound read as.
 */
export const withoutSamples = (text: string): string => text.replace(SAMPLE_IN_EACH_CHANNEL, '$1');
