import type { ExportedFile } from '../ExportedFile';
import type { CoverPlan } from './hiddenParts';

export interface PictureQuestion {
  file: ExportedFile;
  /** What has to be hidden; null where the picture was kept. */
  cover: CoverPlan | null;
  signal?: AbortSignal | undefined;
  /** Told how many seconds of a covered picture are examined. */
  onSeconds?: ((seconds: number) => void) | undefined;
}
