import { describe, expect, it } from 'vitest';
import { TEXT_FORMATS } from '../../../../shared/model/formats';
import { parseTranscript } from '../../../../main/ingest/transcript/parseTranscript';
import { writeTranscript } from '../../../../main/export/transcript/writeTranscript';
import { plannedBlocks } from '../../../../main/verify/text/plannedBlocks';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { undecidedWords } from '../../../../shared/leaks/undecidedWords';
import { whatIsUndecided } from '../../../../shared/leaks/whatIsUndecided';
import { linesWithoutSpeaker } from '../../../../shared/plan/linesWithoutSpeaker';
import { buildPlan } from '../../../../shared/plan/RedactionPlan';
import { renderPublished } from '../../../../shared/plan/render';

/** Makes a line for each entry, said by that speaker or by nobody. */
function documentOf(language: string, ...lines: (string | null)[]): ProjectDocument {
  return {
    ...emptyDocument(),
    language,
    speakers: [...new Set(lines)].flatMap((name) => (name === null ? [] : { id: name, name })),
    words: lines.flatMap((name, i) =>
      [`Then this was said by them for the ${i}th`, 'time.'].map((text, k) => ({
        ...{ id: `${i}.${k}`, text, start: 2 * i + k, end: 2 * i + k + 0.5 },
        ...(k === 0 && { paragraph: true as const }),
        ...(name !== null && { speaker: name }),
      })),
    ),
  };
}
const published = (document: ProjectDocument) => renderPublished(document, buildPlan(document), []);

describe('a line without a speaker', () => {
  const document = documentOf('en', 'Host', null, null, 'Guest', null);

  it('is counted, and told', () => {
    expect(linesWithoutSpeaker(document.words).map(({ id }) => id)).toEqual(['1.0', '2.0', '4.0']);
    const undecided = whatIsUndecided(document, []);
    expect(undecided).toEqual({ withheld: 0, names: 0, places: 0, identities: 0, linesWithoutSpeaker: 3 });
    expect(undecidedWords(undecided).join()).toContain('3 lines without a speaker');
  });

  it('is nothing to tell of where nobody is said to speak at all', () => {
    const unknown = documentOf('en', null, null);
    expect(linesWithoutSpeaker(unknown.words)).toEqual([]);
    expect(published(unknown).map(({ speaker }) => speaker)).toEqual([null, null]);
  });

  it.each([
    ['en', '[speaker not stated]'],
    ['ru', '[говорящий не указан]'],
    ['kk-Cyrl', '[сөйлеуші көрсетілмеген]'],
    ['my', '[?]'],
    ['und', '[speaker not stated]'],
  ])('has a label of its own in %s, once a turn', (language, label) => {
    const paragraphs = published(documentOf(language, 'Host', null, null, 'Guest'));
    expect(paragraphs.map(({ speaker, continues }) => (continues ? '' : speaker))).toEqual([
      ...['Host', label, '', 'Guest'],
    ]);
  });

  it.each(TEXT_FORMATS)('is never read as said by the one before: %s', async (format) => {
    const paragraphs = published(document);
    const info = { title: 'T', language: 'en' };
    const bytes = Buffer.from(await writeTranscript(format, paragraphs, info));
    const planned = plannedBlocks(format, paragraphs, { title: 'T' }).body.join('\n');
    if (format === 'json') {
      const { paragraphs: told } = JSON.parse(bytes.toString()) as { paragraphs: { speaker: unknown }[] };
      expect(told.map(({ speaker }) => speaker)).toEqual(['Host', null, null, 'Guest', null]);
      expect(planned).not.toContain('not stated');
      return;
    }
    expect(planned).toContain('[speaker not stated]');
    // The parts of a Word document are compressed.
    if (format !== 'docx') expect(bytes.toString()).toMatch(/\[speaker not stated\][>:]/u);
  });

  it.each(
    ['en', 'ru', 'kk', 'my'].flatMap((language) =>
      (['txt', 'srt', 'vtt'] as const).map((format) => [format, language] as const),
    ),
  )('is nobody’s when what was published is read in again: %s, %s', async (format, language) => {
    const long = documentOf(language, 'Host', null, null, 'Guest', 'Host', null);
    // This is short enough for one line of a subtitle.
    const words = long.words.map((word) => (word.text === 'time.' ? word : { ...word, text: 'Then' }));
    const paragraphs = published({ ...long, words });
    const bytes = await writeTranscript(format, paragraphs, { title: 'T', language });
    const { words: read, speakers } = parseTranscript(Buffer.from(bytes), `.${format}`);
    expect(speakers.map(({ name }) => name)).toEqual(['Host', 'Guest']);
    const names = new Map(speakers.map(({ id, name }) => [id, name]));
    const ends = read.filter(({ text }) => text === 'time.');
    expect(ends.map(({ speaker = '' }) => names.get(speaker) ?? null)).toEqual([
      ...['Host', null, null, 'Guest', 'Host', null],
    ]);
    expect(read.map(({ text }) => text).join(' ')).not.toMatch(/[[\]]/u);
  });
});
