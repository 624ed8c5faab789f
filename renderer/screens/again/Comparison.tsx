import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { takeHearing, type ComparedRow } from '../../../shared/edits/takeHearing';
import { clock } from '../../../shared/text/clock';
import { joinWords } from '../../../shared/text/joinWords';
import type { Word } from '../../../shared/model/word';
import { useEditor } from '../../editor/editorState';
import { PlayButton } from '../../player/PlayButton';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { counted } from '../../ui/entityWords';
import { coverRows } from './coverRows';

interface Props {
  onGoOn: () => void;
  onLeave: () => void;
  onClose: () => void;
}

/** Differences that are drawn: nobody reads thousands here. */
const MOST_ROWS = 300;
/** Words that are shown of what is alike, on either side of a difference. */
const SHOWN_ALIKE_WORDS = 5;

/** Shows what was heard beside what is there, word by word, and what becomes of marks. */
export function Comparison({ onGoOn, onLeave, onClose }: Props) {
  const interview = useInterview();
  const document = useInterviewState((state) => state.document);
  const taking = useMemo(() => takeHearing(document), [document]);
  const covered = useMemo(() => taking && coverRows(document, taking), [document, taking]);
  const peek = useEditor((state) => state.peek);
  const rows = (peek ? taking?.rows : covered) ?? [];
  const { hearing } = document;
  const isComplete = hearing?.finished === hearing?.windows.length;
  const take = () => {
    useEditor.getState().binding?.keep();
    interview.execute(takeHearing(interview.document)?.command ?? null);
    onClose();
  };
  const changed = taking?.rows.filter(({ kind }) => kind === 'changed').length ?? 0;
  return (
    <div className="stack">
      {taking ? (
        <>
          <p role="status">
            {clock(taking.span.from)} to {clock(taking.span.to)}
            {isComplete ? '' : ', heard so far'}:{' '}
            {changed === 0 ? 'it reads as what is there.' : `${counted(changed, 'difference')}.`}
          </p>
          <p className="soft">
            What is withheld is covered here too. Hold <kbd>Alt</kbd> to see it.
          </p>
          <div className="again-scroll" role="group" aria-label="What is heard beside what is there">
            <table className="again-table">
              <thead>
                <tr>
                  <th scope="col">At</th>
                  <th scope="col">Stands there</th>
                  <th scope="col">Heard again</th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, MOST_ROWS).map((row, i) => (
                  <Row key={i} row={row} />
                ))}
              </tbody>
            </table>
            {rows.length > MOST_ROWS && <p className="soft">And {rows.length - MOST_ROWS} parts more.</p>}
          </div>
          <OpenMarks open={taking.open} carried={taking.carried} />
        </>
      ) : (
        <p role="status">Nothing was heard that could be taken.</p>
      )}
      <div className="row">
        <Button className="button primary" isDisabled={!taking} onPress={take}>
          {isComplete ? 'Take what was heard' : 'Take what was heard so far'}
        </Button>
        {!isComplete && (
          <Button className="button" onPress={onGoOn}>
            Go on
          </Button>
        )}
        <Button className="button" onPress={onLeave}>
          Leave it as it is
        </Button>
      </div>
    </div>
  );
}

function Row({ row: { kind, before, after } }: { row: ComparedRow }) {
  if (kind === 'same') {
    return (
      <tr className="soft">
        <td />
        <td colSpan={2}>{shortened(after)}</td>
      </tr>
    );
  }
  const [first, last] = [before[0] ?? after[0], before.at(-1) ?? after.at(-1)];
  const [from, to] = [first?.start ?? null, last?.end ?? null];
  return (
    <tr>
      <td className="numbers">
        {from !== null && to !== null && <PlayButton span={{ from, to }} label={clock(from)} />}
      </td>
      <td>
        <del dir="auto">{joinWords(before) || '–'}</del>
      </td>
      <td>
        <ins dir="auto">{joinWords(after) || '–'}</ins>
        {kind === 'stays' && <span className="soft"> not taken: somebody wrote what is there</span>}
      </td>
    </tr>
  );
}

function shortened(words: readonly Word[]): string {
  if (words.length <= 2 * SHOWN_ALIKE_WORDS) return joinWords(words);
  return `${joinWords(words.slice(0, SHOWN_ALIKE_WORDS))} … ${joinWords(words.slice(-SHOWN_ALIKE_WORDS))}`;
}

function OpenMarks({ open, carried }: Pick<NonNullable<ReturnType<typeof takeHearing>>, 'open' | 'carried'>) {
  if (open.length === 0) return carried > 0 ? <p>{counted(carried, 'mark')} carried over.</p> : null;
  return (
    <div>
      <p>
        <strong>The words of {counted(open.length, 'mark')} are not heard again.</strong> What is withheld
        stays withheld there, with what is heard in its place; what was kept is asked about anew.
      </p>
      <ul className="again-open">
        {open.map(({ mentionId, span, kept }) => (
          <li key={mentionId} className="row">
            {span ? <PlayButton span={span} label={clock(span.from)} /> : 'Without times'}
            <span className="soft">{kept ? 'was kept' : 'stays withheld'}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
