import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../shared/messages/messages';

interface Props {
  title: string;
  children: ReactNode;
  /** The name of what is done, in a word or three. */
  action: string;
  /** The name of what happens instead. It is given where doing it loses something: then Enter does this. */
  instead?: string;
  isOpen: boolean;
  onAct: () => void;
  /** Done when that is chosen, and not when the question is only closed. */
  onInstead?: () => void;
  onClose: () => void;
}

/** Asks before something is done that reaches far. */
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
