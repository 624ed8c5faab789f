/** Fits the score anew and prints what is found in the development texts: `npm run names:measure -- DATA`. */
import { join } from 'node:path';
import { finish } from './finish';

const [data = '', folder = join(import.meta.dirname, '..')] = process.argv.slice(2);
finish(data, folder);
