import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import type { LeakPlace } from '../../shared/model/leakPlace';
import { goTo, goToTab, goToWord } from '../session/go';
import type { ExportField } from '../session/Session';

const FIELDS: Readonly<Partial<Record<LeakPlace['kind'], { field: ExportField; label: () => string }>>> = {
  title: { field: 'title', label: () => t('Change the title') },
  introduction: { field: 'intro', label: () => t('Change the introduction') },
  folder: { field: 'folder', label: () => t('Choose another folder') },
};

/** Leads to where something that is left can be seen or changed. */
export function PlaceButton({ place, className = 'button' }: { place: LeakPlace; className?: string }) {
  const { kind, wordIds, of } = place;
  const [first] = wordIds;
  const field = FIELDS[kind];
  const way =
    field !== undefined
      ? { label: field.label(), go: () => goTo({ tab: 'export', field: field.field }) }
      : kind === 'description'
        ? {
            label: t('Change the description'),
            go: () => (of === undefined ? goToTab('identities') : goTo({ tab: 'identities', entityId: of })),
          }
        : first !== undefined && {
            label: kind === 'label' ? t('Rename the speaker') : t('Show in the transcript'),
            go: () => goToWord(first),
          };
  if (!way) return null;
  return (
    <Button className={className} onPress={way.go}>
      {way.label}
    </Button>
  );
}
