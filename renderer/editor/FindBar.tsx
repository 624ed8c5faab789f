import { useEffect, useMemo, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import {
  behindReplaced,
  emptiedHeadings,
  findMatches,
  replaceMatches,
  wordOf,
  type HowToFind,
  type Match,
} from '../../shared/edits/matches';
import { hiddenWords } from '../../shared/plan/hiddenWords';
import type { ProjectDocument } from '../../shared/document/document';
import { useInterview, useInterviewState } from '../session/useInterview';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Tick } from '../ui/Tick';
import { closeFind } from './actions';
import { useEditor } from './editorState';
import { lookAt } from './TranscriptEditor';
import type { TranscriptBinding } from './transcript/TranscriptBinding';
import { showHeading } from './writeHeading';
import './FindBar.css';

/**
 * Finds a text in the words and the headings, goes from place to place, and replaces it. Words under bars are found and
 * never replaced.
 */
export function FindBar() {
  const interview = useInterview();
  const document = useInterviewState((state) => state.document);
  const { words, language, chapters } = document;
  const [wanted, setWanted] = useState('');
  const [how, setHow] = useState<HowToFind>({ matchCase: false, wholeWords: true, forms: true });
  const [replacing, setReplacing] = useState(false);
  const [replacement, setReplacement] = useState('');
  const [asked, setAsked] = useState<'one' | 'all' | null>(null);
  const [tooLong, setTooLong] = useState(0);
  const found = useMemo(
    () => findMatches({ words, language, chapters }, wanted, how),
    [words, language, chapters, wanted, how],
  );
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, found.length - 1));
  const binding = useEditor((state) => state.binding);
  const open = useMemo(() => (replacing ? shownOf(document, found) : found), [document, found, replacing]);

  useEffect(() => {
    if (binding) showMatches(binding, found, current);
  }, [binding, found, current]);
  useEffect(
    () => () => {
      if (binding) showMatches(binding, [], 0);
    },
    [binding],
  );

  const goTo = (index: number) => {
    const place = found[(index + found.length) % Math.max(1, found.length)];
    if (!place || !binding) return;
    setAt((index + found.length) % found.length);
    goToMatch(binding, place);
  };
  const look = (text: string, how: HowToFind) => {
    setWanted(text);
    setHow(how);
    setTooLong(0);
    // The first place from the caret on is shown at once.
    const places = findMatches({ words, language, chapters }, text, how);
    const caret = useEditor.getState().caret ?? 0;
    showFirst(places, (place) => ('words' in place ? place.words.last : wordOf(place)) >= caret);
  };
  /** Shows the first place that is fit, or else the first of all. */
  const showFirst = (places: readonly Match[], isFit: (place: Match) => boolean) => {
    const next = Math.max(0, places.findIndex(isFit));
    const place = places[next];
    setAt(next);
    if (place && binding) goToMatch(binding, place);
  };
  const replace = (which: 'one' | 'all') => {
    binding?.keep();
    const { document } = interview;
    // What was typed just now may have moved the places.
    const isSame = document.words === words && document.chapters === chapters;
    const places = isSame ? found : findMatches(document, wanted, how);
    const place = places[current];
    const shown = shownOf(document, which === 'all' ? places : place ? [place] : []);
    const made = replaceMatches(document, shown, replacement);
    interview.execute(made.command);
    setTooLong(made.tooLong);
    if (which === 'one' && place && shown.length > 0)
      showFirst(findMatches(interview.document, wanted, how), behindReplaced(document, place, replacement));
  };
  const ask = (which: 'one' | 'all') => {
    const place = found[current];
    // A withheld place is left alone, and the search goes on to the next one.
    if (which === 'one' && place && !open.includes(place)) goTo(current + 1);
    else if (replacement === '') setAsked(which);
    else replace(which);
  };
  const hidden = found.length - open.length;
  const place = found[current];
  const deleting = asked === 'all' ? open : place ? [place] : [];
  const emptied = emptiedHeadings(deleting, '');
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
              )}{' '}
            {tooLong > 0 &&
              t(
                '{count, plural, one {# heading would be too long, and stays as it is.} other {# headings would be too long, and stay as they are.}}',
                { count: tooLong },
              )}
          </span>
        </div>
      )}
      <ConfirmDialog
        title={t('Delete {count, plural, one {# match} other {# matches}}?', { count: deleting.length })}
        action={t('Delete')}
        instead={t('Keep the words')}
        isOpen={asked !== null}
        onAct={() => asked && replace(asked)}
        onClose={() => setAsked(null)}
      >
        {t('The new text is empty, so these words are deleted. You can undo that in one step.')}{' '}
        {emptied > 0 &&
          t(
            '{count, plural, one {# heading has no other words and goes, too.} other {# headings have no other words and go, too.}}',
            { count: emptied },
          )}
      </ConfirmDialog>
    </div>
  );
}

/** Goes to a place; the keyboard stays where it is. */
function goToMatch(binding: TranscriptBinding, match: Match): void {
  if ('words' in match) lookAt(binding, match.words);
  else showHeading(binding, match.heading.chapter.id);
}

/** Highlights the places in the transcript, and the one that is gone to. */
function showMatches(binding: TranscriptBinding, matches: readonly Match[], current: number): void {
  const place = matches[current];
  const found = matches.flatMap((match) => ('words' in match ? [match.words] : []));
  const headingsFound = new Map<string, boolean>();
  for (const match of matches) {
    if (!('heading' in match)) continue;
    const { id } = match.heading.chapter;
    headingsFound.set(id, match === place || headingsFound.get(id) === true);
  }
  binding.show({
    found,
    headingsFound,
    current: place && 'words' in place ? found.indexOf(place.words) : -1,
  });
}

/** Leaves out places that contain a withheld word. */
function shownOf(document: ProjectDocument, places: readonly Match[]): readonly Match[] {
  const hidden = hiddenWords(document);
  return places.filter((place) => {
    if ('heading' in place) return true;
    const { first, last } = place.words;
    return document.words.slice(first, last + 1).every(({ id }) => !hidden.has(id));
  });
}
