import { t } from '../../shared/messages/messages';
import { AppError } from '../../shared/model/errors';
import { isTimed } from '../../shared/model/word';
import type { ProjectDocument } from '../../shared/document/document';
import { isGiven } from '../../shared/edits/proposeSpeakers';
import type { Media } from '../../shared/model/media';
import { mediaMissing } from '../media/mediaErrors';

/**
 * Returns the recording for which speakers can be proposed.
 * @throws {AppError} `MEDIA_MISSING`, `TRANSCRIPT_MISSING`, `TRANSCRIPT_NO_TIMES`, `SPEAKERS_KNOWN`.
 */
export function requireProposable({ media, words }: ProjectDocument): Media {
  if (!media) throw mediaMissing();
  if (words.length === 0)
    throw new AppError(
      'TRANSCRIPT_MISSING',
      t('There are no words yet that somebody could be the speaker of.'),
      t('Transcribe the recording first, or import a transcript with times.'),
    );
  if (!words.some(isTimed))
    throw new AppError(
      'TRANSCRIPT_NO_TIMES',
      t('The transcript has no times, so it is not known which of its words is said when.'),
      t('Find its words in the recording, import a transcript with times, or transcribe the recording.'),
    );
  if (words.every(isGiven)) throw allKnown();
  return media;
}

const allKnown = (): AppError =>
  new AppError(
    'SPEAKERS_KNOWN',
    t('Every line has a speaker that somebody gave, so nothing is left to propose.'),
    t('Correct a line by giving it another speaker.'),
  );

export const tooLittleSpeech = (seconds: number, people: number, needed: number): AppError =>
  new AppError(
    'SPEECH_TOO_SHORT',
    t(
      'Somebody speaks for {seconds} s at most, which is too little to tell {people, plural, one {# voice} other {# voices}} apart: it takes {needed} s, and is reliable from {people, plural, one {# minute} other {# minutes}} on.',
      { seconds: Math.round(seconds), people, needed },
    ),
    t('Give the lines their speakers by hand.'),
  );

export const channelsAlike = (): AppError =>
  new AppError(
    'CHANNELS_ALIKE',
    t('The channels of the recording do not tell who speaks: in each, everybody is about as loud.'),
    t('Say how many people speak instead, and have them told apart by their voices.'),
  );

export const oneChannel = (): AppError =>
  new AppError(
    'CHANNELS_ALIKE',
    t('The recording has one channel only, so it does not have a microphone for each person.'),
    t('Say how many people speak instead, and have them told apart by their voices.'),
  );

export const tooManyKnown = (labelled: number, people: number): AppError =>
  new AppError(
    'SPEAKERS_KNOWN',
    t(
      'Lines are labelled with {labelled, plural, one {# speaker} other {# speakers}} already, and {people, plural, one {# person is} other {# people are}} said to speak.',
      { labelled, people },
    ),
    t(
      'Say that {labelled, plural, other {#}} or more people speak, or give one speaker to the lines of those who are the same.',
      { labelled },
    ),
  );
