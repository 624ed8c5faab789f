import { useEffect, useState } from 'react';
import { CheckboxButton, CheckboxField, FieldError, Input, Label, TextField } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { onLocking } from '../../session/leaveInterview';
import { useStrength } from './useStrength';
import '../../ui/Choices.css';

interface Props {
  value: string;
  onChange: (passphrase: string) => void;
  /** True when it opens several interviews. */
  several?: boolean;
}

/** Takes a new passphrase, typed twice. It tells how strong it is and what losing it means, and refuses none. */
export function PassphraseFields({ value, onChange, several = false }: Props) {
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  useEffect(
    () =>
      onLocking(() => {
        onChange('');
        setAgain('');
        setShown(false);
      }),
    [onChange],
  );
  const type = shown ? 'text' : 'password';
  return (
    <fieldset className="plain stack">
      <legend>
        <h2>{t('Passphrase')}</h2>
      </legend>
      <p>
        {several
          ? t('Without this passphrase nobody, we included, can open these interviews again.')
          : t('Without this passphrase nobody, we included, can open the interview again.')}
      </p>
      <div className="columns twice">
        <TextField className="field" isRequired type={type} value={value} onChange={onChange}>
          <Label>{t('Passphrase')}</Label>
          <Input autoComplete="off" spellCheck="false" />
          <FieldError>{t('Choose a passphrase.')}</FieldError>
        </TextField>
        <TextField
          className="field"
          type={type}
          value={again}
          onChange={setAgain}
          validate={() => (again === value ? null : t('The two passphrases differ.'))}
        >
          <Label>{t('The same again')}</Label>
          <Input autoComplete="off" spellCheck="false" />
          <FieldError />
        </TextField>
      </div>
      <Meter passphrase={value} />
      <CheckboxField isSelected={shown} onChange={setShown}>
        <CheckboxButton className="checkbox">
          <span className="box" aria-hidden="true" />
          {t('Show what I type')}
        </CheckboxButton>
      </CheckboxField>
    </fieldset>
  );
}

function Meter({ passphrase }: { passphrase: string }) {
  const strength = useStrength(passphrase);
  const weak = strength?.enough === false;
  return (
    <div className="strength" data-weak={weak || undefined}>
      <div className="bar" aria-hidden="true">
        <div className="fill" style={{ width: `${100 * (strength?.share ?? 0)}%` }} />
      </div>
      <p role="status">
        {strength ? (
          <>
            {weak && <strong>{t('This is weak.')} </strong>}
            {t('Someone with a hundred strong computers would guess it in {time}.', {
              time: strength.time,
            })}
          </>
        ) : (
          t('Longer is stronger.')
        )}
      </p>
      <p className="soft">
        {t(
          'Five or six words that have nothing to do with one another are easy to keep in mind and hard to guess.',
        )}
      </p>
    </div>
  );
}
