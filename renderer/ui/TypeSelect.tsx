import { useId } from 'react';
import { t } from '../../shared/messages/messages';
import { ENTITY_TYPES, type EntityType } from '../../shared/model/entity';
import { TYPE_WORDS } from './entityWords';

interface Props {
  value: EntityType;
  onChange: (type: EntityType) => void;
}

/** Chooses what kind of thing a name stands for. */
export function TypeSelect({ value, onChange }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('Type')}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const type = ENTITY_TYPES.find((one) => one === event.target.value);
          if (type) onChange(type);
        }}
      >
        {ENTITY_TYPES.map((type) => (
          <option key={type} value={type}>
            {TYPE_WORDS[type]}
          </option>
        ))}
      </select>
    </div>
  );
}
