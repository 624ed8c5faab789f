import { resolve } from 'node:path';
import type { OwnName } from '../detect/ownModel/namesOfWords';
import { OwnModel } from '../detect/ownModel/OwnModel';
import { ProgressMeter } from '../system/ProgressMeter';
import type { CallContext } from './Handlers';

export const ownModel = new OwnModel();

/** Reads names in each of some texts with a model of one's own. @throws {AppError} as `OwnModel.read`. */
export function readWithModel(
  namesModel: string,
  texts: readonly string[],
  { signal, onProgress }: Pick<CallContext, 'signal' | 'onProgress'>,
): Promise<OwnName[][]> {
  let meter: ProgressMeter | undefined;
  return ownModel.read(resolve(namesModel), texts, {
    signal,
    onProgress: (done, total) => {
      meter ??= new ProgressMeter('suggest', 'steps', total, onProgress);
      meter.report(done);
    },
  });
}
