import { useMemo, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { gapBefore, joinWords } from '../../shared/text/joinWords';
import { findText, replaced, replaceText } from '../../shared/edits/replaceText';
import type { Found } from '../../shared/text/findSpaceless';
import { useInterview, useInterviewState } from '../session/useInterview';
import { counted } from '../ui/entityWords';
import { Tick } from '../ui/Tick';
import { closeFind } from './actions';
import { useEditor } from './editorState';
import { showWords } from './TranscriptEditor';

/** More than this are counted and replaced, but not listed. */
const LISTED = 200;
/** Words that are shown on both sides of a place. */
const AROUND = 4;
/** Stands for a withheld word: letters of it that are looked for must not give away the others. */
const HIDDEN = '▇▇▇';

/** Finds a text and shows what each place would read before anything is replaced. */
export function FindPanel() {
  const interview = useInterview();
  const words = useInterviewState(({ document }) => document.words);
  const [wanted, setWanted] = useState('');
  const [replacement, setReplacement] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWords, setWholeWords] = useState(true);
  const found = useMemo(
    () => findText(words, wanted, { matchCase, wholeWords }),
    [words, wanted, matchCase, wholeWords],
  );
  const replace = (places: readonly Found[]) => {
    useEditor.getState().binding?.keep();
    // What was typed just now may have moved the places.
    const now = findText(interview.document.words, wanted, { matchCase, wholeWords });
    const same = interview.document.words === words ? places : now;
    interview.execute(replaceText(interview.document, same, replacement));
  };
  const goTo = ({ first, last }: Found) => {
    const { binding } = useEditor.getState();
    if (binding) showWords(binding, first, last);
  };
  const binding = useEditor((state) => state.binding);
  const peek = useEditor((state) => state.peek);
  const document = useInterviewState((state) => state.document);
  const withheld = useMemo(() => {
    const runs = binding && !peek && document.words.length > 0 ? binding.plan.runs : [];
    return new Set(runs.flatMap(({ first, last }) => range(first, last + 1)));
  }, [binding, peek, document]);
  // What is withheld is no more to be read here than in the transcript.
  const reading = (from: number, to: number) =>
    joinWords(
      range(Math.max(0, from), Math.min(words.length, to)).map((i) => ({
        text: withheld.has(i) ? HIDDEN : (words[i]?.text ?? ''),
        glued: words[i]?.glued,
      })),
    );
  const gap = (at: number) => gapBefore(words[at] ?? {});
  return (
    <div className="find-panel stack" role="search" aria-label="Find and replace">
      <div className="row">
        <TextField className="field" autoFocus value={wanted} onChange={setWanted}>
          <Label>Find</Label>
          <Input />
        </TextField>
        <TextField className="field" value={replacement} onChange={setReplacement}>
          <Label>Replace with</Label>
          <Input />
        </TextField>
      </div>
      <div className="row">
        <Tick label="Match case" isSelected={matchCase} onChange={setMatchCase} />
        <Tick label="Whole words" isSelected={wholeWords} onChange={setWholeWords} />
        <span role="status" className="soft">
          {wanted.trim() === '' ? '' : counted(found.length, 'place')}
        </span>
        <Button className="button" isDisabled={found.length === 0} onPress={() => replace(found)}>
          Replace all
        </Button>
        <Button className="button quiet" onPress={closeFind}>
          Close
        </Button>
      </div>
      {found.length > 0 && (
        <ul className="matches">
          {found.slice(0, LISTED).map((place) => {
            const { first, last } = place;
            const hidden = range(first, last + 1).some((i) => withheld.has(i));
            return (
              <li key={`${first} ${place.from}`}>
                <Button className="button quiet" onPress={() => goTo(place)}>
                  {reading(first - AROUND, first)}
                  {gap(first)}
                  <del>{reading(first, last + 1)}</del>{' '}
                  <ins>{hidden ? HIDDEN : replaced(words, place, replacement)}</ins>
                  {gap(last + 1)}
                  {reading(last + 1, last + 1 + AROUND)}
                </Button>
                <Button className="button" onPress={() => replace([place])}>
                  Replace
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
