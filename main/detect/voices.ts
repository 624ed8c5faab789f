import type { EntityType } from '../../shared/redaction/entity';
import { isKind, type Reading, type Run } from './candidates';
import {
  DOES,
  EMPLOYED_BY,
  KIN,
  NAME_CUES,
  ORGANISATION,
  PERSON_BEFORE,
  PLACE_AFTERNAME,
  PLACE_BEFORE,
  PLACE_BEFORENAME,
  SAYS,
  STREET,
  TITLES,
} from './cueWords';
import { englishEntry } from './englishLexicon';
import { placePopulation } from './gazetteer';
import { isCommonWord } from './isCommonWord';
import { isChineseName, isEnglishName, isGivenName, nameShape } from './personNames';
import type { Token } from './tokenize';

/** One reason to take a run for a name, and of what; `null` speaks for its being a name without saying of what. */
export interface Vote {
  type: Extract<EntityType, 'person' | 'place' | 'organisation'> | null;
  weight: number;
  why: string;
}

/** A run with what stands around it in its sentence. */
interface Scene {
  cased: boolean;
  tokens: readonly Token[];
  folded: readonly string[];
  /** Folded words before and after, nearest first; the gap tells of punctuation in between. */
  before: readonly Token[];
  gapBefore: string;
  after: readonly Token[];
  gapAfter: string;
}

type Voice = (scene: Scene) => (Vote | false | undefined)[];

/** Every vote on a run. Each voice alone is weak; together they decide. */
export function votesOn(reading: Reading, run: Run): Vote[] {
  const scene = sceneOf(reading, run);
  return VOICES.flatMap((voice) => voice(scene)).filter((vote) => !!vote);
}

function sceneOf({ tokens, cased }: Reading, run: Run): Scene {
  const own = tokens.slice(run.first, run.last + 1);
  const before: Token[] = [];
  for (let i = run.first; i > 0 && before.length < 5 && !tokens[i]?.opens; i--) {
    const token = tokens[i - 1];
    if (token) before.push(token);
  }
  const after: Token[] = [];
  for (let i = run.last + 1; i < tokens.length && after.length < 3 && !tokens[i]?.opens; i++) {
    const token = tokens[i];
    if (token) after.push(token);
  }
  return {
    cased,
    tokens: own,
    folded: own.map(({ folded }) => folded),
    before,
    gapBefore: own[0]?.gap ?? '',
    after,
    gapAfter: after[0]?.gap ?? '',
  };
}

const isUnknown = (folded: string) => {
  const { count, tags } = englishEntry(folded);
  return count === 0 && tags.length === 0 && !isCommonWord(folded);
};

const capitals: Voice = ({ cased, tokens, folded }) => {
  const [first] = tokens;
  if (!first) return [];
  const ordinary = folded.every(isCommonWord);
  if (!cased || !first.capital) {
    return [
      !ordinary && { type: null, weight: folded.some(isUnknown) ? 1.2 : 0.6, why: 'not an everyday word' },
    ];
  }
  if (ordinary) return [tokens.length > 1 && { type: null, weight: 1, why: 'everyday words with capitals' }];
  if (first.opens && tokens.length === 1) {
    return [{ type: null, weight: folded.some(isUnknown) ? 1.4 : 0.6, why: 'not an everyday word' }];
  }
  return [
    { type: null, weight: folded.some(isUnknown) ? 2 : 1.3, why: 'a capital and not an everyday word' },
    tokens.length > 1 && { type: 'person', weight: 0.5, why: 'several capitals in a row' },
  ];
};

const nameLists: Voice = ({ folded, tokens }) => {
  if (tokens.some(({ folded: word }) => isKind(word))) return [];
  return [
    folded.some((word) => isGivenName(word) && !isCommonWord(word)) && {
      type: 'person',
      weight: 2,
      why: 'a given name',
    },
    folded.some((word) => isEnglishName(word) && !isCommonWord(word)) && {
      type: 'person',
      weight: 1.5,
      why: 'known as a name',
    },
    isChineseName(folded) && { type: 'person', weight: 2, why: 'formed like a Chinese name' },
    tokens.some(({ text }) => text.length === 1) &&
      tokens.length > 1 && { type: 'person', weight: 1.5, why: 'an initial' },
  ];
};

const nameShapes: Voice = ({ folded }) => {
  if (folded.some(isKind)) return [];
  const shapes = new Set(folded.filter((word) => !isCommonWord(word)).map(nameShape));
  return [
    shapes.has('surname') && { type: 'person', weight: 1.3, why: 'formed like a surname' },
    shapes.has('patronymic') && { type: 'person', weight: 1.5, why: 'formed like a patronymic' },
    shapes.has('compound') && { type: 'person', weight: 0.9, why: 'formed like a Turkic name' },
  ];
};

