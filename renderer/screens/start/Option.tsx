import { RadioButton, RadioField, Text } from 'react-aria-components';

/** One of several options, with its meaning. */
export function Option({ value, name, text }: { value: string; name: string; text?: string }) {
  return (
    <RadioField value={value}>
      <RadioButton className="option">
        <span className="dot" aria-hidden="true" />
        {name}
      </RadioButton>
      {text !== undefined && (
        <Text slot="description" className="soft option-text">
          {text}
        </Text>
      )}
    </RadioField>
  );
}
