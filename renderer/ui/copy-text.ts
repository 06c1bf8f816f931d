/**
 * Text to the clipboard, with the same as HTML for programs that take tables. The shell grants no permissions to the page, so that the asynchronous clipboard is closed; the
 * copying that a key or a press began is open.
 * @returns false when the system did not take it
 */
export function copyText(text: string, html?: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true, capture: true });
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return isDone;
}
