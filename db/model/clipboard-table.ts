/** A table for the clipboard: as text with tabs and as HTML, neither of which a spreadsheet takes for formulas. */
import { escapeMarkup } from './escape-markup.ts';
import { safeCell } from './table.ts';

/**
 * The first row holds the headings. Cells are text: Excel is told so (`mso-number-format`), so that a register number
 * keeps its zeros and a business ID does not become a date.
 */
export function clipboardTable(rows: readonly (readonly string[])[]): { text: string; html: string } {
  const [head = [], ...body] = rows.map((cells) =>
    cells.map((cell) => safeCell(cell.replaceAll(/[\t\r\n]+/g, ' '))),
  );
  const line = (cells: readonly string[]): string => `${cells.join('\t')}\r\n`;
  const row = (name: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${name} style="mso-number-format:'\\@'">${escapeMarkup(cell)}</${name}>`).join('')}</tr>`;
  return {
    text: [head, ...body].map(line).join(''),
    html: `<meta charset="utf-8"><table><thead>${row('th', head)}</thead><tbody>${body
      .map((cells) => row('td', cells))
      .join('')}</tbody></table>`,
  };
}
