import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import type { Progress } from '../../../shared/contract/envelope';
import { t } from '../../../shared/messages/messages';
import { toAppErrorShape, type AppErrorShape } from '../../../shared/model/errors';
import { useAtWork, type Work, workBehind } from '../../session/atWork';
import { call } from '../../session/calls/call';
import { askInstead, forgetAsked, goToInterview, goToQueue } from '../../session/go';
import { nameOf } from '../../session/interview/nameOf';
import { onLocking } from '../../session/leaveInterview';
import { isOpening, openInterview } from '../../session/openInterview';
import { activeAt, freeFile, useQueue } from '../../session/queue/queue';
import { useSession } from '../../session/useSession';
import { ErrorNote } from '../../ui/ErrorNote';
import { ProgressNote } from '../../ui/ProgressNote';

/** Asks for the passphrase of a project file. */
export function OpenInterview({ path, locked }: { path: string; locked: boolean }) {
  const item = useQueue(activeAt(path));
  const work = useAtWork(workBehind(path));
  const came = useAtWork((state) => state.came.get(path));
  const stop = () => {
    work?.stop();
    void freeFile(path);
  };
  return (
    <section className="sheet stack">
      <header>
        {locked && <p className="soft">{t('Locked')}</p>}
        <h1>{nameOf(path)}</h1>
        {came !== undefined && <p role="status">{came}</p>}
      </header>
      {item ? (
        <Busy
          what={t('It is being transcribed, and can be opened when that is done or stopped.')}
          progress={item.progress}
          onStop={stop}
        >
          <Button className="button" onPress={() => goToQueue()}>
            {t('Show the queue')}
          </Button>
        </Busy>
      ) : work ? (
        <Busy what={WORKS[work.kind]()} progress={work.progress} onStop={stop} />
      ) : (
        <PassphraseForm path={path} />
      )}
    </section>
  );
}

const WORKS: Record<Work['kind'], () => string> = {
  export: () => t('It is being exported, and can be opened when that is done or stopped.'),
  verify: () => t('An export is being compared with it. It can be opened when that is done or stopped.'),
};

interface BusyProps {
  /** A sentence about the work. */
  what: string;
  progress: Progress | null;
  onStop: () => void;
  children?: ReactNode;
}

/** Shows what goes on behind a lock. */
function Busy({ what, progress, onStop, children }: BusyProps) {
  const [stopping, setStopping] = useState(false);
  const stop = () => {
    setStopping(true);
    onStop();
  };
  return (
    <div className="stack">
      <p>{what}</p>
      <ProgressNote progress={progress} />
      <div className="row">
        <Button className="button" isDisabled={stopping} onPress={stop}>
          {stopping ? t('Stopping…') : t('Stop and open')}
        </Button>
        {children}
        <Back />
      </div>
    </div>
  );
}

function PassphraseForm({ path }: { path: string }) {
  const [passphrase, setPassphrase] = useState('');
  const opening = useSession(isOpening(path));
  const [error, setError] = useState<AppErrorShape | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const wrong = error?.code === 'PASSPHRASE_WRONG';
  useEffect(() => onLocking(() => setPassphrase('')), []);

  const open = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (opening) return;
    setError(null);
    try {
      await openInterview(path, async (show) => {
        await freeFile(path);
        await show(await call('project.open', { path, passphrase }));
      });
    } catch (problem) {
      setError(toAppErrorShape(problem));
      field.current?.select();
    }
  };
  /** Lets the person choose the file where it is now, or a copy of it. */
  const find = async () => {
    const { path: found } = await call('window.chooseFile', { kind: 'project' });
    if (found !== null) askInstead(found);
  };
  return (
    <Form className="stack" onSubmit={(event) => void open(event)} validationBehavior="aria">
      <TextField
        className="field"
        type="password"
        autoFocus
        isRequired
        isInvalid={wrong}
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value);
          setError(null);
        }}
      >
        <Label>{t('Passphrase')}</Label>
        <Input ref={field} autoComplete="off" />
        <FieldError>
          <span role="alert">
            {t('That is not its passphrase. Try again; capital letters and spaces count.')}
          </span>
        </FieldError>
      </TextField>
      {error && !wrong && <ErrorNote error={error} />}
      <div className="row">
        <Button className="button primary" type="submit" isDisabled={passphrase === ''}>
          {opening ? t('Opening…') : error && !wrong ? t('Try again') : t('Open')}
        </Button>
        {error && !wrong && (
          <Button className="button" onPress={() => void find()}>
            {error.code === 'FILE_NOT_FOUND' ? t('Find it…') : t('Choose another file…')}
          </Button>
        )}
        <Back />
      </div>
    </Form>
  );
}

/** Goes back to the open interview, or to the start when none is open. */
function Back() {
  return (
    <Button
      className="button quiet"
      onPress={() => {
        forgetAsked();
        goToInterview();
      }}
    >
      {t('Back')}
    </Button>
  );
}
