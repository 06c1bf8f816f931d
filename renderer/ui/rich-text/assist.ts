/**
 * What the editor offers while one types: "/" at the start of a word opens a list of actions and phrases, "@" one of
 * persons, organisations and tasks. Pure; the list itself is AssistList.tsx.
 */
import type { Mention, MentionEntity } from '../../../db/model/rich-text.ts';

/** One thing to choose. */
export interface AssistOption {
  id: string;
  label: string;
  detail?: string;
  group: AssistGroup;
  /** What is typed to find it besides its label. */
  keywords?: string;
  effect:
    | { kind: 'text'; text: string }
    | { kind: 'mention'; text: string; mention: Mention }
    | { kind: 'list'; list: 'bulletList' | 'orderedList' }
    /** Goes on with "@" for one kind of thing. */
    | { kind: 'ask'; entity: MentionEntity }
    | { kind: 'run'; run: () => void };
}

export const ASSIST_GROUPS = ['command', 'phrase', 'person', 'organisation', 'task'] as const;
export type AssistGroup = (typeof ASSIST_GROUPS)[number];

/** What a screen gives to its editors. */
export interface EditorAssist {
  /** Actions of the screen, e.g. recording a decision. */
  commands: readonly AssistOption[];
  /** Sentences for this text. Asked once when the list opens. */
  phrases(): Promise<readonly { id: string; text: string }[]>;
  mentions(text: string, entity: MentionEntity | undefined): Promise<readonly AssistOption[]>;
}

export interface Trigger {
  sign: '/' | '@';
  /** What was typed after the sign. */
  query: string;
  /** Characters before the caret, the sign included. */
  length: number;
}

/** Longest thing to search for, in characters. */
const LONGEST = 40;
const TRIGGER = /(?:^|[\s([{«»"'”’–—])([/@])((?:[^\s/@\uFFFC][^/@\n\uFFFC]*)?)$/u;

/**
 * The trigger before the caret, if there is one. A sign counts only at the start of a word: "1/2026", "ja/tai" and
 * an e-mail address are text, and so is a sign that a space follows.
 * @param before the paragraph's text up to the caret
 */
export function triggerBefore(before: string): Trigger | null {
  const match = TRIGGER.exec(before.slice(-(LONGEST + 2)));
  if (!match) return null;
  const query = match[2]!;
  // Two spaces, or the end of a sentence: the writer has gone on.
  if (/\s{2}|[.!?]\s/.test(query)) return null;
  return { sign: match[1] as Trigger['sign'], query, length: query.length + 1 };
}

const folded = (text: string): string => text.toLocaleLowerCase('fi').normalize('NFC');

/** Options in which every word of the query begins a word; those whose label begins with the query come first. */
export function matching(options: readonly AssistOption[], query: string): AssistOption[] {
  const wanted = folded(query).trim();
  const words = wanted.split(/\s+/).filter(Boolean);
  const found = options.filter(({ label, keywords = '' }) => {
    const text = ` ${folded(`${label} ${keywords}`).replaceAll(/[^\p{L}\p{N}§]+/gu, ' ')}`;
    return words.every((word) => text.includes(` ${word}`));
  });
  const begins = (option: AssistOption): boolean => folded(option.label).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((option) => !begins(option))];
}

/** The next index when an arrow is pressed; it goes round. */
export function stepIn(index: number, by: 1 | -1, count: number): number {
  return count === 0 ? 0 : (index + by + count) % count;
}
