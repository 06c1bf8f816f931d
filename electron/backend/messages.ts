/** Sentences for error codes: what happened and what to do. Finnish first, complete Swedish and English. */
import type { ErrorDetails } from '../../db/model/errors.ts';
import type { Language } from './protocol.ts';
import { ERROR_MESSAGES, FIELD_MESSAGES, type Sentence } from './message-texts.ts';

/**
 * The sentence of an error code; an unknown code gives the general one.
 * @param details fill `{name}` places
 */
export function message(code: string, language: Language, details: ErrorDetails = {}): string {
  return fill((ERROR_MESSAGES as Record<string, Sentence>)[code] ?? ERROR_MESSAGES.INTERNAL, language, details);
}

/** The sentence of one form field. */
export function fieldMessage(code: string, language: Language): string {
  return fill((FIELD_MESSAGES as Record<string, Sentence>)[code] ?? FIELD_MESSAGES.invalid, language, {});
}

function fill(sentence: Sentence, language: Language, details: ErrorDetails): string {
  return sentence[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return value === undefined || value === null ? whole : String(value);
  });
}
