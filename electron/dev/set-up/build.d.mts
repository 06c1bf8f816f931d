export type Part = 'renderer' | 'node' | 'preload';
export function isBuilt(part: Part): boolean;
export function ensureBuild(parts?: Part[]): Promise<void>;
