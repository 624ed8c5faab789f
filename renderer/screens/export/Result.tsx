import { Button } from 'react-aria-components';
import { useInterviewState } from '../../session/useInterview';
import { answerOf, CHANGED_SINCE, saidBy, verdictOn } from './checkWords';
import { useExporter, type Outcome } from './exportState';
import { HeardPlaces } from './HeardPlaces';
import { isUnchanged } from './isUnchanged';

/** Shows what an export, or another look at one, came to: for the interview as it is now, or as it was then. */
export function Result({ outcome }: { outcome: Outcome }) {
  const { kind, folder } = outcome;
  const exporter = useExporter();
  const current = useInterviewState(({ document }) => isUnchanged(outcome.of, document));
  return (
    <section className="stack" aria-labelledby="checks-title">
      <h2 id="checks-title">{kind === 'export' ? 'Exported and verified' : 'Verified again'}</h2>
      {current ? (
        <CheckList outcome={outcome} />
      ) : (
        <p className="verdict failed" role="alert">
          {CHANGED_SINCE}
        </p>
      )}
      <div className="row">
        <Button className="button primary" onPress={() => void exporter.show(folder)}>
          Open the folder
        </Button>
        <span className="export-path">{folder}</span>
      </div>
    </section>
  );
}

/** Lists the checks of the files and what they found, and ends in one sentence. */
function CheckList({ outcome: { checks, files } }: { outcome: Outcome }) {
  const verdict = verdictOn(checks, files);
  return (
    <>
      <div className="checks" role="region" aria-labelledby="checks-title" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Answer</th>
              <th scope="col">What was looked for</th>
              <th scope="col">File</th>
              <th scope="col">What was found</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check, i) => {
              const answer = answerOf(check);
              return (
                <tr key={i} className={answer === 'failed' ? 'failed' : undefined}>
                  <td className={`answer ${answer.replace(' ', '-')}`}>{answer}</td>
                  <td>{saidBy(check)}</td>
                  <td>{check.file ?? 'the folder'}</td>
                  <td>{check.detail}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <HeardPlaces checks={checks.filter(({ ok }) => !ok)} />
      <p className={verdict.ok ? 'verdict' : 'verdict failed'} role={verdict.ok ? 'status' : 'alert'}>
        {verdict.text}
      </p>
    </>
  );
}
