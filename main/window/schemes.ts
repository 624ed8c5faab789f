import type { CustomScheme } from 'electron';

/**
 * Our schemes, with the fewest privileges for their use: the page is a secure origin; sound passes through WebAudio.
 */
export const SCHEMES: CustomScheme[] = [
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  {
    scheme: 'media',
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
  },
];
