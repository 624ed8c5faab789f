import { decodeHTMLStrict } from 'entities/decode';

/** Levels of entities within entities that are taken apart. Only a text made on purpose has more. */
const MOST_TIMES = 8;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iu;

/**
 * Decodes the entities of a text until none is left. Whoever opens the export reads a name in what was escaped twice,
 * `Nu&amp;ntilde;ez`. Entities count only with their semicolon, so that `R&D` and `R&D;` stay.
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
