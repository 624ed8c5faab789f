import type { Progress } from '../../../shared/contract/envelope';

export interface ImportOptions {
  /**
   * The audio track to work on, counted from 0, or all mixed; without it the default one or the first, unless only
   * another has speech.
   */
  track?: number | 'mix' | undefined;
  /** True to take what is there of a recording whose end is missing. */
  incomplete?: boolean | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}
