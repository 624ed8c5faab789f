import type { Menu } from 'electron';
import { menuActionSchema, type MenuAction } from '../../shared/contract/events';
import { locale } from '../../shared/messages/messages';
import { menuTemplate, type MenuOptions } from './menuTemplate';

/** The app's menus, which follow what the page can do and the keys that the person chose. */
export class AppMenu {
  #shown = '';
  #itemOf: (action: MenuAction) => { enabled: boolean } | null = () => null;

  constructor(
    private readonly electronMenu: typeof Menu,
    private readonly options: Omit<MenuOptions, 'keys'>,
  ) {}

  /** Shows the keys that were chosen, and enables only the actions that are possible. */
  show({ keys, possible }: { keys: MenuOptions['keys']; possible: readonly MenuAction[] }): void {
    const { electronMenu } = this;
    const shown = JSON.stringify([locale(), keys]);
    if (this.#shown !== shown) {
      this.#shown = shown;
      const menu = electronMenu.buildFromTemplate(menuTemplate({ ...this.options, keys }));
      electronMenu.setApplicationMenu(menu);
      this.#itemOf = (action) => menu.getMenuItemById(action);
    }
    for (const action of menuActionSchema.options) {
      const item = this.#itemOf(action);
      if (item) item.enabled = possible.includes(action);
    }
  }
}
