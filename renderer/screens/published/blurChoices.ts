import { t } from '../../../shared/messages/messages';
import type { Blur } from '../../../shared/model/formats';
import type { Choice } from '../../ui/Choices';

/** The sounds that can be played instead of what is withheld. */
export const blurChoices = (): readonly Choice<Blur>[] => [
  { value: 'noise', label: t('Noise') },
  { value: 'tone', label: t('Tone') },
  { value: 'silence', label: t('Silence') },
];
