/**
 * Pasted HTML before the editor's schema takes what it knows. The schema drops what is foreign; this keeps what
 * would be lost or would do harm: Word's lists are paragraphs with a bullet in them, headings and tables are text.
 */

/** Elements whose words are not text of the document. */
const NOT_TEXT = 'style, script, title, meta, link, xml, head, template, noscript, svg, img, object, iframe';

/** `mso-list:l0 level2 lfo1` → 2; 0 when it is not an item of Word's lists. */
export function wordListLevel(style: string): number {
  if (!/mso-list\s*:/i.test(style) || /mso-list\s*:\s*ignore/i.test(style)) return 0;
  return Number(/level(\d+)/i.exec(style)?.[1] ?? 1);
}

/** Whether the sign that Word puts before an item counts: `1.`, `a)`, `iv.`; a dot or dash does not. */
export function isCounting(sign: string): boolean {
  return /^\(?[0-9]+[.)]|^\(?[a-zåäö]{1,4}[.)]/i.test(sign.trim());
}

/** Word's paragraphs that stand for items of a list, in a row, as lists. */
function liftWordLists(document: Document): void {
  let stack: { list: HTMLElement; level: number }[] = [];
  for (const paragraph of document.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    const level = wordListLevel(paragraph.getAttribute('data-style') ?? '');
    if (level === 0) {
      stack = [];
      continue;
    }
    const signs = [...paragraph.querySelectorAll<HTMLElement>('[data-style*="mso-list"]')].filter((element) =>
      /mso-list\s*:\s*ignore/i.test(element.getAttribute('data-style') ?? ''),
    );
    const tag = isCounting(signs[0]?.textContent ?? '') ? 'ol' : 'ul';
    for (const sign of signs) sign.remove();
    const item = document.createElement('li');
    const words = document.createElement('p');
    words.append(...paragraph.childNodes);
    item.append(words);
    if (stack.length > 0 && stack.at(-1)!.list.isConnected === false) stack = [];
    while (stack.length > 0 && stack.at(-1)!.level > level) stack.pop();
    let top = stack.at(-1);
    if (!top || top.level < level) {
      const list = document.createElement(tag);
      const parentItem = top?.list.lastElementChild;
      if (parentItem) {
        parentItem.append(list);
        paragraph.remove();
      } else paragraph.replaceWith(list);
      top = { list, level };
      stack.push(top);
    } else paragraph.remove();
    top.list.append(item);
  }
}

/** Words in weight or slant by style only, as browsers and Google Docs paste them. */
function styleToMarks(document: Document): void {
  for (const element of document.querySelectorAll<HTMLElement>('span[data-style]')) {
    const style = element.getAttribute('data-style') ?? '';
    const wrap = (tag: string): void => {
      const mark = document.createElement(tag);
      mark.append(...element.childNodes);
      element.append(mark);
    };
    if (/font-weight\s*:\s*(bold|[6-9]00)/i.test(style)) wrap('strong');
    if (/font-style\s*:\s*italic/i.test(style)) wrap('em');
  }
  // Google Docs wraps everything into <b style="font-weight:normal">.
  for (const element of document.querySelectorAll<HTMLElement>(
    'b[data-style*="font-weight:normal"], b[data-style*="font-weight: normal"]',
  ))
    element.replaceWith(...element.childNodes);
}

/** Rows of tables as paragraphs, their cells parted by a space and a dash. */
function flattenTables(document: Document): void {
  for (const table of [...document.querySelectorAll('table')].reverse()) {
    const paragraphs = [...table.rows].flatMap((row) => {
      const words = [...row.cells]
        .map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())
        .filter(Boolean);
      if (words.length === 0) return [];
      const paragraph = document.createElement('p');
      paragraph.textContent = words.join(' – ');
      return [paragraph];
    });
    table.replaceWith(...paragraphs);
  }
}

/**
 * Takes out of the tags what would be applied, run or reported by the content security policy while parsing.
 * The style is kept under another name: it says which paragraphs are items of Word's lists.
 */
function disarm(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->|<!\[[^\]]*\]>/g, '')
    .replaceAll(/<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<[a-z][^>]*>/gi, (tag) =>
      tag.replaceAll(/(\s|")style\s*=/gi, '$1 data-style=').replaceAll(/(\s|")on\w+\s*=/gi, '$1 data-on='),
    );
}

/** Cleans pasted HTML. Runs in an inert document: nothing in it is loaded or run. */
export function cleanPasted(html: string): string {
  const document = new DOMParser().parseFromString(disarm(html), 'text/html');
  for (const element of document.querySelectorAll(NOT_TEXT)) element.remove();
  for (const element of document.querySelectorAll('*'))
    if (element.tagName.includes(':')) element.replaceWith(...element.childNodes);
  liftWordLists(document);
  styleToMarks(document);
  flattenTables(document);
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const paragraph = document.createElement('p');
    const strong = document.createElement('strong');
    strong.append(...heading.childNodes);
    paragraph.append(strong);
    heading.replaceWith(paragraph);
  }
  for (const element of document.querySelectorAll('*'))
    for (const name of element.getAttributeNames())
      if (!(name === 'href' && element.tagName === 'A')) element.removeAttribute(name);
  return document.body.innerHTML;
}
