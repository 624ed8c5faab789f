import { measuredSchema } from '../../shared/model/measured';
import { lazy } from './lexicon/lazy';
import { nameData } from './lexicon/nameData';

/** Holds what `npm run names:train` measured of the app's own models, on texts that it did not tune on. */
export const measured = lazy(() => measuredSchema.parse(JSON.parse(nameData('measured.json').toString())));
