import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useApp, type AppState } from '../client/app';

interface Props {
  name: NonNullable<AppState['dialog']>;
  title: string;
  children: ReactNode;
}

/** One of the app's own dialogs: on top of everything, closed by Escape, a click beside it, or its button. */
export function Sheet({ name, title, children }: Props) {
  const isOpen = useApp((state) => state.dialog === name);
  const close = () => useApp.setState({ dialog: null });
  return (
    <ModalOverlay className="modal-overlay" isDismissable isOpen={isOpen} onOpenChange={close}>
      <Modal className="modal">
        <Dialog className="stack sheet">
          <div className="row">
            <Heading slot="title" className="sheet-title">
              {title}
            </Heading>
            <Button className="button" onPress={close}>
              Close
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
