/** What a bench hands to `npm run bench`: figures for a table, each beside what it is held against. */
import fs from 'node:fs';

export interface Figure {
  what: string;
  /** The product's own figure, with its unit. */
  ours: string;
  /** What it is held against, in the same run; empty when there is nothing. */
  against?: string;
  /** As printed: `1.21×`. */
  ratio?: string;
  /** The goal in words, and whether this run reached it. */
  goal?: string;
  met?: boolean;
}

export interface Section {
  /** File name without its ending; orders nothing. */
  name: string;
  title: string;
  /** How it was measured, in a sentence or two. */
  method: string;
  figures: Figure[];
  /** What is to be said about this run. */
  remarks: string[];
}

/** Prints the section, and keeps it for docs/benchmarks.md when `npm run bench` asks for it. */
export function report(section: Section): void {
  console.log(`\n${section.title}\n${table(section.figures)}`);
  for (const remark of section.remarks) console.log(`  ${remark}`);
  const file = process.env['PYKALA_BENCH_RESULT'];
  if (file !== undefined) fs.writeFileSync(file, JSON.stringify(section));
}

const HEADS = ['', 'Pykälä', 'against', 'ratio', 'goal', ''] as const;

function cells(figure: Figure): string[] {
  const met = figure.met === undefined ? '' : figure.met ? 'met' : 'missed';
  return [
    figure.what,
    figure.ours,
    figure.against ?? '',
    figure.ratio ?? '',
    figure.goal ?? '',
    figure.goal === undefined ? '' : met,
  ];
}

/** For the terminal. */
export function table(figures: readonly Figure[]): string {
  const rows = [[...HEADS], ...figures.map(cells)];
  const widths = HEADS.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows
    .map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at]!)).join('  ')}`.trimEnd())
    .join('\n');
}

/** For docs/benchmarks.md. */
export function markdown(figures: readonly Figure[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [line(HEADS), line(HEADS.map(() => '---')), ...figures.map((figure) => line(cells(figure)))].join(
    '\n',
  );
}

/** The value below which `share` of the values lie; the median by default. */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds with as many digits as are worth reading. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`;
}

/** docs/benchmarks.md of one run. `load`: the machine's load when it began. */
export function document(
  sections: readonly Section[],
  { cores, memory, load }: { cores: number; memory: number; load: number },
): string {
  const isBusy = load > cores / 2;
  const busy = isBusy
    ? ` **The machine was busy with other work: its load was ${load.toFixed(1)} when the run began.** Times are then several times those of a quiet machine, and only the ratios, whose two sides were measured by turns, say something; run it again on a quiet one.`
    : '';
  const parts = sections.map(({ title, method, figures, remarks }) =>
    [`## ${title}`, method, markdown(figures), ...remarks].join('\n\n'),
  );
  return `${[
    '# Benchmarks',
    `Written by \`npm run bench\`; not edited by hand. One run on ${cores} cores and ${memory} GB of memory, Linux, with the stand-in on Chromium in place of Electron.${busy}`,
    'Nothing here is a test: no figure fails a build. What Pykälä is held against runs in the same run and by turns.',
    ...parts,
  ].join('\n\n')}\n`;
}
