import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface Props {
  title: string;
  children: ReactNode;
  /** What is done, in a word or three. */
  action: string;
  isOpen: boolean;
  onAct: () => void;
  onClose: () => void;
}

/** Asks before something is done that reaches far. */
export function ConfirmDialog({ title, children, action, isOpen, onAct, onClose }: Props) {
  return (
    <ModalOverlay className="modal-overlay" isOpen={isOpen} onOpenChange={onClose} isDismissable>
      <Modal className="modal">
        <Dialog className="stack">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div>{children}</div>
          <div className="row">
            <Button
              className="button primary"
              autoFocus
              onPress={() => {
                onClose();
                onAct();
              }}
            >
              {action}
            </Button>
            <Button className="button" onPress={onClose}>
              Cancel
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
