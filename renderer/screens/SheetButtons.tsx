import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import { openSheet } from '../session/notices';

/** Opens the sheets that can be looked at from everywhere. */
export function SheetButtons() {
  return (
    <>
      <Button className="button quiet" onPress={() => openSheet('keys')}>
        {t('Keys')}
      </Button>
      <Button className="button quiet" onPress={() => openSheet('models')}>
        {t('Models')}
      </Button>
      <Button className="button quiet" onPress={() => openSheet('settings')}>
        {t('Settings')}
      </Button>
    </>
  );
}
