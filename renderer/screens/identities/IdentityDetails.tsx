import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../../../shared/messages/messages';
import { changeEntity, type EntityChange } from '../../../shared/edits/changeEntity';
import { removeEntity } from '../../../shared/edits/removeEntity';
import type { Decision } from '../../../shared/model/entity';
import { Description } from '../../editor/Description';
import { useInterview, useInterviewState } from '../../session/useInterview';
import { Choices, type Choice } from '../../ui/Choices';
import { TypeSelect } from '../../ui/TypeSelect';
import { Aliases } from './Aliases';
import type { Identity } from './identityList';
import { MentionRow } from './MentionRow';
import { Merge } from './Merge';

const decisions = (): readonly Choice<Decision>[] => [
  { value: 'withhold', label: t('Withhold') },
  { value: 'keep', label: t('Keep: may be published') },
  { value: 'undecided', label: t('Not decided') },
];

interface Props {
  identity: Identity;
  onMerged: (into: string) => void;
}

/** Shows one identity: what is decided of it, how it reads, and every place where it is said. */
export function IdentityDetails({ identity: { entity, mentions }, onMerged }: Props) {
  const interview = useInterview();
  const words = useInterviewState(({ document }) => document.words);
  const pane = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  // The part above the list grows and shrinks with what is decided.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0));
  const getItemKey = useCallback((i: number) => mentions[i]?.id ?? i, [mentions]);
  const rows = useVirtualizer({
    count: mentions.length,
    getScrollElement: () => pane.current,
    estimateSize: () => 110,
    overscan: 4,
    scrollMargin: above,
    getItemKey,
  });
  const change = (what: EntityChange) => interview.execute(changeEntity(interview.document, entity.id, what));

  return (
    <section className="identity-details" aria-label={t('Identity')} ref={pane} tabIndex={-1}>
      <div className="stack">
        <h2 className="identity-name">{nameOf(entity.name)}</h2>
        <Choices
          label={t('Everywhere')}
          orientation="horizontal"
          value={entity.decision}
          choices={decisions()}
          onChange={(decision) => change({ decision })}
        />
        {entity.decision === 'undecided' && (
          <p className="soft">{t('What is not decided is published. Decide before you export.')}</p>
        )}
        <div className="identity-fields">
          <TypeSelect value={entity.type} onChange={(type) => change({ type })} />
          <Merge entity={entity} onMerged={onMerged} />
        </div>
        {entity.decision !== 'keep' && <Description entity={entity} />}
        {entity.name !== '' && <Aliases entity={entity} />}
        <div className="row">
          <h3 className="mentions-title">
            {mentions.length === 0
              ? t('No mention is marked')
              : t('{count, plural, one {# mention} other {# mentions}}', { count: mentions.length })}
          </h3>
          <Button
            className="button quiet"
            onPress={() => interview.execute(removeEntity(interview.document, entity.id))}
          >
            {mentions.length > 0 ? t('Remove identity and its marks') : t('Remove identity')}
          </Button>
        </div>
      </div>
      <ul className="mentions" ref={list} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const mention = mentions[index];
          return (
            mention && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={mentions.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start - above}px)` }}
              >
                <MentionRow mention={mention} words={words} decision={entity.decision} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

export const nameOf = (name: string): string => (name === '' ? t('Sound without a name') : name);
