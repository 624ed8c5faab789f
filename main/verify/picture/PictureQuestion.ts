import type { ExportedFile } from '../ExportedFile';
import type { CoverPlan } from './hiddenParts';

export interface PictureQuestion {
  file: ExportedFile;
  /** The plan of what has to be hidden; null when the picture was kept. */
  cover: CoverPlan | null;
  signal?: AbortSignal | undefined;
  /** Called with the seconds of a covered picture that are examined so far. */
  onSeconds?: ((seconds: number) => void) | undefined;
}
