import { useState } from 'react';
import { isMatter } from '../../../db/model/carried-over.ts';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { PlacedItem } from './order.ts';
import styles from './Suggestions.module.css';

const cx = classes(styles);

/** Makes the standing items of this agenda the board's own template, or goes back to the shipped one. */
export function TemplateDialog({
  meeting,
  items,
  onClose,
}: {
  meeting: MeetingView;
  items: readonly PlacedItem[];
  onClose: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const { boardId, kind } = meeting;
  const [chosen, setChosen] = useState(
    () => new Set(items.filter(({ item }) => !isMatter(item.kind)).map(({ item }) => item.id)),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const { data: templates } = useTopicQuery(['meetings'], ['planning.templates', boardId], () =>
    api.planning.templates.query({ boardId }),
  );
  const own = templates?.find((template) => template.savedOn !== null && template.kind === kind);
  const put = (template: string | null) => api.planning.restoreTemplate.mutate({ boardId, kind, template });
  const save = useMutationWithFeedback(
    () => api.planning.saveTemplate.mutate({ meetingId: meeting.id, itemIds: [...chosen] }),
    {
      done: t('planning.templateSaved'),
      undo: ({ before }) => put(before),
      onSuccess: onClose,
    },
  );
  const reset = useMutationWithFeedback(() => put(null), {
    done: t('planning.templateResetDone'),
    undo: ({ before }) => put(before),
    onSuccess: onClose,
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('planning.templateTitle')}
      lead={t('planning.templateLead')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          {own && (
            <Button isPending={reset.isPending} onPress={() => reset.mutate()}>
              {t('planning.templateReset')}
            </Button>
          )}
          <Button
            variant="primary"
            isPending={save.isPending}
            onPress={() => {
              if (chosen.size === 0) setProblem(t('planning.templateNone'));
              else save.mutate();
            }}
          >
            {t('planning.templateSave')}
          </Button>
        </>
      }
    >
      {own && own.savedOn !== null && (
        <Banner>{t('planning.templateOwnSince', { date: format.date(own.savedOn) })}</Banner>
      )}
      {problem !== null && (
        <Banner tone="danger" isAlert>
          {problem}
        </Banner>
      )}
      <div role="group" aria-label={t('planning.templateItems')} className={cx('items')}>
        {items.map(({ item, label }) => (
          <Checkbox
            key={item.id}
            isSelected={chosen.has(item.id)}
            onChange={(isOn) => {
              setProblem(null);
              setChosen((now) => {
                const next = new Set(now);
                if (isOn) next.add(item.id);
                else next.delete(item.id);
                return next;
              });
            }}
          >
            {label} {item.title}
          </Checkbox>
        ))}
      </div>
    </Dialog>
  );
}
