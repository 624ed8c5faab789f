import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { nothingWithheld, undecidedWords } from '../../../shared/leaks/undecidedWords';
import { goToTab } from '../../session/go';
import { useInterviewState } from '../../session/useInterview';
import { answerName, answerOf, changedSince, saidBy, verdictOn } from './checkWords';
import type { Undecided } from '../../../shared/model/undecided';
import { useExporter, type Outcome } from './exportState';
import { HeardPlaces } from './HeardPlaces';
import { isUnchanged } from './isUnchanged';
import { useUndecided } from './useUndecided';

/** Shows the outcome of an export, or of another look at one. It tells whether the interview has changed since. */
export function Result({ outcome }: { outcome: Outcome }) {
  const { kind, folder } = outcome;
  const exporter = useExporter();
  const current = useInterviewState(({ document }) => isUnchanged(outcome.of, document));
  return (
    <section className="stack" aria-labelledby="checks-title">
      <h2 id="checks-title">{kind === 'export' ? t('Exported and verified') : t('Verified again')}</h2>
      {current ? (
        <CheckList outcome={outcome} />
      ) : (
        <p className="verdict failed" role="alert">
          {changedSince()}
        </p>
      )}
      <div className="row">
        <Button className="button primary" onPress={() => void exporter.show(folder)}>
          {t('Open the folder')}
        </Button>
        <span className="export-path">{folder}</span>
      </div>
    </section>
  );
}

/** Lists the checks of the files and what they found, and ends in one sentence. */
function CheckList({ outcome: { checks, files, undecided } }: { outcome: Outcome }) {
  const now = useUndecided();
  const open = undecided ?? now.undecided;
  const verdict = verdictOn(checks, files);
  return (
    <>
      <div className="checks" role="region" aria-label={t('Checks')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('Result')}</th>
              <th scope="col">{t('Check')}</th>
              <th scope="col">{t('File')}</th>
              <th scope="col">{t('What was found')}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check, i) => {
              const answer = answerOf(check);
              return (
                <tr key={i} className={answer === 'failed' ? 'failed' : undefined}>
                  <td className={`answer ${answer.replace(' ', '-')}`}>{answerName(answer)}</td>
                  <td>{saidBy(check)}</td>
                  <td>{check.file ?? t('the folder')}</td>
                  <td>{check.detail}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <HeardPlaces checks={checks.filter(({ ok }) => !ok)} />
      <div className="verdicts">
        <p className={classOf(verdict.ok, open.withheld)} role={verdict.ok ? 'status' : 'alert'}>
          {verdict.text}
        </p>
        <NotDecided undecided={open} />
      </div>
    </>
  );
}

/** Green says that what was to be withheld is withheld. Where nothing was, green would say more than is known. */
const classOf = (ok: boolean, withheld: number): string =>
  ok ? (withheld === 0 ? 'verdict bare' : 'verdict') : 'verdict failed';

/** Stands beside the verdict, as large. It tells what the checks could not look for, since nobody has decided it. */
function NotDecided({ undecided }: { undecided: Undecided }) {
  const sentences = undecidedWords(undecided);
  if (undecided.withheld === 0) sentences.unshift(nothingWithheld());
  if (sentences.length === 0) return null;
  return (
    <div className="verdict open" role="status" aria-label={t('Not decided')}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {undecided.names > 0 && (
        <Button className="button small" onPress={() => goToTab('review')}>
          {t('Review suggestions')}
        </Button>
      )}
    </div>
  );
}
