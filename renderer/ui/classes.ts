/**
 * Names of a CSS module as class names: `const cx = classes(styles)`, `cx('row', isSelected && 'selected')`.
 * A name that the module does not have throws in development.
 */
export function classes(styles: Readonly<Record<string, string>>) {
  return (...names: (string | false | null | undefined)[]): string => {
    let joined = '';
    for (const name of names) {
      if (!name) continue;
      const found = styles[name];
      if (found === undefined && import.meta.env.DEV)
        throw new Error(`No class "${name}" in this style sheet`);
      if (found) joined += joined ? ` ${found}` : found;
    }
    return joined;
  };
}
