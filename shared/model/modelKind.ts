/** The recognisers whose models can be used; which of them a file is for is read from it. */
export const MODEL_KINDS = ['whisper', 'parakeet'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];
