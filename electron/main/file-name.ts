const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * A file name that every system takes, from a name suggested by the window: one name without folders, control or
 * direction characters, reserved names and trailing dots.
 */
export function safeFileName(suggested: string, fallback: string): string {
  let name = suggested
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[/\\:*?"<>|]+/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (name.length > 150) {
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
    name = name.slice(0, 150 - extension.length).trimEnd() + extension;
  }
  if (RESERVED.test(name)) name = `_${name}`;
  return name === '' ? fallback : name;
}
