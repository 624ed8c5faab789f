import { AppError } from '../../shared/model/errors';
import { isTimed } from '../../shared/model/word';
import type { ProjectDocument } from '../../shared/document/document';
import { isGiven } from '../../shared/edits/proposeSpeakers';
import type { Media } from '../../shared/model/media';
import { mediaMissing } from '../media/mediaErrors';

/**
 * Gives the recording that speakers can be proposed for.
 * @throws {AppError} `MEDIA_MISSING`, `TRANSCRIPT_MISSING`, `TRANSCRIPT_NO_TIMES`, `SPEAKERS_KNOWN`.
 */
export function requireProposable({ media, words }: ProjectDocument): Media {
  if (!media) throw mediaMissing();
  if (words.length === 0)
    throw new AppError(
      'TRANSCRIPT_MISSING',
      'There are no words yet that somebody could be the speaker of.',
      'Transcribe the recording first, or import a transcript with times.',
    );
  if (!words.some(isTimed))
    throw new AppError(
      'TRANSCRIPT_NO_TIMES',
      'The transcript has no times, so it is not known which of its words is said when.',
      'Lay its words on the recording, import a transcript with times, or transcribe the recording.',
    );
  if (words.every(isGiven)) throw allKnown();
  return media;
}

const allKnown = (): AppError =>
  new AppError(
    'SPEAKERS_KNOWN',
    'Every line has a speaker that somebody gave, so nothing is left to propose.',
    'Correct a line by giving it another speaker.',
  );

export const tooLittleSpeech = (seconds: number, people: number, needed: number): AppError =>
  new AppError(
    'SPEECH_TOO_SHORT',
    `Somebody speaks for ${Math.round(seconds)} s at most, which is too little to tell ${people} voices apart: it takes ${needed} s, and gets reliable from ${people} minutes on.`,
    'Give the lines their speakers by hand.',
  );

export const channelsAlike = (): AppError =>
  new AppError(
    'CHANNELS_ALIKE',
    'The channels of the recording do not tell who speaks: in each, everybody is about as loud.',
    'Say how many people speak instead, and have them told apart by their voices.',
  );

export const oneChannel = (): AppError =>
  new AppError(
    'CHANNELS_ALIKE',
    'The recording has one channel only, so it does not have a microphone for each person.',
    'Say how many people speak instead, and have them told apart by their voices.',
  );

export const tooManyKnown = (labelled: number, people: number): AppError =>
  new AppError(
    'SPEAKERS_KNOWN',
    `Lines are labelled with ${labelled} speakers already, and ${people} people are said to speak.`,
    `Say that ${labelled} or more people speak, or give one speaker to the lines of those who are the same.`,
  );
