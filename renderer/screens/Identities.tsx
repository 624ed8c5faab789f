import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { decisionSchema } from '../../shared/model/entity';
import { indexWords } from '../../shared/plan/wordIndex';
import { UndoButton } from '../editor/UndoButton';
import { arrive, goToTab } from '../session/go';
import { useInterviewState } from '../session/useInterview';
import { sessionNow } from '../session/useSession';
import { DECISION_WORDS, TYPE_WORDS } from '../ui/entityWords';
import { PickList } from '../ui/PickList';
import { IdentityDetails, nameOf } from './identities/IdentityDetails';
import {
  arranged,
  identitiesOf,
  orderWords,
  type Identity,
  type Order,
  type Wanted,
} from './identities/identityList';
import './identities/identities.css';

/** Lists everything that identifies somebody, with all its places and what is decided of it. */
export function Identities() {
  const words = useInterviewState(({ document }) => document.words);
  const entities = useInterviewState(({ document }) => document.entities);
  const mentions = useInterviewState(({ document }) => document.mentions);
  const [wanted, setWanted] = useState<Wanted>({ text: '', decision: 'all', order: 'said' });
  const [chosen, setChosen] = useState<string | null>(chosenBefore);
  useEffect(() => arrive('identities'), []);
  const looked = useDeferredValue(wanted);
  const shown = useMemo(() => {
    const { at } = indexWords(words);
    return arranged(identitiesOf(entities, mentions, at), looked, at);
  }, [words, entities, mentions, looked]);
  const current = shown.find(({ entity }) => entity.id === chosen) ?? shown[0];

  if (entities.length === 0) return <NoIdentities />;
  return (
    <div className="identities">
      <div className="identities-side">
        <Filters wanted={wanted} onChange={setWanted} />
        <div className="row">
          <p className="soft identities-count" role="status">
            {shown.length === entities.length
              ? t('{count, plural, one {# identity} other {# identities}}', { count: shown.length })
              : t('{shown, number} of {count, plural, one {# identity} other {# identities}}', {
                  shown: shown.length,
                  count: entities.length,
                })}
          </p>
          <UndoButton />
        </div>
        <PickList
          label={t('Identities')}
          items={shown}
          keyOf={keyOfIdentity}
          chosen={current?.entity.id ?? null}
          onChoose={setChosen}
          height={66}
        >
          {({ entity, mentions: places }) => (
            <>
              <span className={`decision-${entity.decision}`}>
                <strong>{nameOf(entity.name)}</strong>
              </span>
              <span className="soft">
                {DECISION_WORDS[entity.decision]} · {TYPE_WORDS[entity.type]} ·{' '}
                {t('{count, plural, one {# mention} other {# mentions}}', { count: places.length })}
                {entity.description !== undefined && ` · ${entity.description}`}
              </span>
            </>
          )}
        </PickList>
      </div>
      {current ? (
        <IdentityDetails key={current.entity.id} identity={current} onMerged={setChosen} />
      ) : (
        <p className="soft identities-none">{t('Nothing matches. Look for something else, or show all.')}</p>
      )}
    </div>
  );
}

/** Returns the identity that another screen leads to. */
function chosenBefore(): string | null {
  const { target } = sessionNow();
  return target?.tab === 'identities' ? target.entityId : null;
}

const keyOfIdentity = ({ entity }: Identity): string => entity.id;

function Filters({ wanted, onChange }: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  return (
    <div className="identity-filters">
      <SearchField className="field" value={wanted.text} onChange={(text) => onChange({ ...wanted, text })}>
        <Label>{t('Find')}</Label>
        <Input placeholder={t('a name or another form of it')} />
      </SearchField>
      <div className="field">
        <label htmlFor="identities-shown">{t('Show')}</label>
        <select
          id="identities-shown"
          value={wanted.decision}
          onChange={(event) =>
            onChange({ ...wanted, decision: decisionSchema.safeParse(event.target.value).data ?? 'all' })
          }
        >
          <option value="all">{t('all')}</option>
          {decisionSchema.options.map((decision) => (
            <option key={decision} value={decision}>
              {DECISION_WORDS[decision]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="identities-order">{t('Order')}</label>
        <select
          id="identities-order"
          value={wanted.order}
          onChange={(event) => onChange({ ...wanted, order: event.target.value as Order })}
        >
          {Object.entries(orderWords()).map(([order, label]) => (
            <option key={order} value={order}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function NoIdentities() {
  return (
    <div className="review-none">
      <h2>{t('Nothing is withheld yet')}</h2>
      <p>
        {t(
          'Names, places, numbers and whatever else tells who somebody is are listed here, once you withhold a suggestion or mark words in the transcript.',
        )}
      </p>
      <div className="row">
        <Button className="button primary" onPress={() => goToTab('review')}>
          {t('Review suggestions')}
        </Button>
        <Button className="button" onPress={() => goToTab('transcript')}>
          {t('Go to the transcript')}
        </Button>
      </div>
    </div>
  );
}
