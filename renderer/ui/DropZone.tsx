import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { t } from '../../shared/messages/messages';

interface Props {
  children: ReactNode;
  /** Called with the files of one drop, one after another. */
  onDrop: (file: File) => void;
}

/** Takes files that are dropped anywhere in the window. */
export function DropZone({ children, onDrop }: Props) {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onDrop);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      for (const file of event.dataTransfer?.files ?? []) take(file);
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return (
    <>
      {children}
      {over && (
        <div className="drop-note" role="status">
          {t('Drop it anywhere')}
        </div>
      )}
    </>
  );
}
