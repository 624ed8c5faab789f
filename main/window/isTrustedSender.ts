import type { IpcMainInvokeEvent, WebContents } from 'electron';

/** Whether a message is from our page itself: the main frame of our window, showing our origin. */
export function isTrustedSender(
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  contents: WebContents,
  origin: string,
): boolean {
  return sender === contents && senderFrame === contents.mainFrame && contents.mainFrame.origin === origin;
}
