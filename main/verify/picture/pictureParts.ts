/**
 * The types of units that make up a stream of pictures, by the names that the standards give them. Everything else that
 * a stream may carry (SEI, metadata, filler, types left to anyone) is not picture; cameras put model, place and time
 * there.
 */
const PARTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // ITU-T H.264, table 7-1.
  h264: {
    sliceNonIdr: 1,
    sliceDataPartitionA: 2,
    sliceDataPartitionB: 3,
    sliceDataPartitionC: 4,
    sliceIdr: 5,
    sequenceParameterSet: 7,
    pictureParameterSet: 8,
  },
  // ITU-T H.265, table 7-1.
  hevc: {
    ...{ trailN: 0, trailR: 1, tsaN: 2, tsaR: 3, stsaN: 4, stsaR: 5, radlN: 6, radlR: 7, raslN: 8, raslR: 9 },
    ...{ blaWLp: 16, blaWRadl: 17, blaNLp: 18, idrWRadl: 19, idrNLp: 20, cra: 21 },
    ...{ videoParameterSet: 32, sequenceParameterSet: 33, pictureParameterSet: 34 },
  },
  // AV1 bitstream and decoding process, 6.2.2.
  av1: { sequenceHeader: 1, frameHeader: 3, tileGroup: 4, frame: 6, redundantFrameHeader: 7 },
};

/** The codec whose frames have no units: they are nothing but picture. */
const WITHOUT_UNITS = 'vp9';

/** Tells whether any export may have a picture in this codec. */
export const isPictureCodec = (codec: string): boolean =>
  codec === WITHOUT_UNITS || Object.hasOwn(PARTS, codec);

/** Tells whether this codec has units. */
export const hasUnits = (codec: string): boolean => Object.hasOwn(PARTS, codec);

/** Tells whether a unit of this type is picture, or needed to decode it. */
export const isPicturePart = (codec: string, type: number): boolean =>
  Object.values(PARTS[codec] ?? {}).includes(type);
