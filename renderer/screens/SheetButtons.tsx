import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { openSheet } from '../session/notices';
import { useLowWindow } from '../ui/useLowWindow';

const sheets = () =>
  [
    ['keys', t('Keys')],
    ['models', t('Models')],
    ['settings', t('Settings')],
  ] as const;

/** Opens the sheets that can be looked at from everywhere. In a low window, they are one button. */
export function SheetButtons() {
  const low = useLowWindow();
  if (!low)
    return sheets().map(([sheet, label]) => (
      <Button key={sheet} className="button quiet" onPress={() => openSheet(sheet)}>
        {label}
      </Button>
    ));
  return (
    <MenuTrigger>
      <Button className="button quiet">{t('More')}</Button>
      <Popover className="popover">
        <Menu className="menu" aria-label={t('More')}>
          {sheets().map(([sheet, label]) => (
            <MenuItem key={sheet} className="menu-item" onAction={() => openSheet(sheet)}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
