import { publishedModels } from './publishedModels';
import type { ResolvedModel } from './resolveModel';

/**
 * The published model whose alignment heads are this one's: a file of a published name that also has its shape.
 * @returns null for other models: where the attention of their heads lies tells little of times.
 */
export function alignmentHeads({ name, facts }: ResolvedModel): string | null {
  if (facts.kind !== 'whisper') return null;
  const shape = publishedModels().get(name)?.shape;
  const same = shape?.encoderLayers === facts.encoderLayers && shape.decoderLayers === facts.decoderLayers;
  return same ? name.replace(/-q\d_\d$/, '') : null;
}
