import { ipcMain, type WebContents } from 'electron';
import { BRIDGE_CALL_NAMES, CALL_CHANNEL_PREFIX } from '../../shared/bridge-names.ts';
import { failure } from '../../shared/failure.ts';
import { failed } from '../../shared/result.ts';
import { answerCall, type CallAnswerOptions } from './call-answer.ts';
import { isTrustedSender } from './sender.ts';

export interface WindowCallsOptions extends CallAnswerOptions {
  /** The page of our window; null where there is none. */
  readonly page: () => WebContents | null;
}

/**
 * Answers the window: one channel for each call of the bridge and no other. Call it once, after the libraries that
 * bring listeners of their own have been set up, for those are taken away.
 */
export function answerWindowCalls(options: WindowCallsOptions): void {
  ipcMain.removeAllListeners();
  for (const name of BRIDGE_CALL_NAMES) {
    ipcMain.handle(`${CALL_CHANNEL_PREFIX}${name}`, (event, params: unknown) => {
      if (!isTrustedSender(event, options.page())) {
        options.log(`A call to "${name}" came from elsewhere than the window and was refused.`);
        return failed(failure('invalid-input', { detail: 'not from the window' }));
      }
      return answerCall(name, params, options);
    });
  }
}
