import { useState } from 'react';
import { Button } from 'react-aria-components';
import { call } from '../../session/calls/call';
import type { Models } from '../../session/calls/useModels';
import { describeModel, gigabytes } from './describeModel';

interface Props {
  models: Models;
  look: () => void;
  isOpen: boolean;
}

/** Tells how people get models; the app itself never does. */
export function MissingModels({ models: { models, folder, published }, look, isOpen }: Props) {
  const missing = models.filter(({ present }) => !present);
  if (missing.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>How to get a model</summary>
      <div className="stack tight">
        <p>
          Withheld never downloads anything. Get one of these files yourself, on any machine; then either
          choose it above, or put it into this folder:
        </p>
        <div className="row">
          <code className="path">{folder}</code>
          <Copy text={folder} what="folder" />
          <Button className="button quiet" onPress={look}>
            Look again
          </Button>
        </div>
        <ul className="models">
          {missing.map((model) => (
            <li key={model.name}>
              <span>
                <strong>{model.name}</strong>{' '}
                <span className="soft">
                  {describeModel(model)}; a file of {gigabytes(model.bytes)}
                </span>
              </span>
              <Copy text={`${published}ggml-${model.name}.bin`} what="address" of={model.name} />
            </li>
          ))}
        </ul>
        <p className="soft">
          All addresses begin with <code className="path">{published}</code>
        </p>
      </div>
    </details>
  );
}

function Copy({ text, what, of }: { text: string; what: string; of?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await call('window.copy', { text });
    setCopied(true);
  };
  return (
    <Button className="button quiet" onPress={() => void copy()}>
      {copied ? 'Copied' : 'Copy'} {what}
      {of !== undefined && <span className="visually-hidden"> of {of}</span>}
    </Button>
  );
}
