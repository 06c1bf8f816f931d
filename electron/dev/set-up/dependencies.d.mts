interface Lock {
  packages?: Record<string, { version?: string; optional?: boolean; devOptional?: boolean }>;
}
export const root: string;
export function compareLocks(
  lock: Lock | undefined,
  installed: Lock | undefined,
): 'current' | 'missing' | 'stale';
