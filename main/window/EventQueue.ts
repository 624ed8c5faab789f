import type { AppEvent } from '../../shared/contract/events';

/** Passes events on to the page; those that come before there is a page wait for it. */
export class EventQueue {
  private waiting: AppEvent[] = [];
  private send: ((event: AppEvent) => void) | null = null;

  readonly tell = (event: AppEvent): void => {
    if (this.send) this.send(event);
    else this.waiting.push(event);
  };

  connect(send: (event: AppEvent) => void): void {
    this.send = send;
    for (const event of this.waiting.splice(0)) send(event);
  }

  disconnect(): void {
    this.send = null;
  }
}
