import { t } from '../../../../shared/messages/messages';
import {
  DOES,
  isKind,
  KIN,
  NAME_CUES,
  PERSON_BEFORE,
  PLACE_NOUN,
  SAYS,
  TITLES,
} from '../../lexicon/cueWords';
import { isCommonWord } from '../../lexicon/isCommonWord';
import { isChineseName, isEnglishName, isGivenName, nameShape } from '../../lexicon/personNames';
import type { Evidence } from './context';

/** Votes by lists of names. */
export const nameListEvidence: Evidence = ({ folded, tokens, several }) => {
  if (folded.some(isKind)) return [];
  const own = folded.filter((word) => !isCommonWord(word));
  const initial = several && tokens.some(({ text }) => text.length === 1);
  return [
    own.some(isGivenName) && { type: 'person', weight: 2, why: t('a given name') },
    own.some(isEnglishName) && { type: 'person', weight: 1.5, why: t('known as a name') },
    isChineseName(folded) && { type: 'person', weight: 2, why: t('formed like a Chinese name') },
    initial && { type: 'person', weight: 1.5, why: t('an initial') },
  ];
};

/** Votes by how names are formed. */
export const nameShapeEvidence: Evidence = ({ folded }) => {
  if (folded.some(isKind)) return [];
  const shapes = new Set(folded.filter((word) => !isCommonWord(word)).map(nameShape));
  return [
    shapes.has('surname') && { type: 'person', weight: 1.3, why: t('formed like a surname') },
    shapes.has('patronymic') && { type: 'person', weight: 1.5, why: t('formed like a patronymic') },
    shapes.has('compound') && { type: 'person', weight: 0.9, why: t('formed like a Turkic name') },
  ];
};

/** Forms of address that make even an everyday word a name: `Mrs Green`. */
const ADDRESS = /^(?:mr|mrs|ms|miss|dr|mister)$/u;

/** Votes by titles, ranks, trades and kin: `Judge`, `my brother`, `our lawyer is`. */
export const titleEvidence: Evidence = ({ before, gapBefore, cased, tokens, ordinary }) => {
  const [near = '', far = ''] = before;
  if (/^[\s.,"“«-]*$/u.test(gapBefore) && TITLES.has(near)) {
    const kin = KIN.has(near) && /^(?:my|our|his|her|your|their)$/u.test(far);
    const weight = ordinary && !ADDRESS.test(near) ? 0.5 : 2.4;
    return [
      { type: 'person', weight, why: t('after "{words}"', { words: `${kin ? `${far} ` : ''}${near}` }) },
    ];
  }
  const named =
    (near === 'is' || near === 'was') && TITLES.has(far) && (!cased || tokens[0]?.capital === true);
  return [
    named &&
      !ordinary && { type: 'person', weight: 1.5, why: t('after "{words}"', { words: `${far} ${near}` }) },
  ];
};

/** Cues that say plainly that what follows is a name, whatever word it is. */
const PLAIN_CUE = /^(?:name|surname|interview|by the name)/u;

const CUES = NAME_CUES.map((phrase) => ({ phrase, spaced: ` ${phrase}` }));

/** Votes by phrases that announce a name: `my name is`, `interview with`. */
export const nameCueEvidence: Evidence = ({ said, before, gapBefore, cased, tokens, ordinary }) => {
  if (!/^[\s:,"“«‘']*$/u.test(gapBefore)) return [];
  const spaced = ` ${said}`;
  const cue = CUES.find((one) => spaced.endsWith(one.spaced))?.phrase;
  const ofPlace = (cue === 'called' || cue === 'named') && PLACE_NOUN.has(before[1] ?? '');
  const believed = cue !== undefined && !ofPlace && (!ordinary || PLAIN_CUE.test(cue));
  const address = /(?:^| )(i am|i'm|this is|thank you|thanks|dear|hello)$/u.exec(said)?.[1];
  const addressed = address !== undefined && !ordinary && cased && tokens[0]?.capital === true;
  return [
    believed && { type: 'person', weight: 2, why: t('after "{words}"', { words: cue }) },
    addressed && { type: 'person', weight: 1, why: t('after "{words}"', { words: address }) },
  ];
};

/** Votes by what people do, and by what is done to them. */
export const doingEvidence: Evidence = ({ before, touchesBefore, next, gapAfter, ordinary }) => {
  if (ordinary) return [];
  const [near = ''] = before;
  return [
    touchesBefore &&
      PERSON_BEFORE.has(near) && { type: 'person', weight: 0.7, why: t('after "{words}"', { words: near }) },
    SAYS.has(next) && { type: 'person', weight: 1, why: t('before "{words}"', { words: next }) },
    DOES.has(next) && { type: 'person', weight: 0.4, why: t('before "{words}"', { words: next }) },
    /^['’]s/u.test(gapAfter) && { type: 'person', weight: 0.3, why: t('a possessive') },
  ];
};
