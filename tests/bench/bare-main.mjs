/** The least that opens a window of this shell: one page of the app's own scheme with one button. */
import { app, BrowserWindow, protocol } from 'electron';

const PAGE =
  '<!doctype html><html lang="fi"><title>-</title><body><main><h1>-</h1><button>-</button></main></body></html>';

void app.whenReady().then(() => {
  protocol.handle('app', () => new Response(PAGE, { headers: { 'Content-Type': 'text/html' } }));
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('app://pykala/index.html');
});
app.on('window-all-closed', () => app.quit());
