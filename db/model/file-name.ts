/** Names of files that come from outside or are typed: data, and never a path. */

const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(\.|$)/i;
const LONGEST_NAME = 150;

/**
 * The name of a file as data: one name without folders, control and direction characters, names that Windows
 * reserves and trailing dots.
 * @param fallback for a name of which nothing remains
 */
export function cleanFileName(name: string, fallback = 'liite'): string {
  let clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]+/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (clean.length > LONGEST_NAME) {
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
    clean = `${clean
      .slice(0, LONGEST_NAME - extension.length)
      .replace(/[\uD800-\uDBFF]$/, '')
      .replace(/[\s.]+$/, '')}${extension}`;
  }
  if (RESERVED.test(clean)) clean = `_${clean}`;
  return clean === '' ? fallback : clean;
}
