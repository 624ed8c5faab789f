import { Button } from 'react-aria-components';
import { openSheet } from '../session/notices';

/** Opens the sheets that can be looked at from everywhere. */
export function SheetButtons() {
  return (
    <>
      <Button className="button quiet" onPress={() => openSheet('keys')}>
        Keys
      </Button>
      <Button className="button quiet" onPress={() => openSheet('models')}>
        Models
      </Button>
      <Button className="button quiet" onPress={() => openSheet('settings')}>
        Settings
      </Button>
    </>
  );
}
