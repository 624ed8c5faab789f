import { Button } from 'react-aria-components';
import { useApp } from '../client/app';

/** The two sheets that can be looked at from everywhere. */
export function SheetButtons() {
  return (
    <>
      <Button className="button quiet" onPress={() => useApp.setState({ dialog: 'keys' })}>
        Keys
      </Button>
      <Button className="button quiet" onPress={() => useApp.setState({ dialog: 'settings' })}>
        Settings
      </Button>
    </>
  );
}
