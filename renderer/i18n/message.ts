/** What a message is: a sentence with `{parameters}`, or two forms of it for a count. Pure; no React. */

/** `{count}` chooses the form: `plural('{count} järjestö', '{count} järjestöä')`. */
export interface Plural<One extends string = string, Other extends string = string> {
  readonly one: One;
  readonly other: Other;
}
export type Message = string | Plural;

export function plural<const One extends string, const Other extends string>(
  one: One,
  other: Other,
): Plural<One, Other> {
  return { one, other };
}

/** The names in braces of a sentence. */
type Names<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type ParameterValue = string | number;

/** What has to be given with a message; a plural always wants `count`. */
export type Parameters<M extends Message> =
  M extends Plural<infer One, infer Other>
    ? { count: number } & { [Name in Exclude<Names<One> | Names<Other>, 'count'>]: ParameterValue }
    : M extends string
      ? { [Name in Names<M>]: ParameterValue }
      : never;

/** The same keys in another language, each a sentence where the source has one and a plural where it has one. */
export type Translation<Source extends Record<string, Message>> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Plural;
};

/** The sentence in a language with its parameters in place. */
export function fill(
  message: Message,
  language: string,
  parameters: Readonly<Record<string, ParameterValue>> = {},
): string {
  const sentence =
    typeof message === 'string'
      ? message
      : rules(language).select(Number(parameters['count'])) === 'one'
        ? message.one
        : message.other;
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers(language).format(value) : value;
  });
}

const rulesOf = new Map<string, Intl.PluralRules>();
function rules(language: string): Intl.PluralRules {
  let found = rulesOf.get(language);
  if (!found) rulesOf.set(language, (found = new Intl.PluralRules(language)));
  return found;
}

const numbersOf = new Map<string, Intl.NumberFormat>();
function numbers(language: string): Intl.NumberFormat {
  let found = numbersOf.get(language);
  if (!found)
    numbersOf.set(language, (found = new Intl.NumberFormat(`${language}-FI`, { useGrouping: 'min2' })));
  return found;
}
