/**
 * The search of the publication folder: runs in the reader's browser from the page itself, without a server and also from a
 * disk. Without scripts the form stays hidden and the list by year is all there.
 */
export const SEARCH_SCRIPT = `
'use strict';
(() => {
  const pages = JSON.parse(document.getElementById('pages').textContent);
  const form = document.getElementById('search');
  const field = form.querySelector('input');
  const status = document.getElementById('status');
  const list = document.getElementById('results');
  const plain = (text) => text.normalize('NFC').toLowerCase();
  const texts = pages.map((page) => plain(page.title + ' ' + page.text));
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  const show = () => {
    const words = plain(field.value).split(/\\s+/).filter((word) => word.length > 1);
    list.replaceChildren();
    if (words.length === 0) { status.textContent = ''; return; }
    const found = pages.filter((_, index) => words.every((word) => texts[index].includes(word)));
    status.textContent = found.length === 0 ? form.dataset.nothing : form.dataset.found + ' ' + found.length;
    for (const page of found) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = page.href;
      link.textContent = page.title;
      const start = plain(page.text).indexOf(words[0]);
      const excerpt = document.createElement('p');
      if (start >= 0) {
        const from = Math.max(0, start - 60);
        excerpt.textContent = (from > 0 ? '…' : '') + page.text.slice(from, start + 120).trim() + '…';
      }
      item.append(link, excerpt);
      list.append(item);
    }
  };
  field.addEventListener('input', show);
})();
`;
