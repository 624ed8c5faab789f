import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../shared/messages/messages';

interface Props {
  title: string;
  children: ReactNode;
  isOpen: boolean;
  onClose: () => void;
}

/** One of the app's own dialogs. It lies on top of everything. Escape, a click beside it, or its button close it. */
export function Sheet({ title, children, isOpen, onClose }: Props) {
  return (
    <ModalOverlay className="modal-overlay" isDismissable isOpen={isOpen} onOpenChange={onClose}>
      <Modal className="modal">
        <Dialog className="stack sheet">
          <div className="row">
            <Heading slot="title" className="sheet-title">
              {title}
            </Heading>
            <Button className="button" onPress={onClose}>
              {t('Close')}
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
