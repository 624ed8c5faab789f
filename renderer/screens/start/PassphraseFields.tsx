import { useEffect, useState } from 'react';
import { CheckboxButton, CheckboxField, FieldError, Input, Label, TextField } from 'react-aria-components';
import { onLocking } from '../../session/leaveInterview';
import { useStrength } from './useStrength';
import '../../ui/Choices.css';

interface Props {
  value: string;
  onChange: (passphrase: string) => void;
  /** The name of what it opens. */
  opens?: string;
}

/** A new passphrase: typed twice, how strong it is, and what losing it means. None is refused. */
export function PassphraseFields({ value, onChange, opens = 'the interview' }: Props) {
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
        <h2>Passphrase</h2>
      </legend>
      <p>Without this passphrase nobody, we included, can open {opens} again.</p>
      <div className="columns twice">
        <TextField className="field" isRequired type={type} value={value} onChange={onChange}>
          <Label>Passphrase</Label>
          <Input autoComplete="off" spellCheck="false" />
          <FieldError>Choose a passphrase.</FieldError>
        </TextField>
        <TextField
          className="field"
          type={type}
          value={again}
          onChange={setAgain}
          validate={() => (again === value ? null : 'The two passphrases differ.')}
        >
          <Label>The same again</Label>
          <Input autoComplete="off" spellCheck="false" />
          <FieldError />
        </TextField>
      </div>
      <Meter passphrase={value} />
      <CheckboxField isSelected={shown} onChange={setShown}>
        <CheckboxButton className="checkbox">
          <span className="box" aria-hidden="true" />
          Show what I type
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
            {weak && <strong>Weak: </strong>}
            someone with a hundred strong computers would guess it in {strength.time}.
          </>
        ) : (
          'Longer is stronger.'
        )}
      </p>
      <p className="soft">
        Five or six words that have nothing to do with one another are easy to keep in mind and hard to guess.
      </p>
    </div>
  );
}
