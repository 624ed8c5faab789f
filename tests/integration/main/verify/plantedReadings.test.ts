import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameKnowledge as names } from '../../../../main/detect/nameKnowledge';
import { verifyProject } from '../../../../main/verify/verifyProject';
import type { Vault } from '../../../../main/vault/Vault';
import { plannedText } from '../../../../shared/leaks/plannedText';
import type { Word } from '../../../../shared/model/word';
import { finderOf, makeProject, runExport } from '../../../support/exportWorld';
import { useTemporaryFolder } from '../../../support/makeMedia';

/**
 * Names that a reader makes out and a search for their letters does not. Each is planted in the transcript that an
 * export was made of. Verification has to refuse that folder, and no other export comes to be.
 */

const at = useTemporaryFolder();
const OPTIONS = { formats: ['txt' as const], media: 'none' as const };
let vault: Vault;

beforeAll(async () => {
  const words =
    'I met Aigul Bekova in Aktobe at Centre for Open Records on 705 222 3314 and then we went home again'
      .split(' ')
      .map((text, i) => ({ text, start: i, end: i + 0.5 }));
  const marks = [
    { text: 'Aigul Bekova', type: 'person' as const },
    { text: 'Aktobe', type: 'place' as const },
    { text: 'Centre for Open Records', type: 'organisation' as const },
    { text: '705 222 3314', type: 'phone' as const },
  ];
  vault = await makeProject(at('interview.withheld'), null, { words, marks });
  await runExport(vault, { out: at('out'), ...OPTIONS });
});
afterAll(() => {
  vault.close();
});

/** Puts lines behind what is said. The name of a chapter stands before the second of them, if there is one. */
function plant(lines: readonly string[], heading?: string): void {
  const { words } = vault.document;
  let { nextId } = vault.document;
  const said = lines.flatMap((line) =>
    line.split(' ').map((text, k): Word => {
      const start = nextId;
      return { id: `w${nextId++}`, text, start, end: start + 0.5, ...(k === 0 && { paragraph: true }) };
    }),
  );
  const below = said.filter(({ paragraph }) => paragraph).at(1);
  vault.execute({
    label: 'Plant',
    steps: [
      { type: 'setNextId', nextId: nextId + 1 },
      { type: 'replaceWords', at: words.length, remove: 0, words: said },
      ...(heading !== undefined && below
        ? [{ type: 'putChapter' as const, chapter: { id: `h${nextId}`, wordId: below.id, text: heading } }]
        : []),
    ],
  });
}

const published = () =>
  plannedText(vault.document, finderOf(vault))
    .paragraphs.flatMap(({ headings = [], tokens }) => [...headings, ...tokens.map(({ text }) => text)])
    .join(' ');

const FAULTS: [string, string[], RegExp, string?][] = [
  ['broken over two lines with a hyphen', ['So it was Beko-', 'va who came'], /Beko- va/u],
  ['broken over two lines', ['So it was Bek', 'ova who came'], /Bek ova/u],
  ['broken over two lines in a case form', ['Отдал Беко', 'вой книгу'], /Беко вой/u],
  ['a letter in each line', ['B', 'E', 'K', 'O', 'V', 'A'], /B E K O V A/u],
  ['over a heading and its line', ['So it was', 'ova who came'], /Of Bek ova/u, 'Of Bek'],
  ['over a line and the heading below', ['So it was Bek', 'who came'], /Bek ova, again/u, 'ova, again'],
  ['with digits for letters in a case form', ['So B3k0vas came'], /B3k0vas/u],
  ['percent-encoded', ['So %D0%91%D0%B5%D0%BA%D0%BE%D0%B2%D0%B0 came'], /%D0%91/u],
  ['with a tag within', ['So Be<i>ko</i>va came'], /Be<i>/u],
  ['as a host', ['So xn--80abdlzy.kz came'], /xn--/u],
  ['in Base64', ['So QmVrb3Zh came'], /QmVr/u],
  ['misread in another code page', ['So Áåêîâà came'], /Áåê/u],
  ['typed on another keyboard', ['So ,trjdf came'], /trjdf/u],
  ['from behind', ['So avokeB came'], /avokeB/u],
  ['with masked letters', ['So Bek*va came'], /Bek\*va/u],
  ['without its middle', ['So B-va came'], /B-va/u],
  ['without its middle in a case form', ['Отдал Б…вой книгу'], /Б…вой/u],
  ['drawn out', ['So Aiguuuul came'], /Aiguuuul/u],
  ['drawn out with lines', ['So Be-e-ekova came'], /Be-e-ekova/u],
  ['as an account', ['So abekova wrote'], /abekova/u],
  ['within an address', ['So bekovaa@mail.kz wrote'], /bekovaa@/u],
  ['by first letters in an address', ['So ab1987@mail.kz wrote'], /ab1987@/u],
  ['in the name of a child', ['So Aigulevich came'], /Aigulevich/u],
  ['in the name of a child in a case form', ['Видел Айгулевича там'], /Айгулевича/u],
  ['by the names of its first letters', ['So Ay Bee came'], /Ay Bee/u],
  ['as some words of an organisation', ['So the Records Centre came'], /Records Centre/u],
  ['as a host of an organisation', ['So openrecords.org said'], /openrecords/u],
  ['as a number from behind', ['So 4133222507 rang'], /4133222507/u],
  ['as the end of a number', ['So xx3314 rang'], /xx3314/u],
  ['by one letter of a family', ['So the B. family came'], /the B\. family/u],
  ['in letters without vowels', ['So بيكوفا came'], /بيكوفا/u],
  ['with signs that nobody sees', ['So Be\u3164ko\u2800va came'], /Be\u3164/u],
];

describe('a name that is planted in the transcript', () => {
  test.each(FAULTS)('%s is caught, and would have been published', async (_name, lines, reads, heading) => {
    expect(published()).not.toMatch(reads);
    plant(lines, heading);
    try {
      expect(published()).toMatch(reads);
      const checks = await verifyProject(vault, at('out'), { names });
      const left = checks.find(({ name }) => name === 'nothing withheld in what is published');
      expect(left).toMatchObject({ ok: false });
      expect(JSON.stringify(checks)).not.toMatch(/aigul|bekova|aktobe|records|3314|беков/iu);
      await expect(runExport(vault, { out: at('next'), ...OPTIONS })).rejects.toMatchObject({
        code: 'EXPORT_WOULD_LEAK',
      });
    } finally {
      vault.undo();
      await rm(at('next'), { recursive: true, force: true });
    }
  });

  test('over the title and the introduction is caught', async () => {
    const told = { title: 'With Bek', intro: 'ova, in her words' };
    await expect(runExport(vault, { out: at('next'), ...OPTIONS, ...told })).rejects.toMatchObject({
      code: 'EXPORT_WOULD_LEAK',
    });
  });

  test('a title that nobody sees is refused', async () => {
    for (const told of [{ title: '\u3164' }, { intro: '\u2800\u200b' }])
      await expect(runExport(vault, { out: at('next'), ...OPTIONS, ...told })).rejects.toMatchObject({
        code: 'USAGE',
      });
  });

  test('the same transcript without a fault is published', async () => {
    await runExport(vault, { out: at('next'), ...OPTIONS });
    expect((await verifyProject(vault, at('next'), { names })).filter(({ ok }) => !ok)).toEqual([]);
  });
});
