import fc from 'fast-check';
import { emptyDocument, type ProjectDocument } from '../../shared/document/document';
import type { Chapter } from '../../shared/model/chapter';
import type { Entity, Mention } from '../../shared/model/entity';
import type { Word } from '../../shared/model/word';

/** Letters of several scripts, so that nothing relies on a letter being one byte. */
const secret = fc.stringMatching(/^[a-zA-Zäöüа-яқғ张伟]{1,12}$/u);

/** A heading before the line that an item then begins. */
const heading = fc.option(fc.constantFrom('How we left', 'الطريق & <back>'), { nil: undefined, freq: 4 });

const spoken = fc.record({
  kind: fc.constant('spoken' as const),
  text: fc.constantFrom('We', 'went', 'home.', '“Yes,”', 'the', '2019', '昨天', '回来。', 'قالت', 'אתמול,'),
  glued: fc.boolean(),
  speaker: fc.constantFrom('s1', 's2'),
  paragraph: fc.boolean(),
  pause: fc.constantFrom(0, 0.05, 0.4, 2.5),
  heading,
});

const withheld = fc.record({
  kind: fc.constant('withheld' as const),
  left: fc.array(secret, { minLength: 1, maxLength: 5 }),
  right: fc.array(secret, { minLength: 1, maxLength: 5 }),
  /** True where no space stands on that side of it. */
  glued: fc.record({ left: fc.boolean(), right: fc.boolean() }),
  lead: fc.constantFrom('', '“', '('),
  tail: fc.constantFrom('', "'s", ',', '.”', '’s?'),
  speaker: fc.constantFrom('s1', 's2'),
  paragraph: fc.boolean(),
  length: fc.constantFrom<number>(0.3, 1, 9),
  drawn: fc.boolean(),
  heading,
  description: fc.option(
    fc.constantFrom('a friend', 'a place where journalists gather to escape the secret police'),
    {
      nil: undefined,
    },
  ),
});

/** The type of an arbitrary's values. */
export type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

export interface Pair {
  left: ProjectDocument;
  right: ProjectDocument;
}

/**
 * Two interviews that differ only in what is withheld: in its letters, its number of words, the place in it where a
 * line with a heading begins, and the words' times and confidences within the withheld span.
 */
export const withheldPair: fc.Arbitrary<Pair> = pairs(
  fc.array(fc.oneof(spoken, withheld), { minLength: 1, maxLength: 25 }),
  fc.boolean(),
);

/** A pair of a few seconds, with times, and with names that sound like no other word. */
export const shortPair: fc.Arbitrary<Pair> = pairs(
  fc.array(
    fc.oneof(
      spoken,
      withheld.map((item) => ({
        ...item,
        length: Math.min(item.length, 1),
        left: named(item.left),
        right: named(item.right),
      })),
    ),
    { minLength: 3, maxLength: 8 },
  ),
  fc.constant(true),
);

function pairs(items: fc.Arbitrary<Item[]>, timed: fc.Arbitrary<boolean>): fc.Arbitrary<Pair> {
  return fc
    .tuple(items, timed)
    .map(([list, times]) => ({ left: build(list, 'left', times), right: build(list, 'right', times) }));
}

function named(secrets: readonly string[]): string[] {
  return secrets.map((_, i) => `Zhuqvex${'abcde'[secrets.length - 1] ?? ''}${'xyzuv'[i] ?? ''}ov`);
}

type Item = ValueOf<typeof spoken> | ValueOf<typeof withheld>;

const gluedOn = ({ glued }: Item, side: 'left' | 'right'): boolean =>
  typeof glued === 'boolean' ? glued : glued[side];

function build(items: readonly Item[], side: 'left' | 'right', timed: boolean): ProjectDocument {
  const words: Word[] = [];
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  const chapters: Chapter[] = [];
  let clock = 0;
  const add = (text: string, from: number, to: number, item: Item, at: { first: boolean; last: boolean }) => {
    const id = `w${words.length + 1}`;
    const { first } = at;
    const isBelow = item.heading !== undefined && (side === 'left' ? at.last : first);
    if (isBelow) chapters.push({ id: `h${chapters.length + 1}`, wordId: id, text: item.heading ?? '' });
    words.push({
      id,
      text,
      start: timed ? from : null,
      end: timed ? to : null,
      speaker: item.speaker,
      ...(first && gluedOn(item, side) && { glued: true }),
      ...(((first && item.paragraph) || isBelow) && { paragraph: true }),
      ...(item.kind === 'withheld' && { confidence: side === 'left' ? 0.2 : 0.9 }),
    });
    return id;
  };
  for (const item of items) {
    if (item.kind === 'spoken') {
      add(item.text, clock + item.pause, clock + item.pause + 0.3, item, {
        ...{ first: true, last: true },
      });
      clock += item.pause + 0.3;
      continue;
    }
    const secrets = item[side];
    const step = item.length / secrets.length;
    const wordIds = secrets.map((text, i) =>
      add(
        `${i === 0 ? item.lead : ''}${text}${i === secrets.length - 1 ? item.tail : ''}`,
        clock + i * step,
        clock + (i + (side === 'left' ? 1 : 0.5)) * step,
        item,
        { first: i === 0, last: i === secrets.length - 1 },
      ),
    );
    const number = entities.length + 1;
    entities.push({
      id: `e${number}`,
      type: 'person',
      name: secrets.join(' '),
      aliases: [],
      decision: 'withhold',
      ...(item.description !== undefined && { description: item.description }),
    });
    mentions.push({
      id: `m${number}`,
      entityId: `e${number}`,
      wordIds,
      span: timed ? { from: clock, to: clock + item.length } : null,
      drawn: timed && item.drawn,
    });
    clock += item.length;
  }
  const speakers = [
    { id: 's1', name: 'Interviewer' },
    { id: 's2', name: 'Witness' },
  ];
  return { ...emptyDocument(), words, speakers, entities, mentions, chapters, nextId: words.length + 1 };
}
