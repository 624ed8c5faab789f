import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import type { Entity } from '../../../shared/model/entity';
import { mergeEntities } from '../../../shared/edits/mergeEntities';
import { useInterview, useInterviewState } from '../../session/useInterview';

interface Props {
  entity: Entity;
  /** Called with the id of the identity that this one has become a part of. */
  onMerged: (into: string) => void;
}

/** Merges two identities that are the same. */
export function Merge({ entity, onMerged }: Props) {
  const interview = useInterview();
  const id = useId();
  const entities = useInterviewState(({ document }) => document.entities);
  const [into, setInto] = useState('');
  const others = entities
    .filter((other) => other.id !== entity.id && other.name !== '')
    .sort((a, b) => a.name.localeCompare(b.name));
  if (others.length === 0) return null;
  const chosen = others.some((other) => other.id === into) ? into : '';
  const merge = () => {
    interview.execute(mergeEntities(interview.document, entity.id, chosen));
    onMerged(chosen);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('It is the same as')}</label>
      <div className="row">
        <select
          id={id}
          className="merge-into"
          value={chosen}
          onChange={(event) => setInto(event.target.value)}
        >
          <option value="">{t('nothing else')}</option>
          {others.map(({ id: other, name }) => (
            <option key={other} value={other}>
              {name}
            </option>
          ))}
        </select>
        <Button className="button" isDisabled={chosen === ''} onPress={merge}>
          {t('Merge')}
        </Button>
      </div>
    </div>
  );
}
