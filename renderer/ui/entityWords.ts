import { t } from '../../shared/messages/messages';
import type { Decision, EntityType } from '../../shared/model/entity';

/** The words that people use for the types of entities, in the language of the app. */
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

/** Tells the decision about one mention that differs from the decision about the name. */
export const decidedOnlyHere = (decision: Decision): string =>
  t('{decision, select, withhold {withheld only here} keep {kept only here} other {not decided only here}}', {
    decision,
  });
