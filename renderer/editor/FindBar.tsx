import { useEffect, useMemo, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { endOfReplaced, findText, replaceText } from '../../shared/edits/replaceText';
import { findForms } from '../../shared/leaks/findForms';
import { hiddenWords } from '../../shared/plan/hiddenWords';
import type { ProjectDocument } from '../../shared/document/document';
import type { Found } from '../../shared/text/findSpaceless';
import { useInterview, useInterviewState } from '../session/useInterview';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Tick } from '../ui/Tick';
import { closeFind } from './actions';
import { useEditor } from './editorState';
import { lookAt } from './TranscriptEditor';
import './FindBar.css';

/** The options of a search. */
interface How {
  matchCase: boolean;
  wholeWords: boolean;
  /** True to find every form, too: declined, in the plural, in Latin letters or Cyrillic. */
  forms: boolean;
}

/** Finds a text, goes from place to place, and replaces it. Words under bars are found and never replaced. */
export function FindBar() {
  const interview = useInterview();
  const document = useInterviewState((state) => state.document);
  const { words, language } = document;
  const [wanted, setWanted] = useState('');
  const [how, setHow] = useState<How>({ matchCase: false, wholeWords: true, forms: true });
  const [replacing, setReplacing] = useState(false);
  const [replacement, setReplacement] = useState('');
  const [asked, setAsked] = useState<'one' | 'all' | null>(null);
  const found = useMemo(() => placesOf({ words, language }, wanted, how), [words, language, wanted, how]);
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, found.length - 1));
  const binding = useEditor((state) => state.binding);
  const open = useMemo(() => (replacing ? shownOf(document, found) : found), [document, found, replacing]);

  useEffect(() => {
    binding?.show({ found, current });
  }, [binding, found, current]);
  useEffect(() => () => binding?.show({ found: [], current: 0 }), [binding]);

  const goTo = (index: number) => {
    const place = found[(index + found.length) % Math.max(1, found.length)];
    if (!place || !binding) return;
    setAt((index + found.length) % found.length);
    lookAt(binding, place);
  };
  const look = (text: string, how: How) => {
    setWanted(text);
    setHow(how);
    // The first place from the caret on is shown at once.
    const places = placesOf({ words, language }, text, how);
    const caret = useEditor.getState().caret ?? 0;
    const next = Math.max(
      0,
      places.findIndex(({ last }) => last >= caret),
    );
    setAt(next);
    const place = places[next];
    if (place && binding) lookAt(binding, place);
  };
  const replace = (which: 'one' | 'all') => {
    binding?.keep();
    const { document } = interview;
    // What was typed just now may have moved the places.
    const places = document.words === words ? found : placesOf(document, wanted, how);
    const place = places[current];
    const shown = shownOf(document, which === 'all' ? places : place ? [place] : []);
    interview.execute(replaceText(document, shown, replacement));
    if (which === 'one' && place && shown.length > 0)
      goBehind(endOfReplaced(document.words, place, replacement));
  };
  /** Goes to the next place behind the replacement, which may itself match the search. */
  const goBehind = ({ word, character }: { word: number; character: number }) => {
    const places = placesOf(interview.document, wanted, how);
    const isBehind = ({ first, from }: Found) => first > word || (first === word && from >= character);
    const next = Math.max(0, places.findIndex(isBehind));
    const place = places[next];
    setAt(next);
    if (place && binding) lookAt(binding, place);
  };
  const ask = (which: 'one' | 'all') => {
    const place = found[current];
    // A withheld place is left alone, and the search goes on to the next one.
    if (which === 'one' && place && !open.includes(place)) goTo(current + 1);
    else if (replacement === '') setAsked(which);
    else replace(which);
  };
  const hidden = found.length - open.length;
  const deleted = asked === 'all' ? open.length : 1;
  return (
    <div className="find-bar" role="search" aria-label={t('Find and replace')}>
      <div className="row">
        <TextField
          className="field find-wanted"
          autoFocus
          value={wanted}
          onChange={(text) => look(text, how)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') goTo(current + (event.shiftKey ? -1 : 1));
          }}
        >
          <Label>{t('Find')}</Label>
          <Input />
        </TextField>
        <span role="status" className="soft numbers find-count">
          {wanted.trim() !== '' &&
            (found.length > 0
              ? t('{part} of {whole}', { part: current + 1, whole: found.length })
              : t('not found'))}
        </span>
        <Button className="button small" isDisabled={found.length === 0} onPress={() => goTo(current - 1)}>
          {t('Previous')}
        </Button>
        <Button className="button small" isDisabled={found.length === 0} onPress={() => goTo(current + 1)}>
          {t('Next')}
        </Button>
        <Tick
          label={t('All forms')}
          isSelected={how.forms}
          onChange={(forms) => look(wanted, { ...how, forms })}
        />
        {!replacing && (
          <Button
            className="button small quiet"
            onPress={() => {
              setReplacing(true);
              // The same replacement for every form would be wrong in most places.
              look(wanted, { ...how, forms: false });
            }}
          >
            {t('Replace…')}
          </Button>
        )}
        <Button className="button small quiet" onPress={closeFind}>
          {t('Close')}
        </Button>
      </div>
      {replacing && (
        <div className="row">
          <TextField
            className="field find-wanted"
            autoFocus
            value={replacement}
            onChange={setReplacement}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && open.length > 0) ask('one');
            }}
          >
            <Label>{t('Replace with')}</Label>
            <Input />
          </TextField>
          <Button className="button small" isDisabled={open.length === 0} onPress={() => ask('one')}>
            {t('Replace')}
          </Button>
          <Button className="button small" isDisabled={open.length === 0} onPress={() => ask('all')}>
            {t('Replace all')}
          </Button>
          <Tick
            label={t('Whole words')}
            isSelected={how.wholeWords}
            onChange={(wholeWords) => look(wanted, { ...how, wholeWords })}
          />
          <Tick
            label={t('Match case')}
            isSelected={how.matchCase}
            onChange={(matchCase) => look(wanted, { ...how, matchCase })}
          />
          <span role="status" className="soft">
            {hidden > 0 &&
              t(
                '{count, plural, one {# of these is withheld, and left alone.} other {# of these are withheld, and left alone.}}',
                { count: hidden },
              )}
          </span>
        </div>
      )}
      <ConfirmDialog
        title={t('Delete {count, plural, one {# match} other {# matches}}?', { count: deleted })}
        action={t('Delete')}
        instead={t('Keep the words')}
        isOpen={asked !== null}
        onAct={() => asked && replace(asked)}
        onClose={() => setAsked(null)}
      >
        {t('The new text is empty, so these words are deleted. You can undo that in one step.')}
      </ConfirmDialog>
    </div>
  );
}

/** Finds the places of a text as it is written and, if asked for, in its other forms, in order. */
function placesOf(
  { words, language }: Pick<ProjectDocument, 'words' | 'language'>,
  wanted: string,
  { forms, ...options }: How,
): Found[] {
  const written = findText(words, wanted, options);
  if (!forms || options.matchCase) return written;
  const taken = new Set(written.flatMap(({ first, last }) => [first, last]));
  const others = findForms(words, wanted, language).filter(
    ({ first, last }) => !taken.has(first) && !taken.has(last),
  );
  return [...written, ...others].sort((a, b) => a.first - b.first || a.from - b.from);
}

/** Leaves out places that contain a withheld word. */
function shownOf(document: ProjectDocument, places: readonly Found[]): readonly Found[] {
  const hidden = hiddenWords(document);
  return places.filter(({ first, last }) =>
    document.words.slice(first, last + 1).every(({ id }) => !hidden.has(id)),
  );
}
