/** Letters of HTML: escaped, and words in another writing marked with their language and direction. */
import { scriptRuns } from '../../db/model/script-runs.ts';

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A text with its line feeds, safe to stand between tags. */
export function htmlText(text: string): string {
  return scriptRuns(text)
    .map(({ text: run, language, isRightToLeft }) => {
      const words = escapeHtml(run).replaceAll('\n', '<br>');
      if (language === null) return words;
      return isRightToLeft
        ? `<bdi lang="${language}" dir="rtl">${words}</bdi>`
        : `<span lang="${language}">${words}</span>`;
    })
    .join('');
}
