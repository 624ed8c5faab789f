import { Button } from 'react-aria-components';
import { answerOf, saidBy, verdictOn } from './checkWords';
import { useExporter, type Outcome } from './exportState';

/** What verification asked of the files and found, line by line, and what it comes to. */
export function CheckList({ outcome: { kind, checks, files, folder } }: { outcome: Outcome }) {
  const exporter = useExporter();
  const verdict = verdictOn(checks, files);
  return (
    <section className="stack" aria-labelledby="checks-title">
      <h2 id="checks-title">{kind === 'export' ? 'Exported and verified' : 'Verified again'}</h2>
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
      <p className={verdict.ok ? 'verdict' : 'verdict failed'} role={verdict.ok ? 'status' : 'alert'}>
        {verdict.text}
      </p>
      <div className="row">
        <Button className="button primary" onPress={() => void exporter.show(folder)}>
          Open the folder
        </Button>
        <span className="export-path">{folder}</span>
      </div>
    </section>
  );
}
