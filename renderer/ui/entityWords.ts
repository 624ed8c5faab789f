import { t } from '../../shared/messages/messages';
import type { Decision, EntityType } from '../../shared/model/entity';

/** What people call the types of what identifies somebody, in the language of the app. */
export const TYPE_WORDS: Readonly<Record<EntityType, string>> = {
  get person() {
    return t('person');
  },
  get place() {
    return t('place');
  },
  get organisation() {
    return t('organisation');
  },
  get phone() {
    return t('phone number');
  },
  get email() {
    return t('e-mail address');
  },
  get id() {
    return t('document number');
  },
  get date() {
    return t('date');
  },
  get other() {
    return t('something else');
  },
};

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  get withhold() {
    return t('withheld');
  },
  get keep() {
    return t('kept');
  },
  get undecided() {
    return t('not decided');
  },
};

/** What is decided for one mention, where it differs from the decision for the name. */
export const decidedOnlyHere = (decision: Decision): string =>
  t('{decision, select, withhold {withheld only here} keep {kept only here} other {not decided only here}}', {
    decision,
  });

const COUNTED: Readonly<Record<string, (count: number) => string>> = {
  change: (count) => t('{count, plural, one {# change} other {# changes}}', { count }),
  check: (count) => t('{count, plural, one {# check} other {# checks}}', { count }),
  cover: (count) => t('{count, plural, one {# cover} other {# covers}}', { count }),
  difference: (count) => t('{count, plural, one {# difference} other {# differences}}', { count }),
  form: (count) => t('{count, plural, one {# form} other {# forms}}', { count }),
  identity: (count) => t('{count, plural, one {# identity} other {# identities}}', { count }),
  line: (count) => t('{count, plural, one {# line} other {# lines}}', { count }),
  mark: (count) => t('{count, plural, one {# mark} other {# marks}}', { count }),
  mention: (count) => t('{count, plural, one {# mention} other {# mentions}}', { count }),
  minute: (count) => t('{count, plural, one {# minute} other {# minutes}}', { count }),
  'more suggestion': (count) =>
    t('{count, plural, one {# more suggestion} other {# more suggestions}}', { count }),
  'other place': (count) => t('{count, plural, one {# other place} other {# other places}}', { count }),
  pause: (count) => t('{count, plural, one {# pause} other {# pauses}}', { count }),
  place: (count) => t('{count, plural, one {# place} other {# places}}', { count }),
  stretch: (count) => t('{count, plural, one {# stretch} other {# stretches}}', { count }),
  suggestion: (count) => t('{count, plural, one {# suggestion} other {# suggestions}}', { count }),
  word: (count) => t('{count, plural, one {# word} other {# words}}', { count }),
};

/** `1 place`, `2 places`. What is counted inside a sentence is a message of its own, whose grammar each language has. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  COUNTED[one]?.(count) ?? `${count} ${count === 1 ? one : many}`;
