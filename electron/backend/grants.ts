/** Files that the user chose in a native dialog. The window names them by grant and never learns a path. */
import path from 'node:path';
import { AppError } from '../../db/model/errors.ts';

export class Grants {
  private readonly granted = new Map<string, { path: string; access: 'read' | 'write' }>();

  add(grant: string, file: string, access: 'read' | 'write'): void {
    this.granted.set(grant, { path: file, access });
  }

  /** @throws AppError GRANT_UNKNOWN when the user never chose that file for that purpose */
  resolve(grant: string, access: 'read' | 'write'): { path: string; name: string } {
    const found = this.granted.get(grant);
    if (!found || found.access !== access) throw new AppError('GRANT_UNKNOWN');
    return { path: found.path, name: path.basename(found.path) };
  }
}
