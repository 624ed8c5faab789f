import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { takeHearing, type ComparedRow } from '../../../shared/edits/takeHearing';
import { clock } from '../../../shared/text/clock';
import { joinWords } from '../../../shared/text/joinWords';
import type { Word } from '../../../shared/model/word';
import { useEditor } from '../../editor/editorState';
import { PlayButton } from '../../player/PlayButton';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { slot, withElements } from '../../ui/withElements';
import { coverRows } from './coverRows';

interface Props {
  onGoOn: () => void;
  onLeave: () => void;
  onClose: () => void;
}

/** Most differences that are drawn, since nobody reads thousands here. */
const MOST_ROWS = 300;
/** Words of an unchanged part that are shown on either side of a difference. */
const SHOWN_ALIKE_WORDS = 5;

/** Shows what was heard beside what is there, word by word, and what happens to marks. */
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
            {t(
              '{from} to {to}{complete, select, yes {} other {, heard so far}}: {count, plural, =0 {no differences} one {# difference} other {# differences}}.',
              {
                from: clock(taking.span.from),
                to: clock(taking.span.to),
                complete: isComplete ? 'yes' : 'no',
                count: changed,
              },
            )}
          </p>
          <p className="soft">
            {t('What is withheld is covered here too.')}{' '}
            {withElements(t('Hold {key} to see it.', { key: slot('key') }), { key: <kbd>Alt</kbd> })}
          </p>
          <div className="again-scroll" role="group" aria-label={t('What is heard beside what is there')}>
            <table className="again-table">
              <thead>
                <tr>
                  <th scope="col">{t('Time')}</th>
                  <th scope="col">{t('In the transcript')}</th>
                  <th scope="col">{t('Heard again')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, MOST_ROWS).map((row, i) => (
                  <Row key={i} row={row} />
                ))}
              </tbody>
            </table>
            {rows.length > MOST_ROWS && (
              <p className="soft">
                {t('And {count, plural, one {# more part} other {# more parts}}.', {
                  count: rows.length - MOST_ROWS,
                })}
              </p>
            )}
          </div>
          <OpenMarks open={taking.open} carried={taking.carried} />
        </>
      ) : (
        <p role="status">{t('Nothing was heard that could be taken.')}</p>
      )}
      <div className="row">
        <Button className="button primary" isDisabled={!taking} onPress={take}>
          {isComplete ? t('Take what was heard') : t('Take what was heard so far')}
        </Button>
        {!isComplete && (
          <Button className="button" onPress={onGoOn}>
            {t('Go on')}
          </Button>
        )}
        <Button className="button" onPress={onLeave}>
          {t('Leave it as it is')}
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
        {kind === 'stays' && <span className="soft"> {t('not taken: somebody wrote what is there')}</span>}
      </td>
    </tr>
  );
}

function shortened(words: readonly Word[]): string {
  if (words.length <= 2 * SHOWN_ALIKE_WORDS) return joinWords(words);
  return `${joinWords(words.slice(0, SHOWN_ALIKE_WORDS))} … ${joinWords(words.slice(-SHOWN_ALIKE_WORDS))}`;
}

function OpenMarks({ open, carried }: Pick<NonNullable<ReturnType<typeof takeHearing>>, 'open' | 'carried'>) {
  if (open.length === 0)
    return carried > 0 ? (
      <p>{t('{count, plural, one {# mark} other {# marks}} carried over.', { count: carried })}</p>
    ) : null;
  return (
    <div>
      <p>
        <strong>
          {t('The words of {count, plural, one {# mark} other {# marks}} were not heard again.', {
            count: open.length,
          })}
        </strong>{' '}
        {t(
          'What is withheld there stays withheld, with whatever is heard in its place. You are asked again about what was kept.',
        )}
      </p>
      <ul className="again-open">
        {open.map(({ mentionId, span, kept }) => (
          <li key={mentionId} className="row">
            {span ? <PlayButton span={span} label={clock(span.from)} /> : t('Without times')}
            <span className="soft">{kept ? t('was kept') : t('stays withheld')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
