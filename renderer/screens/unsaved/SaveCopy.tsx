import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Progress } from '../../../shared/contract/envelope';
import { t } from '../../../shared/messages/messages';
import { toAppErrorShape, type AppErrorShape } from '../../../shared/model/errors';
import { call } from '../../session/calls/call';
import { keepTyped } from '../../session/leaveInterview';
import { openCopy } from '../../session/openInterview';
import { useInterview } from '../../session/useInterview';
import { ErrorNote } from '../../ui/ErrorNote';
import { ProgressNote } from '../../ui/ProgressNote';

/** Saves everything, with the changes that wait, in a file elsewhere, and goes on with that file. */
export function SaveCopy() {
  const interview = useInterview();
  const [running, setRunning] = useState<AbortController | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<AppErrorShape | null>(null);

  const save = async (recording?: 'none') => {
    await keepTyped();
    const { path } = await call('window.chooseNew', { name: interview.name });
    if (path === null) return;
    const controller = new AbortController();
    setRunning(controller);
    setProgress(null);
    setError(null);
    try {
      const { signal } = controller;
      const options = { signal, onProgress: setProgress };
      await openCopy(interview, path, () =>
        interview.saveCopy({ path, ...(recording && { recording }) }, options),
      );
    } catch (problem) {
      const shape = toAppErrorShape(problem);
      if (shape.code !== 'CANCELLED') setError(shape);
    } finally {
      setRunning(null);
    }
  };
  const unreadable = error !== null && UNREADABLE.has(error.code);
  return (
    <>
      <Button className="button" onPress={() => void save()}>
        {t('Save a copy…')}
      </Button>
      {unreadable && (
        <Button className="button" onPress={() => void save('none')}>
          {t('Save a copy without the recording…')}
        </Button>
      )}
      {error && <ErrorNote error={error} onDismiss={() => setError(null)} />}
      {/* Anything typed meanwhile would not be in the copy. */}
      <ModalOverlay className="modal-overlay" isOpen={running !== null} isKeyboardDismissDisabled>
        <Modal className="modal">
          <Dialog className="stack">
            <Heading slot="title" level={2}>
              {t('Saving a copy')}
            </Heading>
            <ProgressNote progress={progress} onCancel={() => running?.abort()} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

const UNREADABLE: ReadonlySet<AppErrorShape['code']> = new Set(['PROJECT_DAMAGED', 'FILE_NOT_READABLE']);
