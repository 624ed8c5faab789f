import { t } from '../../../shared/messages/messages';
import type { Blur } from '../../../shared/model/formats';
import type { Choice } from '../../ui/Choices';

/** Returns the sounds that can replace what is withheld. */
export const blurChoices = (): readonly Choice<Blur>[] => [
  { value: 'noise', label: t('Noise') },
  { value: 'tone', label: t('Tone') },
  { value: 'silence', label: t('Silence') },
];
