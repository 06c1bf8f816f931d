/** Fields of a review in words. */
import { OLD_CAPACITIES, type OldCapacity } from '../../../db/model/old-minutes.ts';
import type { ReviewField } from '../../../db/model/old-minutes-review.ts';
import type { Format } from '../../i18n/format.ts';
import type { useText } from '../../i18n/language.ts';

type Say = ReturnType<typeof useText>;

export const capacityOf = (value: unknown): OldCapacity =>
  OLD_CAPACITIES.find((one) => one === value) ?? 'other';

export function fieldLabel({ kind, values }: ReviewField, t: Say): string {
  return kind === 'item'
    ? String(values['label'] ?? values['number'] ?? '') || t('oldMinutes.kind.item')
    : t(`oldMinutes.kind.${kind}`);
}

/** The value in one line; empty when there is none. */
export function fieldText({ kind, values }: ReviewField, t: Say, format: Format): string {
  const text = (key: string): string => String(values[key] ?? '').trim();
  switch (kind) {
    case 'item':
      return text('title');
    case 'person': {
      if (text('name') === '') return '';
      const times = [
        text('arrivedAt') && t('oldMinutes.arrived', { time: format.time(text('arrivedAt')) }),
        text('leftAt') && t('oldMinutes.left', { time: format.time(text('leftAt')) }),
      ].filter(Boolean);
      const presence = values['present'] === false ? t('oldMinutes.absent') : null;
      return [text('name'), t(`oldMinutes.capacity.${capacityOf(values['capacity'])}`), presence, ...times]
        .filter(Boolean)
        .join(', ');
    }
    case 'heldOn':
      return text('value') === '' ? '' : format.date(text('value'));
    case 'startedAt':
    case 'endedAt':
      return text('value') === '' ? '' : format.time(text('value'));
    case 'number':
    case 'place':
    case 'examiner':
      return text('value');
  }
}
