import { t } from '../../shared/messages/messages';
import type { DetailKind } from '../../shared/model/detailKind';
import type { Decision, EntityType } from '../../shared/model/entity';

/** Returns the word that lists have for the type of a name; `--type` takes the English word. */
export const typeWord = (type: EntityType): string =>
  t(
    '{type, select, person {person} place {place} organisation {organisation} phone {phone} email {email} id {id} date {date} other {other}}',
    { type },
  );

export const decisionWord = (decision: Decision): string =>
  t('{decision, select, withhold {withhold} keep {keep} other {undecided}}', { decision });

export const detailWord = (kind: DetailKind): string =>
  t(
    '{kind, select, role {role} kin {kin} age {age} date {date} workplace {workplace} vehicle {vehicle} address {address} link {link} other {number}}',
    { kind },
  );
