import { useEffect, useState, type ReactNode } from 'react';
import { closeInterview, useApp } from '../client/app';

/** The whole window takes files: a project is opened, anything else is a recording or a transcript for a new one. */
export function DropZone({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
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
      for (const file of event.dataTransfer?.files ?? []) take(window.withheld.pathOf(file));
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
          Drop it anywhere
        </div>
      )}
    </>
  );
}

function take(path: string): void {
  if (path === '') return;
  if (/\.withheld$/iu.test(path)) {
    useApp.setState({ asked: path, screen: 'start' });
    return;
  }
  useApp.setState({ dropped: path });
  // What was done in the interview that is shown is kept; the new one begins where all of them do.
  if (useApp.getState().screen === 'interview') void closeInterview();
}
