import { it } from 'vitest';
import { nameKnowledge } from '../../main/detect/nameKnowledge';
import { emptyDocument } from '../../shared/project/document';
import { LeakFinder } from '../../shared/redaction/LeakFinder';
import { markedTexts } from './support/markedText';
const withholding = (names: readonly string[], type: any = 'person') => ({
  ...emptyDocument(),
  entities: names.map((name, i) => ({ id: `e${i}`, type, name, aliases: [], decision: 'withhold' as const })),
});
it('x', () => {
    for (const { text, mentions } of ['seen', 'unseen'].flatMap(markedTexts)) {
      const people = mentions.filter(({ type }) => type === 'person').map(({ start, end }) => text.slice(start, end));
      const ws = text.split(' ');
      for (const name of new Set(people)) {
        for (const l of LeakFinder.of(withholding([name]), nameKnowledge).find(ws)) if (l.likeness !== 'form') console.log(name, '|', ws.slice(l.at-1, l.last + 2).join(' '), l.likeness);
      }
      const names = mentions.map(({ start, end }) => text.slice(start, end));
      const rest = mentions.reduceRight((all, { start, end }) => `${all.slice(0, start)}(DELETED)${all.slice(end)}`, text).split(' ');
      for (const l of LeakFinder.of(withholding(names,'other'), nameKnowledge).find(rest)) console.log('REST', rest.slice(l.at-1, l.last + 2).join(' '), names[Number(l.entityId.slice(1))], l.likeness);
    }
});
