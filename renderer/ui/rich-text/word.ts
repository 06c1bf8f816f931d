/**
 * Pasted HTML before the editor's schema takes what it knows. The schema drops what is foreign; this keeps what
 * would be lost or would do harm: Word's lists are paragraphs with a bullet in them, headings and tables are text.
 */

/** Elements whose words are not text of the document; what Word has marked as deleted (del) is not, either. */
const NOT_TEXT =
  'del, style, script, title, meta, link, xml, head, template, noscript, svg, img, object, iframe';

/** `mso-list:l0 level2 lfo1` → list l0, level 2; null when it is not an item of Word's lists. */
export function wordListPlace(style: string): { list: string; level: number } | null {
  const match = /mso-list\s*:\s*(l\d+)\s+level(\d+)/i.exec(style);
  return match ? { list: match[1]!, level: Number(match[2]) } : null;
}

/** Whether the sign that Word puts before an item counts: `1.`, `a)`, `iv.`; a dot or dash does not. */
export function isCounting(sign: string): boolean {
  return /^\(?[0-9]+[.)]|^\(?[a-zåäö]{1,4}[.)]/i.test(sign.trim());
}

interface OpenList {
  element: HTMLElement;
  tag: 'ol' | 'ul';
  list: string;
  level: number;
}

/** Word's paragraphs that stand for items of a list, in a row, as lists. */
function liftWordLists(document: Document): void {
  let open: OpenList[] = [];
  let last: Element | null = null;
  for (const paragraph of document.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    const place = wordListPlace(paragraph.getAttribute('data-style') ?? '');
    if (!place) continue;
    const { list, level } = place;
    const signs = [...paragraph.querySelectorAll<HTMLElement>('[data-style*="mso-list"]')].filter((element) =>
      /mso-list\s*:\s*ignore/i.test(element.getAttribute('data-style') ?? ''),
    );
    const tag = isCounting(signs[0]?.textContent ?? '') ? 'ol' : 'ul';
    for (const sign of signs) sign.remove();
    const item = document.createElement('li');
    const words = document.createElement('p');
    words.append(...paragraph.childNodes);
    item.append(words);
    // Something stands between: a list of its own begins.
    if (paragraph.previousElementSibling !== last) open = [];
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    const same = open.at(-1);
    // Another list of the same level. Word changes the number of a list within one, so that inside only the kind counts.
    if (same?.level === level && (same.tag !== tag || (level === 1 && same.list !== list))) open.pop();
    if (open.at(-1)?.level === level) paragraph.remove();
    else {
      const element = document.createElement(tag);
      const parent = open.at(-1)?.element.lastElementChild;
      if (parent) {
        parent.append(element);
        paragraph.remove();
      } else paragraph.replaceWith(element);
      open.push({ element, tag, list, level });
    }
    open.at(-1)!.element.append(item);
    last = open[0]!.element;
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

/** Characters that only hint at line breaks or show nothing: soft hyphen, zero-width space, byte order mark. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g;

/**
 * A text node's letters as they are to be: Word's unseen characters go, and its hard spaces become plain ones, except
 * beside a number or a section sign, where they keep the number together (29 §, 12 345).
 */
export function tidyLetters(text: string): string {
  return text.replaceAll(UNSEEN, '').replaceAll(/(?<![\d§])\u00A0(?![\d§])/g, ' ');
}

function tidyTexts(document: Document): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const tidy = tidyLetters(node.nodeValue ?? '');
    if (tidy !== node.nodeValue) node.nodeValue = tidy;
  }
}

/** The words of a cell; what stands in lines of its own in it is parted by a space. */
function cellWords(cell: Element): string {
  for (const block of cell.querySelectorAll('p, div, li, br')) block.after(' ');
  return (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Rows of tables as paragraphs, their cells parted by a space and a dash. */
function flattenTables(document: Document): void {
  for (const table of [...document.querySelectorAll('table')].reverse()) {
    const paragraphs = [...table.rows].flatMap((row) => {
      const words = [...row.cells].map(cellWords).filter(Boolean);
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
  // Cut or copied in an editor of ours: its schema knows every mark of it, such as what is secret.
  if (/<[a-z]+[^>]*\sdata-pm-slice=/i.test(html)) return disarm(html);
  const document = new DOMParser().parseFromString(disarm(html), 'text/html');
  for (const element of document.querySelectorAll(NOT_TEXT)) element.remove();
  for (const element of document.querySelectorAll('*'))
    if (element.tagName.includes(':')) element.replaceWith(...element.childNodes);
  tidyTexts(document);
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
