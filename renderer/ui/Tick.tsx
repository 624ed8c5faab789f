import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components';
import './Choices.css';

interface Props {
  label: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  note?: ReactNode;
  isDisabled?: boolean;
}

/** Offers something that can be taken or left, in plain words. */
export function Tick({ label, note, isSelected, onChange, isDisabled = false }: Props) {
  return (
    <CheckboxField isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <CheckboxButton className="checkbox">
        <span className="box" aria-hidden="true" />
        {label}
      </CheckboxButton>
      {note !== undefined && (
        <Text slot="description" className="choice-note">
          {note}
        </Text>
      )}
    </CheckboxField>
  );
}
