import { decodeHTMLStrict } from 'entities/decode';

/** Entities within entities that are still taken apart; a text that goes on is made to be so. */
const MOST_TIMES = 8;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iu;

/**
 * A text whose entities are decoded until none is left: what was escaped twice, `Nu&amp;ntilde;ez`, is read as a name by
 * whoever opens the export. Only with their semicolon, so that `R&D` and `R&D;` stay.
 */
export function decodeEntities(text: string): string {
  let plain = text;
  for (let i = 0; i < MOST_TIMES && ENTITY.test(plain); i++) {
    const next = decodeHTMLStrict(plain);
    if (next === plain) break;
    plain = next;
  }
  return plain;
}
