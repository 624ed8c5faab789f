import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp, type DesktopApp } from './host';
import { unlock } from './openInterview';

/**
 * Opens a project in an app that used a model last, by default the demo's, which then hears what came from elsewhere.
 */
export async function launchWithModel(
  folder: string,
  project: string,
  { model = 'demo', env = {} }: { model?: string; env?: Record<string, string> } = {},
): Promise<DesktopApp> {
  const userData = join(folder, 'settings');
  mkdirSync(userData);
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ model }));
  const app = await launchApp({ userData, args: [project], env });
  await unlock(app);
  return app;
}
