import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { changeEntity } from '../../../shared/edits/changeEntity';
import type { Entity } from '../../../shared/model/entity';
import { EntityNames } from '../../../shared/leaks/EntityNames';
import { foldPhrase } from '../../../shared/text/matching';
import { useInterview } from '../../session/useInterview';

/** Lists further forms that are protected as the name is: nicknames, spellings, initials. */
export function Aliases({ entity }: { entity: Entity }) {
  const interview = useInterview();
  const [text, setText] = useState('');
  const { aliases } = entity;
  const put = (list: string[]) =>
    interview.execute(changeEntity(interview.document, entity.id, { aliases: list }));
  const alias = text.trim();
  const isNew = foldPhrase(alias).length > 0 && !new EntityNames([entity]).named(alias);
  const add = () => {
    if (!isNew) return;
    put([...aliases, alias]);
    setText('');
  };
  return (
    <div className="stack-tight">
      <h3>{t('Other forms of the name')}</h3>
      {aliases.length > 0 && (
        <ul className="aliases">
          {aliases.map((form) => (
            <li key={form}>
              {form}
              <Button
                className="button quiet small"
                aria-label={t('Remove the form {form}', { form })}
                onPress={() => put(aliases.filter((other) => other !== form))}
              >
                {t('Remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <TextField
          className="alias-new"
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
          }}
        >
          <Label className="visually-hidden">{t('Another form')}</Label>
          <Input className="input" placeholder={t('nickname, other spelling, initials')} />
        </TextField>
        <Button className="button" isDisabled={!isNew} onPress={add}>
          {t('Add')}
        </Button>
      </div>
      <p className="soft">{t('Export stops if any of these is still in the text or sound.')}</p>
    </div>
  );
}
