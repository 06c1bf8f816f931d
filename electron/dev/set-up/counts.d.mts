export interface Counts {
  passed: number;
  failed: number;
  skipped: { name: string; reason: string }[];
}
export function countVitest(report: unknown): Counts;
export function countPlaywright(report: unknown): Counts;
