import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeTranscript } from '../../../../../main/export/transcript/writeTranscript';
import { parseTranscript } from '../../../../../main/ingest/transcript/parseTranscript';
import { TEXT_FORMATS } from '../../../../../shared/model/formats';
import { applyCommand } from '../../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../../shared/document/document';
import { makeMarks } from '../../../../../shared/edits/makeMarks';
import { buildPlan } from '../../../../../shared/plan/RedactionPlan';
import { renderPublished } from '../../../../../shared/plan/render';

/**
 * Some files tell only that words are said between two times. The words' own times are then guessed from their letters,
 * including withheld ones. Nothing that is published may tell of those.
 */

const NAME = '\uffff';
const info = { title: 'T', language: 'en' };
const two = (n: number) => String(n).padStart(2, '0');
const clock = (tenths: number) =>
  `00:${two(Math.floor(tenths / 600))}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}00`;

const words = fc.array(fc.constantFrom('we', 'children,', 'home.', 'Then?', NAME), {
  minLength: 1,
  maxLength: 6,
});
/** Subtitles of one or two voices, which are apart, adjoin, or come at once. */
const cues = fc.array(
  fc.record({
    gap: fc.integer({ min: -15, max: 20 }),
    length: fc.integer({ min: 1, max: 70 }),
    first: words,
    second: fc.option(words),
  }),
  { minLength: 1, maxLength: 8 },
);
type Cue = typeof cues extends fc.Arbitrary<(infer T)[]> ? T : never;

const LAST: Cue = { gap: 30, length: 20, first: ['home.'], second: null };

function placed(list: readonly Cue[]): (Cue & { from: number; to: number })[] {
  let at = 20;
  return [...list, LAST].map((cue) => {
    const from = Math.max(0, at + cue.gap);
    at = from + cue.length;
    return { ...cue, from, to: at };
  });
}

const FILES: Record<string, (list: readonly Cue[], name: string) => string> = {
  vtt: (list, name) =>
    `WEBVTT\n\n${placed(list)
      .map(
        ({ from, to, first, second }) =>
          `${clock(from)} --> ${clock(to)}\n<v Ada>${first.join(' ')}\n${second ? `<v Ben>${second.join(' ')}\n` : ''}`,
      )
      .join('\n')}`.replaceAll(NAME, name),
  srt: (list, name) =>
    placed(list)
      .map(({ from, to, first }, i) => `${i + 1}\n${clock(from)} --> ${clock(to)}\n${first.join(' ')}\n`)
      .join('\n')
      .replaceAll(NAME, name),
  json: (list, name) =>
    JSON.stringify({
      segments: placed(list).map(({ from, to, first, second }) => ({
        start: from / 10,
        end: to / 10,
        text: first.join(' '),
        // Every other segment tells of its words, and some of these have no times.
        ...(second && {
          words: first.map((word, i) => ({
            word,
            ...(word !== NAME && { start: (from + i) / 10, end: (from + i) / 10 + 0.08 }),
          })),
        }),
      })),
    }).replaceAll(NAME, name),
};

function withheld(extension: string, file: string, name: string, drawn: boolean): ProjectDocument {
  const { notes: _, ...transcript } = parseTranscript(Buffer.from(file), extension);
  const document: ProjectDocument = { ...emptyDocument(), ...transcript, language: 'en' };
  const marks = [{ text: name, type: 'person' as const }, ...(drawn ? [{ from: 2.4, to: 2.6 }] : [])];
  const { command } = makeMarks(document, marks);
  return command ? applyCommand(document, command).document : document;
}

it.each(Object.keys(FILES))(
  'an import of %s tells by no time how long a withheld name is',
  async (extension) => {
    await fc.assert(
      fc.asyncProperty(cues, fc.boolean(), async (list, drawn) => {
        const file = FILES[extension];
        if (!file) throw new Error('no such kind');
        const names = ['Io', 'Oraminbekovazhan'];
        const documents = names.map((name) => withheld(extension, file(list, name), name, drawn));
        const spans = documents.map((document) => buildPlan(document).spans);
        expect(spans[0]).toEqual(spans[1]);
        const published = documents.map((document) => renderPublished(document, buildPlan(document), []));
        for (const format of TEXT_FORMATS.filter((one) => one !== 'docx')) {
          const [one, other] = await Promise.all(
            published.map((text) => writeTranscript(format, text, info)),
          );
          expect(Buffer.from(one ?? []).toString()).toBe(Buffer.from(other ?? []).toString());
        }
      }),
      { numRuns: 150 },
    );
  },
);

it('masks all of the time in which a name of a guessed time may be said', () => {
  const file = 'WEBVTT\n\n00:10.000 --> 00:20.000\n<v Ada>Who was it that came to you?\n<v Ben>Oramin.\n';
  expect(buildPlan(withheld('vtt', file, 'Oramin', false)).spans).toEqual([{ from: 9.85, to: 20 }]);
});
