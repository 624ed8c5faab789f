import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import type { LeakPlace } from '../../shared/model/leakPlace';
import { goTo, goToTab, goToWord } from '../session/go';
import type { ExportField } from '../session/Session';
import { useEditor } from './editorState';

const FIELDS: Readonly<Partial<Record<LeakPlace['kind'], { field: ExportField; label: () => string }>>> = {
  title: { field: 'title', label: () => t('Change the title') },
  introduction: { field: 'intro', label: () => t('Change the introduction') },
  folder: { field: 'folder', label: () => t('Choose another folder') },
};

const LABELS: Readonly<Partial<Record<LeakPlace['kind'], () => string>>> = {
  label: () => t('Rename the speaker'),
  heading: () => t('Change the heading'),
};

/** Leads to where a place that is left can be seen or changed. */
export function PlaceButton({ place, className = 'button' }: { place: LeakPlace; className?: string }) {
  const { kind, wordIds, of } = place;
  const [first] = wordIds;
  const field = FIELDS[kind];
  const way =
    field !== undefined
      ? { label: field.label(), go: () => goTo({ tab: 'export', field: field.field }) }
      : kind === 'description' || kind === 'marker'
        ? {
            // The word of all markers is changed beside any description.
            label: kind === 'marker' ? t('Change the word…') : t('Change the description'),
            go: () => (of === undefined ? goToTab('identities') : goTo({ tab: 'identities', entityId: of })),
          }
        : first !== undefined && {
            label: LABELS[kind]?.() ?? t('Show in the transcript'),
            go: () => {
              if (kind === 'heading') useEditor.setState({ headingToFocus: of ?? null });
              goToWord(first);
            },
          };
  if (!way) return null;
  return (
    <Button className={className} onPress={way.go}>
      {way.label}
    </Button>
  );
}
