import type { IpcMainInvokeEvent, WebContents } from 'electron';

/** Tells whether a message is from our page itself: the main frame of our window, showing our origin. */
export function isTrustedSender(
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  contents: WebContents,
  origin: string,
): boolean {
  // A frame that has gone meanwhile is null; only the main frame has no parent.
  return sender === contents && senderFrame?.parent === null && senderFrame.origin === origin;
}
