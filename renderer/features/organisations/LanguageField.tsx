import { useId } from 'react';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import styles from './Organisation.module.css';

const cx = classes(styles);

/** Languages in which organisations serve most often; `fi-selko` is selkosuomi. */
const OFFERED = ['fi', 'sv', 'fi-selko', 'se', 'en', 'ru', 'uk', 'ar', 'fa', 'so'];

/** The name of a language by its BCP 47 tag, in the language of the window. */
export function useLanguageName(): (tag: string) => string {
  const t = useText();
  const language = useLanguage();
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return (tag) => (tag === 'fi-selko' ? t('organisations.plainFinnish') : (names.of(tag) ?? tag));
}

/** The languages of service (palvelukielet). */
export function LanguageField({
  value,
  onChange,
}: {
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const t = useText();
  const nameOf = useLanguageName();
  const id = useId();
  const tags = [...OFFERED, ...value.filter((tag) => !OFFERED.includes(tag))];
  return (
    <div role="group" aria-labelledby={id}>
      <span id={id} className={cx('groupLabel')}>
        {t('organisations.languages')}
      </span>
      <div className={cx('checks')}>
        {tags.map((tag) => (
          <Checkbox
            key={tag}
            isSelected={value.includes(tag)}
            onChange={(isSelected) =>
              onChange(tags.filter((one) => (one === tag ? isSelected : value.includes(one))))
            }
          >
            {nameOf(tag)}
          </Checkbox>
        ))}
      </div>
    </div>
  );
}
