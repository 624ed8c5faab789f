import type { Decision, EntityType } from '../../shared/model/entity';

/** What people call the types of what identifies somebody. */
export const TYPE_WORDS: Readonly<Record<EntityType, string>> = {
  person: 'person',
  place: 'place',
  organisation: 'organisation',
  phone: 'phone number',
  email: 'e-mail address',
  id: 'number of a document',
  date: 'date',
  other: 'something else',
};

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  withhold: 'withheld',
  keep: 'kept',
  undecided: 'not decided',
};

/** `1 place`, `2 places` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
