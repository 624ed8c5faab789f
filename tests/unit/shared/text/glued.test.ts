import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../../renderer/editor/transcript/tokens';
import { writtenWords } from '../../../../renderer/editor/transcript/writtenWords';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { brokenInvariants } from '../../../../shared/document/invariants';
import { markNames } from '../../../../shared/edits/markNames';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { renderPublished } from '../../../../shared/plan/render';
import { correctWords } from '../../../../shared/edits/correctWords';
import { joinWords } from '../../../../shared/text/joinWords';
import { findText, replaceText } from '../../../../shared/edits/replaceText';
import type { Word } from '../../../../shared/model/word';

/** Makes the words of one line, half a second each. `|` cuts words, and a space parts them. */
function documentOf(line: string): ProjectDocument {
  const words = line
    .split(' ')
    .flatMap((chunk) =>
      chunk.split('|').map((text, i) => ({ text, ...(i > 0 && { glued: true as const }) })),
    );
  return {
    ...emptyDocument(),
    words: words.map((word, n): Word => ({
      id: `w${n}`,
      start: 0.5 * n,
      end: 0.5 * (n + 1),
      ...(n === 0 && { paragraph: true }),
      ...word,
    })),
    nextId: words.length,
  };
}

const cutOf = ({ words }: Pick<ProjectDocument, 'words'>): string =>
  words.map(({ text, glued }, i) => (i === 0 ? '' : glued ? '|' : ' ') + text).join('');

/** Returns the document after an edit of its text, as the editor makes it. */
function typed(document: ProjectDocument, from: number, to: number, insert: string): ProjectDocument {
  const text = Text.of([joinWords(document.words)]);
  const change = ChangeSet.of({ from, to, insert: Text.of(insert.split('\n')) }, text.length);
  const after = change.apply(text);
  const tokens = tokensOf(text, document.words);
  const lines = { first: 1, last: after.lines };
  const written = writtenWords(after, change, { tokens, words: document.words }, lines);
  const command = correctWords(document, 0, document.words.length, written);
  const now = command ? applyCommand(document, command).document : document;
  expect(brokenInvariants(now)).toEqual([]);
  return now;
}

const published = (document: ProjectDocument): string =>
  renderPublished(document, buildPlan(document), [])
    .map(({ tokens }) => joinWords(tokens))
    .join('\n');

const marked = (document: ProjectDocument, ...names: string[]): ProjectDocument => {
  const { command } = markNames(
    document,
    names.map((text) => ({ text, type: 'person' as const })),
  );
  return command ? applyCommand(document, command).document : document;
};

describe('a name in a script without spaces', () => {
  it.each([
    ['昨天|张伟|在|北京', '张伟', '昨天(DELETED)在北京'],
    ['昨天|张|伟|在|北京', '张伟', '昨天(DELETED)在北京'],
    ['昨天张伟在北京，他说没事。', '张伟', '昨天(DELETED)在北京，他说没事。'],
    ['昨|天张|伟在|北京', '张伟', '昨天(DELETED)在北京'],
    ['“张伟，|他|说', '张伟', '“(DELETED)，他说'],
    ['张伟|和|张伟明。', '张伟', '(DELETED)和(DELETED)明。'],
    ['他|叫|约翰·史密斯。', '约翰史密斯', '他叫(DELETED)。'],
    ['ฉัน|ชื่อสมชาย|ค่ะ', 'สมชาย', 'ฉันชื่อ(DELETED)ค่ะ'],
    ['昨日は|田中さん|が', '田中', '昨日は(DELETED)さんが'],
    ['姓张，|伟大|的', '张伟', '姓张，伟大的'],
    ['用|Zoom|找|张伟', '张伟', '用Zoom找(DELETED)'],
  ])('in %s is %s', (line, name, text) => {
    expect(published(marked(documentOf(line), name))).toBe(text);
  });

  it('is one run and one mention, however many words it is', () => {
    const document = marked(documentOf('昨天|张|伟|在'), '张伟');
    expect(document.mentions.map(({ wordIds }) => wordIds)).toEqual([['w1', 'w2']]);
    expect(buildPlan(document).runs).toHaveLength(1);
  });

  it('cuts a word without pretending to know when its parts were said', () => {
    const document = marked(documentOf('昨天张伟在'), '张伟');
    expect(document.words).toMatchObject([
      { id: 'w0', text: '昨天', paragraph: true, within: { from: 0, to: 0.5 } },
      { text: '张伟', start: 0.2, end: 0.4, glued: true, within: { from: 0, to: 0.5 } },
      { text: '在', glued: true, within: { from: 0, to: 0.5 } },
    ]);
    const [mention] = document.mentions;
    expect(mention?.span?.from).toBe(0);
    expect(mention?.span?.to).toBeGreaterThanOrEqual(0.5);
  });

  it('stays withheld where a mark of the word was before', () => {
    const whole = marked(documentOf('昨天|张伟明|在'), '张伟明');
    const both = marked(whole, '张伟');
    expect(cutOf(both)).toBe('昨天|张伟|明|在');
    expect(published(both)).toBe('昨天(DELETED)在');
  });

  it('leaves the words of other scripts whole', () => {
    expect(cutOf(marked(documentOf('the assembly of Assem'), 'Assem'))).toBe('the assembly of Assem');
    expect(marked(documentOf('用|Zoomer'), '用Zoom').mentions).toEqual([]);
  });

  it('is taken back in one step', () => {
    const document = documentOf('昨天张伟在');
    const { command } = markNames(document, [{ text: '张伟' }]);
    if (!command) throw new Error('nothing was marked');
    const { document: after, inverse } = applyCommand(document, command);
    expect(applyCommand(after, inverse).document.words).toEqual(document.words);
    expect(applyCommand(after, inverse).document.mentions).toEqual([]);
  });
});

