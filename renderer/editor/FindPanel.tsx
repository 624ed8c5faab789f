import { useMemo, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { findText, replaced, replaceText, type Found } from '../../shared/transcript/replaceText';
import { useInterview, useInterviewState } from '../client/useInterview';
import { Tick } from '../ui/Tick';
import { useEditor } from './editorState';
import { showWords } from './TranscriptEditor';

/** More than this are counted and replaced, but not listed. */
const LISTED = 200;

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
  const around = ({ first, last }: Found): [string, string] => [
    words
      .slice(Math.max(0, first - 4), first)
      .map(({ text }) => text)
      .join(' '),
    words
      .slice(last + 1, last + 5)
      .map(({ text }) => text)
      .join(' '),
  ];
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
          {wanted.trim() === '' ? '' : `${found.length} ${found.length === 1 ? 'place' : 'places'}`}
        </span>
        <Button className="button" isDisabled={found.length === 0} onPress={() => replace(found)}>
          Replace all
        </Button>
        <Button className="button quiet" onPress={() => useEditor.setState({ finding: false })}>
          Close
        </Button>
      </div>
      {found.length > 0 && (
        <ul className="matches">
          {found.slice(0, LISTED).map((place) => {
            const [before, after] = around(place);
            const now = words
              .slice(place.first, place.last + 1)
              .map(({ text }) => text)
              .join(' ');
            return (
              <li key={`${place.first} ${place.from}`} className="row">
                <Button className="button quiet" onPress={() => goTo(place)}>
                  {before} <del>{now}</del> <ins>{replaced(words, place, replacement)}</ins> {after}
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
