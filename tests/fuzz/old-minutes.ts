/**
 * Throws damaged old minutes at their parser: texts of the corpus with lines moved, doubled and cut, letters changed and
 * mixed. It never throws, and every place that it names lies within the text; anything else is a fault and ends the run.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseOldMinutes } from '../../db/model/old-minutes-parser.ts';
import { randomFrom, type Random } from '../../db/model/seeded-random.ts';

const HOSTILE = [
  '\f',
  '\u0000',
  '§',
  '1 §',
  'Aika',
  'Läsnä',
  '99.99.9999',
  'klo 25.61',
  '😀',
  '\t\t',
  '('.repeat(200),
];

function damaged(random: Random, text: string, other: string): string {
  const at = (length: number): number => (length === 0 ? 0 : random.below(length));
  const lines = text.split('\n');
  switch (random.below(5)) {
    case 0: {
      const [line = ''] = lines.splice(at(lines.length), 1);
      lines.splice(at(lines.length), 0, line);
      return lines.join('\n');
    }
    case 1:
      return text.slice(at(text.length), at(text.length) + random.below(4_000));
    case 2:
      return text.slice(0, at(text.length)) + other.slice(at(other.length));
    case 3: {
      const place = at(text.length);
      return text.slice(0, place) + random.pick(HOSTILE) + text.slice(place);
    }
    default:
      return Array.from(text, (letter) => (random.isOneIn(40) ? random.pick(HOSTILE) : letter)).join('');
  }
}

/** Every place that a proposal names. */
function* placesOf(value: unknown): Generator<{ start: number; end: number }> {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value) yield value as { start: number; end: number };
  else for (const one of Object.values(value)) yield* placesOf(one);
}

const rounds = Number(process.argv[2] ?? 5_000);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const random = randomFrom(seed);
const folder = path.resolve(import.meta.dirname, '../fixtures/old-minutes');
const samples = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
const counts = { items: 0, people: 0, dated: 0 };
for (let round = 0; round < rounds; round += 1) {
  const text = damaged(random, random.pick(samples), random.pick(samples));
  try {
    const proposal = parseOldMinutes(text);
    for (const { start, end } of placesOf(proposal))
      if (!(start >= 0 && start <= end && end <= text.length))
        throw new Error(`a place outside the text: ${start}–${end} of ${text.length}`);
    counts.items += proposal.items.length;
    counts.people += proposal.people.length;
    if (proposal.heldOn !== null) counts.dated += 1;
  } catch (error) {
    console.error(`Round ${round} of seed ${seed}:`, error);
    process.exitCode = 1;
    break;
  }
}
console.log(
  `seed ${seed}: ${rounds} minutes of ${samples.length} samples, ${counts.items} items, ${counts.people} people, ${counts.dated} dated`,
);