describe('typing in text without spaces', () => {
  it.each([
    ['puts in behind a word', '昨天|张伟|在', 4, 4, '明', '昨天|张伟|明|在'],
    ['takes a word out', '昨天|张伟|在', 2, 4, '', '昨天|在'],
    ['puts another in its place', '昨天|张伟|在', 2, 4, '李明', '昨天|李|明|在'],
    ['parts two by a space', '昨天|张伟|在', 2, 2, ' ', '昨天 张伟|在'],
    ['joins two at a space', '昨天 张伟|在', 2, 3, '', '昨天|张伟|在'],
    ['goes over the border of two', '昨天|张伟|在', 1, 3, '日', '昨日|伟|在'],
    ['puts in a whole sentence', '昨天', 2, 2, '我去了北京。', '昨天|我|去了|北京。'],
    ['puts in another script', '昨天|在', 2, 2, 'Zoom', '昨天|Zoom|在'],
    ['begins a line', '昨天|张伟', 2, 2, '\n', '昨天 张伟'],
    ['joins words of other scripts as ever', 'we went home', 2, 3, '', 'wewent home'],
    ['corrects a word of another script as ever', 'we went home', 4, 7, 'alked', 'we walked home'],
  ])('%s', (_, line, from, to, insert, cut) => {
    expect(cutOf(typed(documentOf(line), from, to, insert))).toBe(cut);
  });

  it('keeps the times and ids of what was not touched', () => {
    const before = documentOf('昨天|张|伟|在|北京');
    const after = typed(before, 5, 7, '上海');
    expect(after.words.slice(0, 4)).toEqual(before.words.slice(0, 4));
    expect(after.words[4]).toMatchObject({ id: 'w4', text: '上海', start: 2, end: 2.5, glued: true });
  });

  it('knows of the parts of a corrected word only when the whole was said', () => {
    const after = typed(documentOf('昨天张伟在|北京'), 4, 4, '没');
    expect(cutOf(after)).toMatch(/^昨天\|.*\|北京$/u);
    for (const word of after.words.slice(0, -1)) expect(word.within).toEqual({ from: 0, to: 0.5 });
  });

  it('withholds what stands in place of a withheld word', () => {
    const document = marked(documentOf('昨天|张伟|在'), '张伟');
    expect(published(typed(document, 3, 3, '大'))).toBe('昨天(DELETED)在');
  });

  it('makes the words that the text then reads, whatever is typed where', () => {
    const lines = fc.constantFrom('昨天|张伟|在 北京。', 'ฉัน|ชื่อ|สมชาย ok', '用|Zoom|找|张伟 a b');
    const inserts = fc.constantFrom('', ' ', '\n', '他', '李明说', 'Zoom', '。', '“', ' 好 ');
    fc.assert(
      fc.property(lines, fc.nat(14), fc.nat(5), inserts, (line, at, length, insert) => {
        const document = documentOf(line);
        const text = joinWords(document.words);
        const from = Math.min(at, text.length);
        const to = Math.min(from + length, text.length);
        const wanted = text.slice(0, from) + insert + text.slice(to);
        const after = typed(document, from, to, insert);
        const lineTexts = wanted.split('\n').map((one) => one.trim().replace(/\s+/gu, ' '));
        const read = after.words.map(
          (word, i) => (i === 0 || word.paragraph ? '\n' : word.glued ? '' : ' ') + word.text,
        );
        expect(read.join('').trim()).toBe(lineTexts.filter((one) => one !== '').join('\n'));
        // The editor finds each word where it stands.
        const tokens = tokensOf(Text.of(wanted.split('\n')), after.words);
        expect([...tokens.starts].map((start, i) => wanted.slice(start, tokens.ends[i]))).toEqual(
          after.words.map((word) => word.text),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('finding in text without spaces', () => {
  const whole = { matchCase: false, wholeWords: true };

  it('finds whole words over the borders of words and within them', () => {
    const { words } = documentOf('昨天|张|伟在 Zoom|上');
    expect(findText(words, '张伟', whole)).toEqual([{ first: 1, last: 2, from: 0, to: 1 }]);
    expect(findText(words, 'zoom上', whole)).toEqual([{ first: 3, last: 4, from: 0, to: 1 }]);
    expect(findText(words, 'oom', whole)).toEqual([]);
  });

  it('puts another text in its place without a space', () => {
    const document = documentOf('昨天|张|伟在|北京');
    const command = replaceText(document, findText(document.words, '张伟', whole), '李明');
    if (!command) throw new Error('nothing was replaced');
    expect(joinWords(applyCommand(document, command).document.words)).toBe('昨天李明在北京');
  });
});
