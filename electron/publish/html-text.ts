/** Letters of HTML: escaped, and words in another writing marked with their language and direction. */
import { escapeMarkup } from '../../db/model/escape-markup.ts';
import type { ScriptRun } from '../../db/model/script-runs.ts';
import { markedRuns } from './language-marks.ts';

/** A text with its line feeds, safe to stand between tags. */
export function htmlText(text: string): string {
  return markedRuns(text)
    .map(({ language, runs }) => {
      const words = runs.map(runOf).join('');
      return language === null ? words : `<span lang="${language}">${words}</span>`;
    })
    .join('');
}

function runOf({ text, language, isRightToLeft }: ScriptRun): string {
  const words = escapeMarkup(text).replaceAll('\n', '<br>');
  if (language === null) return words;
  return isRightToLeft
    ? `<bdi lang="${language}" dir="rtl">${words}</bdi>`
    : `<span lang="${language}">${words}</span>`;
}
