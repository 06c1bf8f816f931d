import { useEffect, useId, useRef, type FormEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../i18n/language.ts';
import { Banner } from './Banner.tsx';
import { classes } from './classes.ts';
import styles from './Form.module.css';

const cx = classes(styles);

/** A field for a number gives its value when it is left: what is being typed in it is given before the form is sent. */
function takeTyped(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) || !/^(numeric|decimal)$/.test(field.inputMode)) return;
  flushSync(() => field.blur());
  field.focus();
}

/** A form. Sends with Enter in a field and with Ctrl+Enter anywhere in it. */
export function Form({
  children,
  onSubmit,
  id,
  label,
}: {
  children: ReactNode;
  /** E.g. `handleSubmit(save)` of react-hook-form. */
  onSubmit: (event: FormEvent<HTMLFormElement>) => unknown;
  /** For a submit button outside: `<Button type="submit" form={id}>`. */
  id?: string;
  label?: string;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter of any field in it
    <form
      className={cx('form')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A form inside a dialog inside a form is its own.
        event.stopPropagation();
        onSubmit(event);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        takeTyped();
        event.currentTarget.requestSubmit();
      }}
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </form>
  );
}

/** A part of a form: heading at the margin, fields beside it. `isDense` puts the heading on top (dialogs). */
export function FormSection({
  title,
  description,
  children,
  isDense = false,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
  isDense?: boolean;
}) {
  const id = useId();
  return (
    <section className={cx('section', isDense && 'dense')} aria-labelledby={id}>
      <div className={cx('side')}>
        <h2 id={id} className={cx('title')}>
          {title}
        </h2>
        {description}
      </div>
      {children}
    </section>
  );
}

/** Fields in columns; wrap one that takes the whole width in `FormWide`. */
export function FormGrid({ children, columns = 2 }: { children: ReactNode; columns?: 1 | 2 | 3 }) {
  return <div className={cx('grid', columns === 1 && 'one', columns === 3 && 'three')}>{children}</div>;
}

export function FormWide({ children }: { children: ReactNode }) {
  return <div className={cx('wide')}>{children}</div>;
}

/** Fields beside each other, each as wide as its own `width`. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className={cx('row')}>{children}</div>;
}

/** The buttons at the end of a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={cx('foot')}>{children}</div>;
}

export interface FormProblem {
  /** What moves the focus to the field: `() => setFocus('name')`. */
  focus?: () => void;
  message: string;
}

/** What is to be corrected, with a way to each field. Takes the focus when it appears. Nothing without problems. */
export function ErrorSummary({ problems }: { problems: readonly FormProblem[] }) {
  const t = useText();
  const ref = useRef<HTMLDivElement>(null);
  const hasProblems = problems.length > 0;
  useEffect(() => {
    if (hasProblems) ref.current?.focus();
  }, [hasProblems]);
  if (!hasProblems) return null;
  return (
    <div ref={ref} tabIndex={-1} className={cx('summary')}>
      <Banner tone="danger" isAlert title={t('common.formErrors', { count: problems.length })}>
        <ul className={cx('errors')}>
          {problems.map(({ message, focus }) => (
            <li key={message}>
              {focus ? (
                <button type="button" onClick={focus}>
                  {message}
                </button>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}

/** Names and values that are only read: `<Facts><Fact name="Y-tunnus">…</Fact></Facts>`. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={cx('facts')}>{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
