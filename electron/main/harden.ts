/** What no page may do: leave the product, open windows, embed, download, use a device, reach the network. */
import { app, session, shell, type WebContents } from 'electron';
import { externalAddress } from './external-link.ts';
import { APP_ORIGIN } from './protocol.ts';
import { isTrustedSender } from './sender-check.ts';

/** Denies everything that is not needed, for every page that will ever exist. Called once, when the app is ready. */
export function harden(devServerUrl: string | undefined): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
  defaultSession.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isAllowedRequest(request.url, devServerUrl) });
  });
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, devServerUrl));
}

function hardenContents(contents: WebContents, devServerUrl: string | undefined): void {
  const isOwn = (url: string) =>
    isTrustedSender({ frameUrl: url, isMainFrame: true, expectedOrigin: APP_ORIGIN, devServerUrl });
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url);
    if (address !== null) void shell.openExternal(address);
    return { action: 'deny' };
  });
}

/** Whether a page may load from an address at all, whatever its content security policy says. */
function isAllowedRequest(address: string, devServerUrl: string | undefined): boolean {
  const { protocol, host } = new URL(address);
  if (protocol === 'data:' || protocol === 'blob:') return true;
  if (`${protocol}//${host}` === APP_ORIGIN) return true;
  if (devServerUrl === undefined) return false;
  // The development server's hot reload runs over a web socket; the developer tools have a scheme of their own.
  return host === new URL(devServerUrl).host || protocol === 'devtools:' || protocol === 'chrome-extension:';
}
