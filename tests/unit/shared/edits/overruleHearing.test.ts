import { expect, test } from 'vitest';
import { exportReport } from '../../../../main/published/exportReport';
import { reportHtml } from '../../../../main/export/report/reportHtml';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument } from '../../../../shared/document/document';
import { overruleHearing } from '../../../../shared/edits/overruleHearing';

const done = (document = emptyDocument(), ...change: [{ from: number; to: number }, boolean?]) => {
  const command = overruleHearing(document, ...change);
  return command ? applyCommand(document, command).document : document;
};

test('a place is overruled once, and taken back with all that overlaps it', () => {
  const one = done(emptyDocument(), { from: 3, to: 4 });
  expect(one.overruled.map(({ span }) => span)).toEqual([{ from: 3, to: 4 }]);
  expect(overruleHearing(one, { from: 3.2, to: 3.8 })).toBeNull();
  const two = done(one, { from: 8, to: 9 });
  expect(new Set(two.overruled.map(({ id }) => id)).size).toBe(2);
  expect(done(two, { from: 3.5, to: 5 }, false).overruled.map(({ span }) => span)).toEqual([
    { from: 8, to: 9 },
  ]);
  expect(overruleHearing(two, { from: 5, to: 6 }, false)).toBeNull();
});

test('the report says in how many places the recogniser was overruled', () => {
  const report = (overruled?: number) =>
    exportReport(
      { blur: 'noise', spans: [] },
      [],
      [
        { name: 'heard again', file: 'recording.opus', ok: true, detail: 'Nothing.' },
        {
          name: 'heard again',
          file: 'recording.opus',
          ok: true,
          detail: '',
          ...(overruled && { overruled }),
        },
      ],
    );
  expect(report(2).overruled).toBe(2);
  expect(reportHtml(report(2))).toContain('In 2 places the recogniser heard something withheld');
  expect(report().overruled).toBe(0);
  expect(reportHtml(report())).not.toContain('overruled');
});
