/** Interface and document languages. Finnish (suomi) is the default; Swedish and English are complete translations. */
import * as v from 'valibot';

export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export const languageSchema = v.picklist(LANGUAGES);
export type Language = v.InferOutput<typeof languageSchema>;

/** The same text in the three languages; Swedish and English fall back to Finnish when missing. */
export const localisedTextSchema = v.object({
  fi: v.string(),
  sv: v.optional(v.nullable(v.string())),
  en: v.optional(v.nullable(v.string())),
});
export type LocalisedText = v.InferOutput<typeof localisedTextSchema>;

/** The text in `language`, or the Finnish one where there is no translation. */
export function inLanguage(text: LocalisedText, language: Language): string {
  return text[language] || text.fi;
}
