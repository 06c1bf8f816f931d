/** Sentences for error codes, in the user's language. */
import { formatDate, isIsoDate } from '../../db/model/dates.ts';
import type { ErrorDetails } from '../../db/model/errors.ts';
import { REQUIREMENT_WORDS } from './message-texts-requirements.ts';
import { ERROR_MESSAGES, FIELD_MESSAGES, type Sentence } from './message-texts.ts';
import type { Language } from './protocol.ts';

/**
 * The sentence of an error code; an unknown code gives the general one.
 * @param details fill `{name}` places; a `reason` that is a code of its own, and the codes of `requirements`, are put into words
 */
export function message(code: string, language: Language, details: ErrorDetails = {}): string {
  const sentence =
    (ERROR_MESSAGES as Record<string, Sentence>)[code.toUpperCase()] ?? ERROR_MESSAGES.INTERNAL;
  const { reason, requirements } = details;
  const said = { ...details };
  if (typeof reason === 'string' && (reason in FIELD_MESSAGES || VALIBOT.test(reason)))
    said['reason'] = fieldMessage(reason, language);
  if (typeof requirements === 'string') said['requirements'] = requirementWords(requirements, language);
  return fill(sentence, language, said);
}

/** "closed_at way_open" as words with commas between them. */
function requirementWords(codes: string, language: Language): string {
  const words = REQUIREMENT_WORDS as Record<string, Sentence>;
  return codes
    .split(' ')
    .map((code) => words[code]?.[language] ?? code)
    .join(', ');
}

/** Valibot's own messages, which carry no code of ours. */
const VALIBOT = /^Invalid (type|key|length|format|value|date|integer|uuid|option)/i;

/** The sentence of one form field: of a code of ours, or of valibot's own message. */
export function fieldMessage(code: string, language: Language): string {
  const known = (FIELD_MESSAGES as Record<string, Sentence>)[code];
  if (known) return known[language];
  if (code.startsWith('Invalid key: Expected never')) return FIELD_MESSAGES.unknown_key[language];
  if (/^Invalid key: .*received undefined/.test(code)) return FIELD_MESSAGES.missing_key[language];
  if (code.startsWith('Invalid length')) return FIELD_MESSAGES.required[language];
  return (VALIBOT.test(code) ? FIELD_MESSAGES.type : FIELD_MESSAGES.invalid)[language];
}

function fill(sentence: Sentence, language: Language, details: ErrorDetails): string {
  return sentence[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    if (value === undefined || value === null) return whole;
    return typeof value === 'string' && isIsoDate(value) ? formatDate(value, language) : String(value);
  });
}
