/** How documents look in a browser and printed from one: the side headings at the margin of SFS 2487 where there is room. */
export const DOCUMENT_STYLE = `
:root { color-scheme: light dark; --text: #1b1b1b; --quiet: #4a4a4a; --paper: #fff; --line: #b5b5b5; --link: #0b4f8a; }
@media (prefers-color-scheme: dark) {
  :root { --text: #ececec; --quiet: #bdbdbd; --paper: #17191c; --line: #5b5f66; --link: #8ec5ff; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 60rem; color: var(--text); background: var(--paper);
  font: 1.0625rem/1.55 "Source Sans 3", Calibri, Carlito, "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--link); }
a:focus-visible, input:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.2rem 0 0.4rem; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.2rem 0 0.8rem; }
h3 { font-size: 1.15rem; line-height: 1.35; margin: 2rem 0 0.6rem; }
h4, h5 { font-size: 1rem; margin: 0.1rem 0 0.3rem; }
p, ul, ol { margin: 0 0 0.8rem; }
.organisation, .status, .draft { font-weight: 600; margin: 0; }
.draft { padding: 0.4rem 0.8rem; border: 2px solid currentcolor; display: inline-block; letter-spacing: 0.1em; }
.identification p { margin: 0 0 0.2rem; }
dl { margin: 1rem 0; }
dl > div, .beside { display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); column-gap: 1.25rem; }
dt { font-weight: 600; }
dd { margin: 0 0 0.5rem; }
.item h3, .item h2 { display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); column-gap: 1.25rem; }
.diary, .indented { margin-left: 15.75rem; }
.diary { color: var(--quiet); }
.strong { font-weight: 600; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding: 0.2rem 0; }
th, td { text-align: start; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
.number { text-align: end; padding-inline-end: 1.2rem; }
th { border-bottom-width: 2px; }
.sign { max-width: 22rem; margin-top: 3.5rem; padding-top: 0.3rem; border-top: 1px solid currentcolor; }
input { max-width: 100%; font: inherit; padding: 0.3rem 0.5rem; }
figure { margin: 1rem 0; }
figure img { max-width: 100%; height: auto; background: #fff; }
@media (max-width: 44rem) {
  dl > div, .beside, .item h3, .item h2 { display: block; }
  .diary, .indented { margin-left: 0; }
}
@media print {
  :root { --text: #000; --quiet: #333; --paper: #fff; --line: #999; --link: #000; }
  @page { size: A4; margin: 20mm; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  h1, h2, h3, h4, h5, caption { break-after: avoid; }
  tr, .sign { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .no-print { display: none; }
}
`.trim();
