/** Runs `pykala` inside the packaged product, where no Node binary is at hand: `Pykälä --cli <arguments>`. */
import { app, utilityProcess } from 'electron';

/** The arguments after `--cli`, or `null` when the window is wanted. */
export function commandLineArguments(argv: readonly string[]): string[] | null {
  const at = argv.indexOf('--cli');
  return at < 0 ? null : argv.slice(at + 1);
}

/** Runs the command and quits with its exit code. */
export async function runCommandLine(file: string, values: string[], resourcesFolder: string): Promise<void> {
  await app.whenReady();
  const child = utilityProcess.fork(file, values, {
    serviceName: 'Pykälä CLI',
    stdio: 'inherit',
    env: { ...process.env, PYKALA_RESOURCES: resourcesFolder },
  });
  child.once('exit', (code) => app.exit(code));
}
