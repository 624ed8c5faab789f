import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../shared/messages/messages';

interface Props {
  title: string;
  children: ReactNode;
  /** The button's text for the action, in one to three words. */
  action: string;
  /** The button's text for the other way. It is given where the action loses something, and Enter then chooses it. */
  instead?: string;
  isOpen: boolean;
  onAct: () => void;
  /** Called when the other way is chosen, and not when the question is only closed. */
  onInstead?: () => void;
  onClose: () => void;
}

/** Asks before something far-reaching is done. */
export function ConfirmDialog({
  title,
  children,
  action,
  instead,
  isOpen,
  onAct,
  onInstead,
  onClose,
}: Props) {
  const safe = instead !== undefined;
  const act = () => {
    onAct();
    onClose();
  };
  return (
    <ModalOverlay className="modal-overlay" isOpen={isOpen} onOpenChange={onClose} isDismissable>
      <Modal className="modal">
        <Dialog className="stack" role={safe ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div>{children}</div>
          <div className="row">
            {safe && (
              <Button
                className="button primary"
                autoFocus
                onPress={() => {
                  onInstead?.();
                  onClose();
                }}
              >
                {instead}
              </Button>
            )}
            <Button className={safe ? 'button' : 'button primary'} autoFocus={!safe} onPress={act}>
              {action}
            </Button>
            {!safe && (
              <Button className="button" onPress={onClose}>
                {t('Cancel')}
              </Button>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
