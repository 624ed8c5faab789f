import type { Model, Models } from '../../session/models/useModels';
import { DEMO_MODEL } from './describeModel';

/** Returns this machine's models: first the one that suits it and the language, last the demo's, which knows nobody. */
export function presentModels({ models, recommended }: Models): readonly Model[] {
  const rank = ({ name }: Model) => (name === recommended?.name ? 0 : name === DEMO_MODEL ? 2 : 1);
  return models.filter(({ present }) => present).sort((a, b) => rank(a) - rank(b));
}
