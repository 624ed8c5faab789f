/** The facts that the file of a Whisper model states. */
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

/** The facts that the file of a Parakeet model states. */
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
