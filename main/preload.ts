import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/contract/bridge';
import type { Envelope } from '../shared/contract/envelope';
import { CALL, EVENT } from './window/channels';

const listeners = new Set<(event: unknown) => void>();
/** Events that came before the page was ready to listen, such as the file that the app was started with. */
const early: unknown[] = [];

ipcRenderer.on(EVENT, (_, event: unknown) => {
  if (listeners.size === 0) early.push(event);
  for (const listener of listeners) listener(event);
});

const bridge: Bridge = {
  call: (message) => ipcRenderer.invoke(CALL, message) as Promise<Envelope | null>,
  on: (listener) => {
    listeners.add(listener);
    for (const event of early.splice(0)) listener(event);
    return () => void listeners.delete(listener);
  },
  pathOf: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('withheld', bridge);
