import { t } from '../../../../shared/messages/messages';
import { PLACE_AFTERNAME, PLACE_BEFORE, PLACE_BEFORENAME, PLACE_NOUN, STREET } from '../../lexicon/cueWords';
import { ENGLISH, englishEntry } from '../../lexicon/englishLexicon';
import { placePopulation } from '../../lexicon/gazetteer';
import { isGivenName } from '../../lexicon/personNames';
import type { Evidence } from './context';

const SIDE = /^(?:north|south|east|west|central|northern|southern|eastern|western)$/u;

/**
 * Votes by the places that the gazetteer knows. A large one says more, and a name of several words leaves little doubt.
 */
export const gazetteerEvidence: Evidence = ({ cased, tokens, folded, ordinary, several }) => {
  const [only] = tokens;
  const plain = ordinary && !several;
  if (plain && !(cased && only?.capital && only.telling)) return [];
  const core = folded.filter((word) => !SIDE.test(word));
  const forms = [
    folded.join(' '),
    folded.join('-'),
    folded.join(''),
    ...(core.length > 0 ? [core.join(' ')] : []),
  ];
  const population = Math.max(...forms.map(placePopulation));
  if (population === 0) return [];
  // Turkey, Nice, Reading: an everyday word that names a country is believed without a preposition, one of a city less.
  if (plain) {
    const country = (englishEntry(folded[0] ?? '').flags & ENGLISH.country) !== 0;
    const weight = country ? 2.5 : population >= 100_000 ? 1 : 0;
    return [weight > 0 && { type: 'place', weight, why: t('a place in the gazetteer') }];
  }
  const weight = population >= 100_000 ? 2.5 : population >= 15_000 ? 1.7 : population >= 2000 ? 0.8 : 0.3;
  // A place named like a person is more often the person.
  const person = !several && population < 1_000_000 && folded.some(isGivenName);
  return [
    {
      type: 'place',
      weight: person ? weight / 3 : several ? weight * 1.6 : weight,
      why: t('a place in the gazetteer'),
    },
  ];
};

/** Votes by the kind of place in the name or beside it, and by prepositions. */
export const placeCueEvidence: Evidence = ({
  folded,
  several,
  before,
  said,
  touchesBefore,
  next,
  gapAfter,
}) => {
  const [near = '', far = ''] = before;
  const [first = ''] = folded;
  const last = folded.at(-1) ?? '';
  const preposition = touchesBefore ? (PLACE_BEFORE.get(near) ?? 0) : 0;
  const named = (near === 'called' || near === 'named') && PLACE_NOUN.has(far);
  // "Brno, Czechia": a well-known place says more closely where another one is.
  const within = gapAfter.startsWith(',') && placePopulation(next) >= 1_000_000;
  return [
    several && STREET.has(last) && { type: 'place', weight: 4, why: t('with "{words}"', { words: last }) },
    several &&
      !STREET.has(last) &&
      PLACE_AFTERNAME.has(last) && { type: 'place', weight: 3, why: t('with "{words}"', { words: last }) },
    several &&
      PLACE_BEFORENAME.has(first) && {
        type: 'place',
        weight: 3.5,
        why: t('with "{words}"', { words: first }),
      },
    touchesBefore &&
      PLACE_BEFORENAME.has(near) && {
        type: 'place',
        weight: 2.5,
        why: t('after "{words}"', { words: near }),
      },
    near === 'of' &&
      PLACE_NOUN.has(far) && { type: 'place', weight: 3, why: t('after "{words}"', { words: `${far} of` }) },
    touchesBefore &&
      named && { type: 'place', weight: 3, why: t('after "{words}"', { words: `${far} ${near}` }) },
    gapAfter.trim() === '' &&
      PLACE_AFTERNAME.has(next) && { type: 'place', weight: 2, why: t('before "{words}"', { words: next }) },
    /(?:^| )(?:born|live|lived|lives|living|moved|flew|travelled|arrived|fled) (?:in|to|from|at)$/u.test(
      said,
    ) && {
      type: 'place',
      weight: 0.8,
      why: t('after "{words}"', { words: said.split(' ').slice(-2).join(' ') }),
    },
    within && { type: 'place', weight: 1.2, why: t('before the name of a country or large city') },
    preposition > 0 && { type: 'place', weight: preposition, why: t('after "{words}"', { words: near }) },
  ];
};
