import { useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { call } from '../../session/calls/call';
import type { Models } from '../../session/models/useModels';

/** Tells how models come to a machine that is never online. */
export function ByHand({ models: { models, folder, published } }: { models: Models }) {
  const missing = models.filter(({ present }) => !present);
  if (missing.length === 0) return null;
  return (
    <details>
      <summary>{t('For a machine that is never online')}</summary>
      <div className="stack tight">
        <p>
          {t(
            'Get one of these files on another machine and bring it here. “From a file…” finds out which it is. It is kept in this folder:',
          )}
        </p>
        <div className="row">
          <code className="path">{folder}</code>
          <Copy what={folder} name={t('Copy the path')} />
        </div>
        <ul className="models">
          {missing.map((model) => (
            <li key={model.name}>
              <strong>{model.name}</strong>
              <Copy
                what={`${published}ggml-${model.name}.bin`}
                name={t('Copy the address')}
                spoken={t('Copy the address of {name}', { name: model.name })}
              />
            </li>
          ))}
        </ul>
        <p className="soft">
          {t('All addresses begin with:')} <code className="path">{published}</code>
        </p>
      </div>
    </details>
  );
}

function Copy({ what, name, spoken = name }: { what: string; name: string; spoken?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await call('window.copy', { text: what });
    setCopied(true);
  };
  return (
    <Button className="button quiet" aria-label={copied ? t('Copied') : spoken} onPress={() => void copy()}>
      {copied ? t('Copied') : name}
    </Button>
  );
}