const titles: Voice = ({ before, gapBefore, cased, tokens }) => {
  const [near, far] = before;
  if (!near) return [];
  const adjacent = /^[\s.,"“«-]*$/u.test(gapBefore);
  if (!adjacent || !TITLES.has(near.folded)) {
    // "our lawyer is Jonas"
    const role = before[1];
    const is = near.folded === 'is' || near.folded === 'was';
    const named = is && !!role && TITLES.has(role.folded) && (!cased || tokens[0]?.capital === true);
    return [named && { type: 'person', weight: 1.5, why: `after "${role.folded} ${near.folded}"` }];
  }
  const kin = KIN.has(near.folded) && !!far && /^(?:my|our|his|her|your|their|the)$/u.test(far.folded);
  return [
    {
      type: 'person',
      weight: 2.4,
      why: kin ? `after "${far.folded} ${near.folded}"` : `after "${near.folded}"`,
    },
  ];
};

const nameCues: Voice = ({ before, gapBefore, cased, tokens }) => {
  if (!/^[\s:,"“«‘']*$/u.test(gapBefore)) return [];
  const said = before
    .slice(0, 4)
    .map(({ folded }) => folded)
    .reverse()
    .join(' ');
  const cue = NAME_CUES.find((phrase) => said === phrase || said.endsWith(` ${phrase}`));
  const iAm =
    cased &&
    tokens[0]?.capital === true &&
    /(?:^| )(?:i am|i'm|this is|thank you|thanks|dear|hello)$/u.test(said);
  return [
    cue !== undefined && { type: 'person', weight: 2, why: `after "${cue}"` },
    iAm && { type: 'person', weight: 1, why: `after "${said.split(' ').slice(-2).join(' ')}"` },
  ];
};

const doings: Voice = ({ before, gapBefore, after, gapAfter }) => {
  const [near] = before;
  const [next] = after;
  const behind = /^[\s,]*$/u.test(gapAfter) ? next?.folded : undefined;
  return [
    !!near &&
      /^\s*$/u.test(gapBefore) &&
      PERSON_BEFORE.has(near.folded) && { type: 'person', weight: 0.7, why: `after "${near.folded}"` },
    behind !== undefined && SAYS.has(behind) && { type: 'person', weight: 1, why: `before "${behind}"` },
    behind !== undefined && DOES.has(behind) && { type: 'person', weight: 0.4, why: `before "${behind}"` },
    /^['’]s/u.test(gapAfter) && { type: 'person', weight: 0.3, why: 'a possessive' },
  ];
};

const gazetteer: Voice = ({ folded, tokens }) => {
  const bare = folded.filter(
    (word) => !/^(?:north|south|east|west|central|northern|southern|eastern|western)$/u.test(word),
  );
  const forms = [folded.join(' '), folded.join('-'), folded.join(''), bare.join(' ')];
  const population = Math.max(...forms.map(placePopulation));
  if (folded.length === 1 && isCommonWord(folded[0] ?? '')) return [];
  const weight = population >= 100_000 ? 2.5 : population >= 15_000 ? 1.7 : population >= 2000 ? 0.8 : 0.3;
  const known = forms.some((form) => placePopulation(form) > 0);
  // A small place named like a person is more often the person.
  const person = tokens.length === 1 && population < 100_000 && folded.some(isGivenName);
  return [known && { type: 'place', weight: person ? weight / 3 : weight, why: 'a place in the gazetteer' }];
};

const placeCues: Voice = ({ folded, tokens, before, gapBefore, after, gapAfter }) => {
  const [near, far] = before;
  const adjacent = /^[\s"“«]*$/u.test(gapBefore);
  const last = folded.at(-1) ?? '';
  const [first = ''] = folded;
  const several = tokens.length > 1;
  const weight = near && adjacent ? (PLACE_BEFORE.get(near.folded) ?? 0) : 0;
  const villageOf = near?.folded === 'of' && !!far && PLACE_BEFORENAME.has(far.folded);
  const kindAfter = /^\s+$/u.test(gapAfter) ? after[0]?.folded : undefined;
  return [
    several &&
      PLACE_AFTERNAME.has(last) && { type: 'place', weight: STREET.has(last) ? 4 : 3, why: `with "${last}"` },
    several && PLACE_BEFORENAME.has(first) && { type: 'place', weight: 3.5, why: `with "${first}"` },
    !several &&
      adjacent &&
      !!near &&
      PLACE_BEFORENAME.has(near.folded) && { type: 'place', weight: 2.5, why: `after "${near.folded}"` },
    villageOf && { type: 'place', weight: 3, why: `after "${far.folded} of"` },
    kindAfter !== undefined &&
      PLACE_AFTERNAME.has(kindAfter) && { type: 'place', weight: 2, why: `before "${kindAfter}"` },
    weight > 0 && !!near && { type: 'place', weight, why: `after "${near.folded}"` },
  ];
};

const organisationCues: Voice = ({ folded, tokens, before, gapBefore }) => {
  const said = before
    .map(({ folded: word }) => word)
    .reverse()
    .join(' ');
  const [near] = before;
  const last = folded.at(-1) ?? '';
  const ordinary = folded.every(isCommonWord);
  const several = tokens.length > 1;
  const kind = folded.find((word) => ORGANISATION.has(word));
  const street = STREET.has(last) || PLACE_AFTERNAME.has(last);
  return [
    several && kind !== undefined && !street && { type: 'organisation', weight: 3, why: `with "${kind}"` },
    /^\s*$/u.test(gapBefore) &&
      EMPLOYED_BY.test(said) && { type: 'organisation', weight: 2.2, why: 'after words of employment' },
    several &&
      ordinary &&
      /^\s*$/u.test(gapBefore) &&
      /^(?:from|for|by|of)$/u.test(near?.folded ?? '') && {
        type: 'organisation',
        weight: 0.8,
        why: `after "${near?.folded ?? ''}"`,
      },
  ];
};

const VOICES: readonly Voice[] = [
  capitals,
  nameLists,
  nameShapes,
  titles,
  nameCues,
  doings,
  gazetteer,
  placeCues,
  organisationCues,
];
