import type { Blur } from '../../../shared/model/formats';
import type { Choice } from '../../ui/Choices';

/** The sounds that can be played instead of what is withheld. */
export const BLUR_CHOICES: readonly Choice<Blur>[] = [
  { value: 'noise', label: 'Noise' },
  { value: 'tone', label: 'Tone' },
  { value: 'silence', label: 'Silence' },
];
