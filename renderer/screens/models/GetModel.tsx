import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Model, Models } from '../../session/models/useModels';
import { forgetFailure, getModel, pauseModel, removeModel, useGetting } from '../../session/models/getting';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { ProgressNote } from '../../ui/ProgressNote';
import { gigabytes } from './describeModel';

interface Props {
  model: Model;
  models: Models;
  /** It is what the screen is about. */
  primary?: boolean;
}

/** Gets a model: says which host is asked and for how much before anything is asked, then how far it is. */
export function GetModel({ model, models, primary = false }: Props) {
  const { name, part, bytes } = model;
  const getting = useGetting(({ of }) => of.get(name));
  const [asking, setAsking] = useState(false);
  if (getting?.stop) {
    return (
      <ProgressNote
        progress={getting.progress}
        cancel={
          <>
            Pause<span className="visually-hidden"> {name}</span>
          </>
        }
        onCancel={() => pauseModel(name)}
      />
    );
  }
  return (
    <div className="stack tight">
      {getting?.error && <ErrorNote error={getting.error} onDismiss={() => forgetFailure(name)} />}
      <div className="row">
        <Button className={primary ? 'button primary' : 'button'} onPress={() => setAsking(true)}>
          {part === undefined ? 'Get' : 'Go on getting'} {name}…
        </Button>
        {part !== undefined && (
          <>
            <span className="soft">{Math.floor((100 * part) / bytes)} % is here.</span>
            <Button className="button quiet" onPress={() => void removeModel(name)}>
              Remove what came<span className="visually-hidden"> of {name}</span>
            </Button>
          </>
        )}
      </div>
      <ConfirmDialog
        title={`Get the model ${name}?`}
        action="Get it"
        isOpen={asking}
        onAct={() => void getModel(name)}
        onClose={() => setAsking(false)}
      >
        <WhatIsAsked model={model} models={models} />
      </ConfirmDialog>
    </div>
  );
}

function WhatIsAsked({ model: { bytes, part = 0 }, models: { published, hosts } }: Omit<Props, 'primary'>) {
  const { host, hostname } = new URL(published);
  const others = hosts.map((each) =>
    each === hostname ? `hosts below ${each}` : `${each} and those below it`,
  );
  return (
    <div className="stack tight">
      <p>
        <strong>{host}</strong> is asked for a file of <strong>{gigabytes(bytes)}</strong> ({exactly(bytes)}{' '}
        bytes{part > 0 && `, of which ${exactly(part)} are here`}). It may hand over to{' '}
        {others.join(', or to ')}.
      </p>
      <p className="soft">
        They, and whoever watches this connection, learn that this machine gets this model. Nothing else is
        sent, and nothing of any interview.
      </p>
    </div>
  );
}

const exactly = (bytes: number): string => new Intl.NumberFormat('en').format(bytes);
