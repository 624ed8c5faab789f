/** Byte positions in the description of a picture track's samples (ISO/IEC 14496-12, 12.1.3). */
export const PICTURE_ENTRY = { header: 86, encoder: [50, 82] } as const;
