/** Places of the live minutes that a key leads to, and the text field in which phrases are put. */

export interface Target {
  focus(): void;
  /** Only texts: puts words at the caret. */
  insert?: (text: string) => void;
}

export type TargetName = 'items' | 'proceedings' | 'decision' | 'attendance' | 'document';

const targets = new Map<TargetName, Target>();
let lastText: Target | null = null;

/** Returns the function that takes it away again. */
export function registerTarget(name: TargetName, target: Target): () => void {
  targets.set(name, target);
  return () => {
    if (targets.get(name) === target) targets.delete(name);
    if (lastText === target) lastText = null;
  };
}

/** True when there is such a place on the screen. */
export function focusTarget(name: TargetName): boolean {
  const target = targets.get(name);
  target?.focus();
  return target !== undefined;
}

export function usedText(target: Target): void {
  lastText = target;
}

/** Where a phrase goes: the text that was edited last, else the proceedings. */
export function textTarget(): Target | null {
  return lastText ?? targets.get('proceedings') ?? targets.get('decision') ?? null;
}
