/** A sentence for the user in the three languages. */
import type { Language } from './protocol.ts';

export type Sentence = Record<Language, string>;

/** A sentence in Finnish, Swedish and English. */
export const s = (fi: string, sv: string, en: string): Sentence => ({ fi, sv, en });
