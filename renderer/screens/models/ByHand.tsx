import { useState } from 'react';
import { Button } from 'react-aria-components';
import { call } from '../../session/calls/call';
import type { Models } from '../../session/models/useModels';

/** Tells how models come to a machine that is never online. */
export function ByHand({ models: { models, folder, published } }: { models: Models }) {
  const missing = models.filter(({ present }) => !present);
  if (missing.length === 0) return null;
  return (
    <details>
      <summary>For a machine that is never online</summary>
      <div className="stack tight">
        <p>
          Get one of these files on another machine, and bring it here; “From a file…” finds out which it is.
          It is kept in this folder:
        </p>
        <div className="row">
          <code className="path">{folder}</code>
          <Copy text={folder} what="folder" />
        </div>
        <ul className="models">
          {missing.map((model) => (
            <li key={model.name}>
              <strong>{model.name}</strong>
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
