/** Where things lie in the description of a track's samples, in bytes (ISO/IEC 14496-12, 12.1.3 and 12.2.3). */
export const PICTURE_ENTRY = { header: 86, encoder: [50, 82] } as const;
export const SOUND_ENTRY = { header: 36 } as const;
