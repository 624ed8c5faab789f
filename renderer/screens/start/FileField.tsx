import { useId } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { call } from '../../session/calls/call';
import { fileNameOf } from './fileNames';

interface Props {
  label: string;
  kind: 'recording' | 'transcript' | 'namesModel';
  path: string | null;
  onChange: (path: string | null) => void;
  hint?: string;
}

/** Shows a file that was chosen or dropped. */
export function FileField({ label, kind, path, onChange, hint }: Props) {
  const id = useId();
  const choose = async () => {
    const { path: chosen } = await call('window.chooseFile', { kind });
    if (chosen !== null) onChange(chosen);
  };
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span className="label" id={id}>
        {label}
      </span>
      <div className="row">
        {path !== null && <span className="file-name">{fileNameOf(path)}</span>}
        <Button className="button" onPress={() => void choose()}>
          {path === null ? t('Choose…') : t('Choose another…')}
        </Button>
        {path !== null && (
          <Button className="button quiet" onPress={() => onChange(null)}>
            {t('Remove')}
          </Button>
        )}
      </div>
      {hint !== undefined && <p className="soft">{hint}</p>}
    </div>
  );
}
