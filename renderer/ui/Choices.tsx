import type { ReactNode } from 'react';
import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import './Choices.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** The meaning of the choice, or why it cannot be taken. */
  note?: ReactNode;
  isDisabled?: boolean;
}

interface Props<Value extends string> {
  label: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  orientation?: 'horizontal' | 'vertical';
}

/** Offers one of several, each in plain words. */
export function Choices<Value extends string>({
  label,
  value,
  choices,
  onChange,
  isDisabled = false,
  orientation = 'vertical',
}: Props<Value>) {
  return (
    <RadioGroup
      className="choices"
      orientation={orientation}
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen);
        if (choice) onChange(choice.value);
      }}
    >
      <Label className="choices-label">{label}</Label>
      {choices.map((choice) => (
        <RadioField key={choice.value} value={choice.value} isDisabled={choice.isDisabled ?? false}>
          <RadioButton className="choice">{choice.label}</RadioButton>
          {choice.note !== undefined && (
            <Text slot="description" className="choice-note">
              {choice.note}
            </Text>
          )}
        </RadioField>
      ))}
    </RadioGroup>
  );
}
