import { join } from 'node:path';
import { bundleShim } from '../electron-shim/bundle.mjs';

/** Once before the tests of the window. */
export default async function setup(): Promise<void> {
  await bundleShim(join(import.meta.dirname, '..', '..'));
}
