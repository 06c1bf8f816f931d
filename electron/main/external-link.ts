/**
 * The address to hand to the system's browser or mail program, or `null` when it may not leave the product.
 * Only https and mailto; the parsed form is returned, so that what was checked is what is opened.
 */
export function externalAddress(address: string): string | null {
  if (address.length > 4096) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol === 'https:') {
    if (url.hostname === '' || url.username !== '' || url.password !== '') return null;
    return url.href;
  }
  if (url.protocol === 'mailto:') {
    // A mail program may take attach= or similar headers from a link; only these are passed on.
    const allowed = new Set(['subject', 'body', 'cc', 'bcc', 'to']);
    for (const header of url.searchParams.keys()) if (!allowed.has(header.toLowerCase())) return null;
    return url.href;
  }
  return null;
}
