/** What the file of a Whisper model says of itself. */
export interface WhisperFacts {
  kind: 'whisper';
  multilingual: boolean;
  encoderLayers: number;
  decoderLayers: number;
  width: number;
  heads: number;
  mels: number;
  vocabulary: number;
}

/** What the file of a Parakeet model says of itself. */
export interface ParakeetFacts {
  kind: 'parakeet';
  multilingual: boolean;
  encoderLayers: number;
  width: number;
  heads: number;
  mels: number;
  vocabulary: number;
}

export type ModelFacts = WhisperFacts | ParakeetFacts;
