import { publishedModels } from './publishedModels';
import type { ResolvedModel } from './resolveModel';

/**
 * Finds the published model that has the same alignment heads: the model has its name and its shape too.
 * @returns null for other models, since the attention of their heads tells little about times.
 */
export function alignmentHeads({ name, facts }: ResolvedModel): string | null {
  if (facts.kind !== 'whisper') return null;
  const shape = publishedModels().get(name)?.shape;
  const same = shape?.encoderLayers === facts.encoderLayers && shape.decoderLayers === facts.decoderLayers;
  return same ? name.replace(/-q\d_\d$/, '') : null;
}
