import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface Display {
  env: { DISPLAY: string };
  stop(): void;
}

/** Starts a virtual X display, for Electron on a machine without a screen. */
export async function startDisplay(): Promise<Display> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', () =>
      reject(new Error('Electron needs a display or Xvfb (on Debian: apt install xvfb).')),
    );
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
    const stream = child.stdio[3] as Readable;
    let text = '';
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  return { env: { DISPLAY: `:${number}` }, stop: () => child.kill() };
}
