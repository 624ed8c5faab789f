import type { ReactNode } from 'react';
import { Button, Label, ProgressBar } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import type { Progress } from '../../shared/contract/envelope';
import { stageWord } from '../../shared/contract/stageWords';
import { clock } from '../../shared/text/clock';

interface Props {
  progress: Progress | null;
  onCancel?: () => void;
  /** The button's text, if it is not “Cancel”. */
  cancel?: ReactNode;
}

/** Shows what is being done, how far it is, how long it took and will take, and a button that stops it. */
export function ProgressNote({ progress, onCancel, cancel = t('Cancel') }: Props) {
  const { overall } = progress ?? {};
  const total = overall === undefined ? (progress?.total ?? 0) : 1;
  return (
    <div className="progress-note">
      <ProgressBar
        value={overall ?? progress?.done ?? 0}
        maxValue={total}
        isIndeterminate={total <= 0}
        valueLabel={progress ? describe(progress) : ''}
      >
        {({ percentage, valueText }) => (
          <>
            <Label>{progress ? stageWord(progress.stage) : t('Starting')}</Label>
            <span className="numbers">{valueText}</span>
            <div className="bar">
              <div className="fill" style={{ width: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      {onCancel && (
        <Button className="button" onPress={onCancel}>
          {cancel}
        </Button>
      )}
    </div>
  );
}

function describe({ unit, done, total, elapsed, left, overall }: Progress): string {
  const phase =
    unit === 'seconds'
      ? t('{part} of {whole}', { part: clock(done), whole: clock(total) })
      : t('{percent} %', { percent: share(done, total) });
  return t(
    '{phase}{overall, select, none {} other {, {overall} % of all}}, {elapsed} elapsed{left, select, none {} other {, about {left} left}}',
    {
      phase,
      overall: overall === undefined ? 'none' : String(share(overall, 1)),
      elapsed: clock(elapsed),
      left: left === null ? 'none' : clock(left),
    },
  );
}

const share = (done: number, total: number): number => (total > 0 ? Math.floor((100 * done) / total) : 0);
