/**
 * The language of the window and its texts. Finnish is in the first file; the others are fetched (from the
 * package, in milliseconds) when chosen. In components use `useText`; elsewhere `translate`.
 */
import { create } from 'zustand';
import type { Language } from '../../db/model/language.ts';
import { fi, type MessageOf, type Messages, type TextKey } from './fi.ts';
import { fill, type Message, type Parameters } from './message.ts';

interface LanguageState {
  language: Language;
  messages: Messages;
}

export const useLanguageStore = create<LanguageState>()(() => ({ language: 'fi', messages: fi }));

const others: Record<Exclude<Language, 'fi'>, () => Promise<Messages>> = {
  sv: async () => (await import('./sv.ts')).sv,
  en: async () => (await import('./en.ts')).en,
};

let wanted: Language = 'fi';

/** Changes the language of everything on the screen, without a reload, and the `lang` of the page. */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language;
  const messages = language === 'fi' ? fi : await others[language]();
  // Someone may have chosen another one meanwhile.
  if (wanted !== language) return;
  useLanguageStore.setState({ language, messages });
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

/** A key that stands alone, or a key with its parameters: type-checked either way. */
export type TextArguments<Key extends TextKey> = keyof Parameters<MessageOf<Key>> extends never
  ? [key: Key]
  : [key: Key, parameters: Parameters<MessageOf<Key>>];

export type Translate = <Key extends TextKey>(...args: TextArguments<Key>) => string;

function translator({ language, messages }: LanguageState): Translate {
  return (...args) => {
    const [key, parameters] = args as [string, Record<string, string | number>?];
    const dot = key.indexOf('.');
    const feature = messages[key.slice(0, dot) as keyof Messages] as Record<string, Message> | undefined;
    const message = feature?.[key.slice(dot + 1)];
    return message === undefined ? key : fill(message, language, parameters);
  };
}

let cached: { messages: Messages; translate: Translate } | undefined;
function translatorOf(state: LanguageState): Translate {
  if (cached?.messages !== state.messages)
    cached = { messages: state.messages, translate: translator(state) };
  return cached.translate;
}

/** `const t = useText(); t('meetings.title')`. The component follows the language. */
export function useText(): Translate {
  return translatorOf(useLanguageStore());
}

/** The same outside components; the answer is in the language of the moment. */
export const translate = ((key: string, parameters?: Record<string, string | number>) =>
  (translatorOf(useLanguageStore.getState()) as (...args: unknown[]) => string)(
    key,
    parameters,
  )) as Translate;

export function useLanguage(): Language {
  return useLanguageStore((state) => state.language);
}
