import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measuredSchema } from '../../shared/model/measured';
import { appRoot } from '../system/appRoot';
import { lazy } from './lexicon/lazy';

/** What `npm run names:train` measured of the models that the app comes with, on texts that it did not tune on. */
export const measured = lazy(() =>
  measuredSchema.parse(
    JSON.parse(readFileSync(join(appRoot(), 'resources', 'names', 'measured.json'), 'utf8')),
  ),
);
