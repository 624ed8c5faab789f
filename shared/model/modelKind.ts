/** Recognisers whose models can be used. A model's file itself tells which of them it is for. */
export const MODEL_KINDS = ['whisper', 'parakeet'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];
