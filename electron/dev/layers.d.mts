export interface SourceFile {
  /** Relative to the root, with `/`. */
  path: string;
  text: string;
}
export interface Breach {
  path: string;
  line: number;
  imported: string;
  rule: string;
}
export function findBreaches(files: readonly SourceFile[]): Breach[];
export function readSources(root: string): SourceFile[];
