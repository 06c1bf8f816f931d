/**
 * The live database never lies in a shared or synchronised folder: WAL does not work on a network drive, and a
 * synchroniser copies half-written files (hazard 5).
 */
import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '../model/errors.ts';

const SYNCHRONISED =
  /^(onedrive|dropbox|icloud ?drive|google ?drive|nextcloud|owncloud|mobile documents)([ -].*)?$/i;
/** statfs magic numbers of network file systems: NFS, SMB, SMB2, CIFS, 9P, AFS, CODA, FUSE is local too and allowed. */
const NETWORK_FILE_SYSTEMS = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x73757245]);

/** @throws AppError FOLDER_SHARED with the folder and why. Links are resolved first. */
export function refuseSharedFolder(folder: string): void {
  let real = folder;
  try {
    real = fs.realpathSync(folder);
  } catch {
    return; // A missing folder is another error, reported by the caller.
  }
  if (/^\\\\(?![?.]\\)/.test(real) || /^\\\\\?\\UNC\\/i.test(real))
    throw new AppError('FOLDER_SHARED', { folder, reason: 'network' });
  if (real.split(path.sep).some((part) => SYNCHRONISED.test(part)))
    throw new AppError('FOLDER_SHARED', { folder, reason: 'synchronised' });
  if (process.platform === 'linux') {
    const { type } = fs.statfsSync(real);
    if (NETWORK_FILE_SYSTEMS.has(type >>> 0))
      throw new AppError('FOLDER_SHARED', { folder, reason: 'network' });
  }
}
