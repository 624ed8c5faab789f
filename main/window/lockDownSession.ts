import type { Session } from 'electron';
import { isAllowedRequest } from './isAllowedRequest';
import type { Origins } from './origins';

/** Refuses everything that a page could ask the browser for: permissions, devices, screens, the network, downloads. */
export function lockDownSession(session: Session, origins: Origins): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isAllowedRequest(url, origins) }),
  );
  session.on('will-download', (event) => event.preventDefault());
  // Dictionaries are fetched from the network when the checker is on, and it is on by default. Electron refuses text
  // that is not an address, so it gets an address that leads nowhere.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerDictionaryDownloadURL('about:blank');
}
