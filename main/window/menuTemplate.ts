import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from '../../shared/contract/events';

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };
const role = (name: NonNullable<Item['role']>): Item => ({ role: name });

/**
 * The menus as each platform has them. What concerns the interview is sent to the page as an action; what belongs to a
 * text field or the window is the system's. Undo and redo are the project's own, and their keys the page's, so that a
 * text field keeps its own undo.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  developing: boolean,
  send: (action: MenuAction) => void,
): Item[] {
  const mac = platform === 'darwin';
  const action = (id: MenuAction, label: string, accelerator: string, more: Item = {}): Item => ({
    id,
    label,
    accelerator,
    click: () => send(id),
    ...more,
  });
  const pageKey = { registerAccelerator: false };
  const redoKey = platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z';
  const application: Item = {
    label: 'Withheld',
    submenu: [
      role('about'),
      separator,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      separator,
      role('quit'),
    ],
  };
  return [
    ...(mac ? [application] : []),
    {
      label: '&File',
      submenu: [
        action('new', 'New Interview', 'CmdOrCtrl+N'),
        action('open', 'Open…', 'CmdOrCtrl+O'),
        separator,
        action('export', 'Export…', 'CmdOrCtrl+E'),
        separator,
        action('lock', 'Lock Now', 'CmdOrCtrl+L'),
        action('close', 'Close Interview', 'CmdOrCtrl+W'),
        ...(mac ? [] : [separator, role('quit')]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        action('undo', 'Undo', 'CmdOrCtrl+Z', pageKey),
        action('redo', 'Redo', redoKey, pageKey),
        separator,
        role('cut'),
        role('copy'),
        role('paste'),
        role('selectAll'),
        separator,
        action('find', 'Find and Replace…', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: '&View',
      submenu: [
        role('resetZoom'),
        role('zoomIn'),
        role('zoomOut'),
        separator,
        role('togglefullscreen'),
        ...(developing ? [separator, role('toggleDevTools')] : []),
      ],
    },
    ...(mac ? [{ label: 'Window', submenu: [role('minimize'), role('zoom'), role('front')] }] : []),
    // The page hears `?` itself: as a menu's key it could not be typed any more.
    { label: '&Help', submenu: [action('keys', 'Keys', '?', pageKey)] },
  ];
}
