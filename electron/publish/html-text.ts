/** Letters of HTML: escaped, and words in another writing marked with their language and direction. */
import { escapeMarkup } from '../../db/model/escape-markup.ts';
import { scriptRuns } from '../../db/model/script-runs.ts';

/** A text with its line feeds, safe to stand between tags. */
export function htmlText(text: string): string {
  return scriptRuns(text)
    .map(({ text: run, language, isRightToLeft }) => {
      const words = escapeMarkup(run).replaceAll('\n', '<br>');
      if (language === null) return words;
      return isRightToLeft
        ? `<bdi lang="${language}" dir="rtl">${words}</bdi>`
        : `<span lang="${language}">${words}</span>`;
    })
    .join('');
}
