export const TEST_TOOLS: Record<string, string>;
export const BENCH_TOOLS: Record<string, string>;
export function candidates(facts: {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
}): string[];
export function findChromium(): string | null;
export function ensureChromium(): string;
export function ensureTools(tools: Record<string, string>): void;
