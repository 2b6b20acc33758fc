import { app, session as sessions, type Session, type WebContents } from 'electron';
import { isAppAddress } from './app-files.ts';

/**
 * Takes from every page and every session what a stranger could use: network, navigation, new windows, webviews,
 * permissions, devices, certificates that do not hold. Call it before the first window is made.
 */
export function guardEverything(isPackaged: boolean): void {
  // The default session may have come to be already, or may be told of by asking for it.
  const guarded = new WeakSet<Session>();
  const guardOnce = (session: Session) => {
    if (guarded.has(session)) return;
    guarded.add(session);
    guardSession(session, isPackaged);
  };
  app.on('session-created', guardOnce);
  guardOnce(sessions.defaultSession);
  app.on('web-contents-created', (_event, contents) => guardPage(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('login', (event, _contents, _details, _info, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault();
    answer();
  });
}

function guardSession(session: Session, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // No page of files, whoever asks for one.
  session.protocol.handle('file', () => new Response(null, { status: 403 }));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isOwnRequest(details.url, isPackaged) }),
  );
}

/**
 * Leaves a session no way out, for a window that needs none. What asks neither the policy of its page nor the handlers
 * above, WebRTC over TCP, a look-up of a name, a connection made ahead, is sent to a port that nothing can listen on.
 */
export async function closeToNetwork(session: Session): Promise<void> {
  await session.setProxy({ proxyRules: 'socks5://127.0.0.1:0', proxyBypassRules: '<-loopback>' });
}

/** Developer tools load themselves by their own scheme; they are off in what is shipped. */
function isOwnRequest(url: string, isPackaged: boolean): boolean {
  if (isAppAddress(url) || url.startsWith('data:image/')) return true;
  return !isPackaged && url.startsWith('devtools:');
}

function guardPage(contents: WebContents): void {
  // WebRTC asks no policy of the page's: no packet of its own, and through a proxy only where one takes packets.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  const deny = (event: { preventDefault(): void; url?: string }, url?: string) => {
    if (!isAppAddress(event.url ?? url ?? '')) event.preventDefault();
  };
  contents.on('will-navigate', deny);
  contents.on('will-redirect', deny);
  contents.on('will-frame-navigate', deny);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
