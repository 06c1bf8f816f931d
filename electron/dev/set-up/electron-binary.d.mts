/** The installed binary of Electron, or why there is none; `path` and `reason`, one of them `null`. */
export interface ElectronBinary {
  path: string | null;
  reason: string | null;
}
export function electronBinary(): ElectronBinary;
export function ensureElectron(): Promise<ElectronBinary>;
