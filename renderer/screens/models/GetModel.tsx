import { useState } from 'react';
import { Button } from 'react-aria-components';
import { locale, t } from '../../../shared/messages/messages';
import type { Model, Models } from '../../session/models/useModels';
import { forgetFailure, getModel, pauseModel, removeModel, useGetting } from '../../session/models/getting';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { listed } from '../../../shared/text/listed';
import { ProgressNote } from '../../ui/ProgressNote';
import { gigabytes } from './describeModel';

interface Props {
  model: Model;
  models: Models;
  /** True when the screen is about this model. */
  primary?: boolean;
}

/** Gets a model. It says which host is asked for how much before anything is asked, and then how far it is. */
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
            {t('Pause')}
            <span className="visually-hidden"> {name}</span>
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
          {part === undefined ? t('Get {name}…', { name }) : t('Go on getting {name}…', { name })}
        </Button>
        {part !== undefined && (
          <>
            <span className="soft">
              {t('{percent} % is here.', { percent: Math.floor((100 * part) / bytes) })}
            </span>
            <Button
              className="button quiet"
              aria-label={t('Remove what came of {name}', { name })}
              onPress={() => void removeModel(name)}
            >
              {t('Remove what came')}
            </Button>
          </>
        )}
      </div>
      <ConfirmDialog
        title={t('Get the model {name}?', { name })}
        action={t('Get it')}
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
    each === hostname
      ? t('hosts below {host}', { host: each })
      : t('{host} and hosts below it', { host: each }),
  );
  return (
    <div className="stack tight">
      <p>
        <strong>{t('{host} is asked for a file of {size}.', { host, size: gigabytes(bytes) })}</strong>{' '}
        {part > 0
          ? t('These are {bytes} bytes; {part} of them are here.', {
              bytes: exactly(bytes),
              part: exactly(part),
            })
          : t('These are {bytes} bytes.', { bytes: exactly(bytes) })}{' '}
        {t('It may hand over to: {hosts}.', { hosts: listed(others, 'or') })}
      </p>
      <p className="soft">
        {t(
          'They, and whoever watches this connection, learn that this machine gets this model. Nothing else is sent, and nothing of any interview.',
        )}
      </p>
    </div>
  );
}

const exactly = (bytes: number): string => new Intl.NumberFormat(locale()).format(bytes);
