import { t } from '../messages/messages';

/** Names of checks for people. Programs know a check by its key here. */
const NAMES: Readonly<Record<string, () => string>> = {
  'name of the folder': () => t('name of the folder'),
  'nothing withheld in what is published': () => t('nothing withheld in what is published'),
  'speech without words': () => t('speech without words'),
  'withheld as the project is now': () => t('withheld as the interview is now'),
  'nothing else in the folder': () => t('nothing else in the folder'),
  'file names': () => t('file names'),
  unchanged: () => t('unchanged'),
  format: () => t('format'),
  'word for word': () => t('word for word'),
  'no withheld word': () => t('no withheld word'),
  'nothing but the recording in the file': () => t('nothing but the recording in the file'),
  'streams and tags': () => t('streams and tags'),
  'frames and their times': () => t('frames and their times'),
  'size and turn': () => t('size and turn'),
  'nothing but picture in the picture': () => t('nothing but picture in the picture'),
  'covered as planned': () => t('covered as planned'),
  'masked as planned': () => t('masked as planned'),
  'no trace of the recording': () => t('no trace of the recording'),
  length: () => t('length'),
  'voices disguised': () => t('voices disguised'),
  'heard again': () => t('heard again'),
};

/** Returns the name of a check in the language of the person. */
export const checkName = (name: string): string => NAMES[name]?.() ?? name;
