import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button, FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import type { Progress } from '../../../shared/contract/envelope';
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
        {locked && <p className="soft">Locked</p>}
        <h1>{nameOf(path)}</h1>
        {came !== undefined && <p role="status">{came}</p>}
      </header>
      {item ? (
        <Busy what="transcribed" progress={item.progress} onStop={stop}>
          <Button className="button" onPress={() => goToQueue()}>
            Show the queue
          </Button>
        </Busy>
      ) : work ? (
        <Busy what={WORKS[work.kind]} progress={work.progress} onStop={stop} />
      ) : (
        <PassphraseForm path={path} />
      )}
    </section>
  );
}

const WORKS: Record<Work['kind'], string> = { export: 'exported', verify: 'compared with an export' };

interface BusyProps {
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
      <p>It is being {what}, and can be opened when that is done or stopped.</p>
      <ProgressNote progress={progress} />
      <div className="row">
        <Button className="button" isDisabled={stopping} onPress={stop}>
          {stopping ? 'Stopping…' : 'Stop and open'}
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
        <Label>Passphrase</Label>
        <Input ref={field} autoComplete="off" />
        <FieldError>
          <span role="alert">That is not its passphrase. Try again; capital letters and spaces count.</span>
        </FieldError>
      </TextField>
      {error && !wrong && <ErrorNote error={error} />}
      <div className="row">
        <Button className="button primary" type="submit" isDisabled={passphrase === ''}>
          {opening ? 'Opening…' : error && !wrong ? 'Try again' : 'Open'}
        </Button>
        {error && !wrong && (
          <Button className="button" onPress={() => void find()}>
            {error.code === 'FILE_NOT_FOUND' ? 'Find it…' : 'Choose another file…'}
          </Button>
        )}
        <Back />
      </div>
    </Form>
  );
}

/** Goes back to the interview that is open, if one is, and otherwise to the start. */
function Back() {
  return (
    <Button
      className="button quiet"
      onPress={() => {
        forgetAsked();
        goToInterview();
      }}
    >
      Back
    </Button>
  );
}
