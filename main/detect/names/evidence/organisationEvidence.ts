import { t } from '../../../../shared/messages/messages';
import {
  EMPLOYED_BY,
  ORGANISATION,
  ORGANISATION_BEFORE,
  PLACE_AFTERNAME,
  SAYS,
  STATE_BODY,
} from '../../lexicon/cueWords';
import { isCapitalisedWord, isCommonWord } from '../../lexicon/isCommonWord';
import type { Evidence } from './context';

/** Votes by kinds of organisation in the name or beside it, and by words of employment. */
export const organisationEvidence: Evidence = ({
  folded,
  ordinary,
  several,
  before,
  said,
  touchesBefore,
  gapBefore,
  next,
}) => {
  const [near = ''] = before;
  const kind = folded.find((word) => ORGANISATION.has(word));
  const place = PLACE_AFTERNAME.has(folded.at(-1) ?? '') && kind !== folded.at(-1);
  // The Supreme Court and the Ministry of Justice are everybody's.
  const state =
    folded.some((word) => STATE_BODY.has(word)) &&
    folded.every((word) => isCommonWord(word) || isCapitalisedWord(word));
  if (state || (ordinary && !several)) return [];
  return [
    several &&
      kind !== undefined &&
      !place && { type: 'organisation', weight: 3, why: t('with "{words}"', { words: kind }) },
    touchesBefore &&
      EMPLOYED_BY.test(said) && { type: 'organisation', weight: 2.2, why: t('after words of employment') },
    /^[\s,]*$/u.test(gapBefore) &&
      ORGANISATION_BEFORE.has(near) && {
        type: 'organisation',
        weight: 2.2,
        why: t('after "{words}"', { words: near }),
      },
    several &&
      ordinary &&
      SAYS.has(next) && { type: 'organisation', weight: 1, why: t('before "{words}"', { words: next }) },
    ORGANISATION_BEFORE.has(next) && {
      type: 'organisation',
      weight: 1.2,
      why: t('before "{words}"', { words: next }),
    },
    several &&
      ordinary &&
      touchesBefore &&
      /^(?:from|for|by|of|at)$/u.test(near) && {
        type: 'organisation',
        weight: 1,
        why: t('after "{words}"', { words: near }),
      },
  ];
};
