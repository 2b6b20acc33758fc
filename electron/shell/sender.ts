import { isAppAddress } from './app-files.ts';

/** A frame as far as trust goes. Reading a frame that is gone may throw. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
  readonly routingId: number;
  readonly processId: number;
  readonly detached?: boolean;
  isDestroyed?(): boolean;
}

export interface Sender {
  readonly sender: unknown;
  /** Null where the frame was gone by the time the call arrived. */
  readonly senderFrame: SenderFrame | null;
}

/** A window of ours: what calls from it look like. */
export interface TrustedPage {
  readonly mainFrame: SenderFrame;
  isDestroyed(): boolean;
}

/** Whether a call comes from the main frame of our own window, alive and showing our own page. */
export function isTrustedSender({ sender, senderFrame }: Sender, page: TrustedPage | null): boolean {
  if (page === null || senderFrame === null || sender !== page || page.isDestroyed()) return false;
  try {
    if (senderFrame.isDestroyed?.() === true || senderFrame.detached === true) return false;
    const main = page.mainFrame;
    return (
      senderFrame.parent === null &&
      senderFrame.routingId === main.routingId &&
      senderFrame.processId === main.processId &&
      isAppAddress(senderFrame.url)
    );
  } catch {
    return false;
  }
}
