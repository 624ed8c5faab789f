import { describe, expect, it } from 'vitest';
import { applyCommand, type Command, type SingleCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import { chooseMarker } from '../../../../shared/edits/chooseMarker';

const RUSSIAN = 'Мы приехали вечером, и там уже был мой друг: он сказал, что это опасно.';
const KAZAKH = 'Біз кешке келдік, сонда менің досым болды, ол қауіпті деп айтты.';
const ENGLISH = 'We came in the evening and my friend was there already.';

const wordsOf = (text: string) =>
  text.split(' ').map((word, i) => ({ id: `w${i}`, text: word, start: null, end: null }));
const transcript = (text: string, language: string): SingleCommand => ({
  type: 'setTranscript',
  ...{ language, words: wordsOf(text), speakers: [], transcription: null },
});
const done = (document: ProjectDocument, ...steps: SingleCommand[]) =>
  applyCommand(document, { label: 'Test', steps });
const after = (document: ProjectDocument, command: Command | null) =>
  command ? applyCommand(document, command).document : document;
const marker = (text: string, language: string, document = emptyDocument()) =>
  done(document, transcript(text, language)).document.markerWord;

describe('the word in markers', () => {
  it('is that of the language which is known', () => {
    expect(marker(RUSSIAN, 'ru')).toBe('УДАЛЕНО');
    expect(marker(RUSSIAN, 'ru-KZ')).toBe('УДАЛЕНО');
    expect(marker(KAZAKH, 'kk')).toBe('ЖОЙЫЛДЫ');
    expect(marker(ENGLISH, 'en')).toBe('DELETED');
    expect(marker('Wir kamen am Abend.', 'de')).toBe('DELETED');
  });

  it('is that of the text where nobody told the language, and stays where the text does not tell it', () => {
    expect(marker(RUSSIAN, 'und')).toBe('УДАЛЕНО');
    expect(marker(KAZAKH, 'und')).toBe('ЖОЙЫЛДЫ');
    expect(marker(ENGLISH, 'und')).toBe('DELETED');
    expect(marker('1 2 3', 'und')).toBe('DELETED');
  });

  it('tells nothing of what it stands for, be it marked by its words or by its time', () => {
    const open = ENGLISH.split(' ');
    const document = (hidden: string, isDrawn: boolean) => {
      const texts = [...hidden.split(' '), ...open];
      const spoken = texts.map((text, i) => ({ id: `w${i}`, text, start: i, end: i + 1 }));
      const hiddenCount = texts.length - open.length;
      const wordIds = isDrawn ? [] : spoken.slice(0, hiddenCount).map(({ id }) => id);
      return done(
        emptyDocument(),
        { type: 'setTranscript', language: 'und', words: spoken, speakers: [], transcription: null },
        {
          type: 'putEntity',
          entity: { id: 'e1', type: 'other', name: 'x', aliases: [], decision: 'withhold' },
        },
        {
          type: 'putMention',
          mention: { id: 'm1', entityId: 'e1', wordIds, span: { from: 0, to: hiddenCount }, drawn: isDrawn },
        },
      );
    };
    for (const isDrawn of [false, true]) {
      const [one, other] = [KAZAKH, RUSSIAN].map((hidden) => document(`${hidden} ${hidden}`, isDrawn));
      expect([one?.document.markerWord, other?.document.markerWord]).toEqual(['DELETED', 'DELETED']);
    }
    const { document: marked, inverse } = document(KAZAKH, false);
    expect(applyCommand(marked, inverse).document).toEqual({ ...emptyDocument(), nextId: marked.nextId });
  });

  it('comes with the first words that are recognised, and goes with them', () => {
    const windows = [{ from: 0, to: 30 }];
    const settings = { model: { name: 'm', sha256: '0'.repeat(64) }, language: 'auto', beam: 1, prompt: '' };
    const begun = done(emptyDocument(), {
      type: 'setTranscript',
      ...{ language: 'en', words: [], speakers: [], transcription: { settings, windows, finished: 0 } },
    }).document;
    expect(begun.markerWord).toBe('DELETED');
    const { document, inverse } = done(begun, {
      type: 'addWindow',
      ...{ language: 'ru', words: [{ id: 'w0', text: 'Мы', start: 0, end: 1 }] },
    });
    expect(document.markerWord).toBe('УДАЛЕНО');
    expect(applyCommand(document, inverse).document).toEqual(begun);
  });

  it('stays in an interview that is older', () => {
    const { markerFollows: _, ...older } = emptyDocument();
    expect(marker(RUSSIAN, 'ru', older)).toBe('DELETED');
  });

  it('stays what somebody chose, until it follows the language again', () => {
    const chosen = after(emptyDocument(), chooseMarker(emptyDocument(), ' ВЫЧЕРКНУТО '));
    const { document } = done(chosen, transcript(RUSSIAN, 'ru'));
    expect(document.markerWord).toBe('ВЫЧЕРКНУТО');
    expect(chooseMarker(document, 'ВЫЧЕРКНУТО')).toBeNull();
    const again = after(document, chooseMarker(document, ''));
    expect([again.markerWord, again.markerFollows]).toEqual(['УДАЛЕНО', true]);
    expect(marker(ENGLISH, 'en', again)).toBe('DELETED');
  });

  it('is chosen, too, where somebody writes the one that stands there', () => {
    const { document } = done(emptyDocument(), transcript(RUSSIAN, 'ru'));
    const chosen = after(document, chooseMarker(document, 'УДАЛЕНО'));
    expect(marker(ENGLISH, 'en', chosen)).toBe('УДАЛЕНО');
    const { document: back } = applyCommand(
      chosen,
      applyCommand(document, chooseMarker(document, 'УДАЛЕНО') ?? { label: 'Test', steps: [] }).inverse,
    );
    expect(back).toEqual(document);
  });

  it('is refused with a bracket', () => {
    expect(chooseMarker(emptyDocument(), 'GONE)')).toBeNull();
  });
});
