import { expect, it } from 'vitest';
import { nameKnowledge } from '../../../../main/detect/nameKnowledge';
import { speakerLabels } from '../../../../renderer/editor/transcript/speakerLines';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { LeakFinder } from '../../../../shared/leaks/LeakFinder';
import { makeMarks } from '../../../../shared/edits/makeMarks';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { renderPublished } from '../../../../shared/plan/render';

it.each([
  'Oramin Bekova',
  'Oramin',
  'Bekova',
  'Mrs Oramin Bekova',
  'Oramin Bekova (neighbour)',
  "Bekova's brother",
  'BEKOVA',
])('a speaker’s label, with any form of a withheld name, is shown as it is published (%#)', (name) => {
  const words = 'They came with Oramin Bekova at night'
    .split(' ')
    .map((text, i) => ({ id: `w${i}`, text, start: i, end: i + 0.5, speaker: 's1' }));
  const said: ProjectDocument = {
    ...emptyDocument(),
    language: 'en',
    words,
    nextId: 9,
    speakers: [{ id: 's1', name }],
  };
  const { command } = makeMarks(said, [{ text: 'Oramin Bekova', type: 'person' }]);
  if (!command) throw new Error('nothing was marked');
  const { document } = applyCommand(said, command);
  const [published] = renderPublished(
    document,
    buildPlan(document),
    LeakFinder.of(document, nameKnowledge).names,
  );
  expect(speakerLabels(document, false).get('s1')).toBe(published?.speaker);
});
