/** Two windows that take the same roll call: what each of them changed, person by person. Pure. */
import type { Choice } from './facts.ts';

export interface Ballot {
  personId: string;
  choice: Choice;
}

/**
 * The stored ballots with the changes of one window.
 * @param seen as that window knew them before its changes
 * @param mine as it wants them
 * @param theirs as they are stored now
 * @returns the merged ballots, and the persons whose ballot both changed, and differently: theirs is kept there
 */
export function mergeBallots(
  seen: readonly Ballot[],
  mine: readonly Ballot[],
  theirs: readonly Ballot[],
): { ballots: Ballot[]; clashes: string[] } {
  const [before, wanted, stored] = [seen, mine, theirs].map(
    (ballots) => new Map(ballots.map(({ personId, choice }) => [personId, choice])),
  ) as [Map<string, Choice>, Map<string, Choice>, Map<string, Choice>];
  const clashes: string[] = [];
  const merged = new Map(stored);
  for (const personId of new Set([...before.keys(), ...wanted.keys()])) {
    const choice = wanted.get(personId);
    if (choice === before.get(personId) || choice === stored.get(personId)) continue;
    if (stored.get(personId) !== before.get(personId)) clashes.push(personId);
    else if (choice === undefined) merged.delete(personId);
    else merged.set(personId, choice);
  }
  return { ballots: [...merged].map(([personId, choice]) => ({ personId, choice })), clashes };
}
