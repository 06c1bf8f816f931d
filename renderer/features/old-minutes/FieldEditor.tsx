import { useRef, useState, type ReactNode } from 'react';
import { OLD_CAPACITIES } from '../../../db/model/old-minutes.ts';
import type { FieldValues, ReviewField } from '../../../db/model/old-minutes-review.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { useDomEvents } from '../../ui/dom-events.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { capacityOf, fieldLabel } from './field-words.ts';
import styles from './OldMinutes.module.css';

const cx = classes(styles);
const KEYS = ['keydown'] as const;

export interface FieldEditorProps {
  field: ReviewField;
  /** People of the register with the same name. */
  persons: readonly { id: string; name: string }[];
  /** What is wrong with it, when accepting it was refused. */
  problem: string | null;
  /** `values` when they were changed. */
  onAccept: (values?: FieldValues) => void;
  onReject: () => void;
  onOpen: () => void;
}

/** The values of the chosen field, and the answers to it. Ctrl+Enter in the values says yes. */
export function FieldEditor({ field, persons, problem, onAccept, onReject, onOpen }: FieldEditorProps) {
  const t = useText();
  const [values, setValues] = useState(field.values);
  const isChanged = JSON.stringify(values) !== JSON.stringify(field.values);
  const frame = useRef<HTMLDivElement>(null);
  const accept = (): void => onAccept(isChanged ? values : undefined);
  useDomEvents(frame, KEYS, {
    keydown(event) {
      if (event.key !== 'Enter' || !event.ctrlKey) return;
      event.preventDefault();
      accept();
    },
  });
  const text = (key: string): string => String(values[key] ?? '');
  const set = (key: string, value: string | boolean | null): void =>
    setValues((before) => ({ ...before, [key]: value }));
  const line = (key: string, label: string): ReactNode => (
    <TextField label={label} value={text(key)} onChange={(value) => set(key, value)} maxLength={500} />
  );
  const prose = (key: 'account' | 'proposal' | 'proceedings' | 'decision'): ReactNode => (
    <TextArea
      label={t(`oldMinutes.part.${key}`)}
      value={text(key)}
      onChange={(value) => set(key, value)}
      rows={3}
    />
  );
  const fields = (): ReactNode => {
    switch (field.kind) {
      case 'heldOn':
        return (
          <DateField
            label={t('oldMinutes.kind.heldOn')}
            value={text('value') || null}
            onChange={(value) => set('value', value)}
          />
        );
      case 'startedAt':
      case 'endedAt':
        return (
          <TimeField
            label={t(`oldMinutes.kind.${field.kind}`)}
            value={text('value') || null}
            onChange={(value) => set('value', value)}
          />
        );
      case 'number':
      case 'place':
      case 'examiner':
        return line('value', t(`oldMinutes.kind.${field.kind}`));
      case 'person':
        return (
          <>
            {line('name', t('common.name'))}
            <Select
              label={t('oldMinutes.capacity')}
              value={capacityOf(values['capacity'])}
              options={OLD_CAPACITIES.map((id) => ({ id, label: t(`oldMinutes.capacity.${id}`) }))}
              onChange={(value) => set('capacity', value)}
            />
            <Checkbox isSelected={values['present'] !== false} onChange={(value) => set('present', value)}>
              {t('oldMinutes.present')}
            </Checkbox>
            <div className={cx('pair')}>
              <TimeField
                label={t('oldMinutes.arrivedAt')}
                value={text('arrivedAt') || null}
                onChange={(value) => set('arrivedAt', value)}
              />
              <TimeField
                label={t('oldMinutes.leftAt')}
                value={text('leftAt') || null}
                onChange={(value) => set('leftAt', value)}
              />
            </div>
            {line('title', t('oldMinutes.personTitle'))}
            {persons.length > 0 && (
              <Select
                label={t('oldMinutes.inRegister')}
                description={t('oldMinutes.inRegisterHint')}
                value={text('personId') || 'none'}
                options={[
                  { id: 'none', label: t('oldMinutes.notJoined') },
                  ...persons.map(({ id, name }) => ({ id, label: name })),
                ]}
                onChange={(value) => set('personId', value === 'none' ? null : value)}
              />
            )}
          </>
        );
      case 'item':
        return (
          <>
            <div className={cx('pair')}>
              {line('number', t('oldMinutes.itemNumber'))}
              {line('diaryNumber', t('agenda.diaryNumber'))}
            </div>
            {line('title', t('oldMinutes.itemTitle'))}
            {prose('account')}
            {prose('proposal')}
            {prose('proceedings')}
            {prose('decision')}
          </>
        );
    }
  };
  return (
    <section className={cx('editor')} aria-label={fieldLabel(field, t)}>
      <div className={cx('editorHead')}>
        <h2 className={cx('editorTitle')}>{fieldLabel(field, t)}</h2>
        <span className={cx('quiet')}>{t(`oldMinutes.answer.${field.state}`)}</span>
        {field.at === null && <span className={cx('quiet')}>{t('oldMinutes.noPlace')}</span>}
      </div>
      <div ref={frame} className={cx('values')} data-values="">
        {fields()}
        {problem !== null && (
          <p className={cx('problem')} role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className={cx('answers')}>
        <Button variant="primary" icon="check" onPress={accept}>
          {isChanged ? t('oldMinutes.acceptChanged') : t('oldMinutes.accept')}
          <Keys shortcut={isChanged ? 'Ctrl+Enter' : 'Enter'} />
        </Button>
        <Button icon="close" onPress={onReject}>
          {t('oldMinutes.reject')}
          <Keys shortcut="Delete" />
        </Button>
        {field.state !== 'open' && (
          <Button variant="quiet" icon="undo" onPress={onOpen}>
            {t('oldMinutes.openAgain')}
          </Button>
        )}
      </div>
    </section>
  );
}
