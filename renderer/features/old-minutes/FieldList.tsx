import { useRef } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import type { ReviewField } from '../../../db/model/old-minutes-review.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../../ui/classes.ts';
import { useDomEvents } from '../../ui/dom-events.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { fieldLabel, fieldText } from './field-words.ts';
import styles from './OldMinutes.module.css';

const cx = classes(styles);

const ICONS: Record<ReviewField['state'], IconName> = {
  open: 'help',
  accepted: 'check',
  changed: 'edit',
  rejected: 'close',
};
const TONES = {
  open: null,
  accepted: 'isAccepted',
  changed: 'isChanged',
  rejected: 'isRejected',
} as const;
const KEYS = ['keydown'] as const;

/** The proposed fields with their answers. Enter says yes, Delete no, F2 goes to the values. */
export function FieldList({
  fields,
  selected,
  onSelect,
  onAccept,
  onReject,
  onEdit,
}: {
  fields: readonly ReviewField[];
  selected: string;
  onSelect: (id: string) => void;
  onAccept: (id: string) => void;
  onReject: (id: string) => void;
  onEdit: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  useDomEvents(frame, KEYS, {
    keydown(event) {
      if (event.key === 'Delete') onReject(selected);
      else if (event.key === 'F2') onEdit();
      else return;
      event.preventDefault();
    },
  });
  return (
    <div ref={frame} className={cx('fields')}>
      <GridList
        aria-label={t('oldMinutes.fields')}
        items={fields}
        dependencies={[t, selected]}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={[selected]}
        disallowEmptySelection
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onSelect(String(key));
        }}
        onAction={(key) => onAccept(String(key))}
        className={cx('fieldList')}
      >
        {(field) => {
          const label = fieldLabel(field, t);
          const words = fieldText(field, t, format);
          const state = t(`oldMinutes.answer.${field.state}`);
          return (
            <GridListItem
              id={field.id}
              textValue={`${label}: ${words || t('oldMinutes.notFound')}. ${state}`}
              className={cx('field', TONES[field.state])}
            >
              <span className={cx('answer')}>
                <Icon name={ICONS[field.state]} size={16} label={state} />
              </span>
              <span className={cx('fieldLabel')}>{label}</span>
              <span className={cx('fieldWords', words === '' && 'quiet')}>
                {words || t('oldMinutes.notFound')}
              </span>
            </GridListItem>
          );
        }}
      </GridList>
    </div>
  );
}
