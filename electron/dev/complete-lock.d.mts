export interface LockEntry {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
export function platformEntry(name: string, version: string, dev: boolean): LockEntry | null;
export function completeLock(
  lock: { packages: Record<string, LockEntry> },
  here?: { os: string; cpu: string },
): number;
