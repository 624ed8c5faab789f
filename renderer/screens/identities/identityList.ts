import { t } from '../../../shared/messages/messages';
import type { Decision, Entity, Mention } from '../../../shared/model/entity';
import { foldPhrase } from '../../../shared/text/matching';

export type Order = 'said' | 'name' | 'mentions';

export const orderWords = (): Readonly<Record<Order, string>> => ({
  said: t('by first mention'),
  name: t('by name'),
  mentions: t('most mentions first'),
});

export interface Wanted {
  text: string;
  decision: Decision | 'all';
  order: Order;
}

export interface Identity {
  entity: Entity;
  mentions: Mention[];
}

/** Returns every identity with its mentions in the order in which they are said. */
export function identitiesOf(
  entities: readonly Entity[],
  mentions: readonly Mention[],
  at: ReadonlyMap<string, number>,
): Identity[] {
  const byEntity = new Map(entities.map(({ id }) => [id, [] as Mention[]]));
  for (const mention of mentions) byEntity.get(mention.entityId)?.push(mention);
  return entities.map((entity) => ({
    entity,
    mentions: (byEntity.get(entity.id) ?? []).sort((a, b) => placeOf(a, at) - placeOf(b, at)),
  }));
}

/** Returns the identities that match, in the order that is asked for. */
export function arranged(
  identities: readonly Identity[],
  { text, decision, order }: Wanted,
  at: ReadonlyMap<string, number>,
): Identity[] {
  const typed = foldPhrase(text).join(' ');
  const found = identities.filter(
    ({ entity }) =>
      (decision === 'all' || entity.decision === decision) &&
      (typed === '' ||
        [entity.name, ...entity.aliases].some((form) => foldPhrase(form).join(' ').includes(typed))),
  );
  const first = ({ mentions: [mention] }: Identity) => (mention ? placeOf(mention, at) : Infinity);
  const orders: Record<Order, (a: Identity, b: Identity) => number> = {
    // An identity that is said nowhere comes last.
    said: (a, b) => (first(a) === first(b) ? 0 : first(a) - first(b)),
    name: (a, b) => a.entity.name.localeCompare(b.entity.name),
    mentions: (a, b) => b.mentions.length - a.mentions.length,
  };
  return found.sort(orders[order]);
}

/** Returns a mention's place among others: its time, or its first word in a transcript without times. */
const placeOf = ({ wordIds: [first = ''], span }: Mention, at: ReadonlyMap<string, number>): number =>
  span?.from ?? at.get(first) ?? 0;
