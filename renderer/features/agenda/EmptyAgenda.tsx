import { useState } from 'react';
import type { MeetingView } from '../../../db/model/meeting-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './Suggestions.module.css';

const cx = classes(styles);

/** A planned meeting without items: choose a template to begin with. */
export function EmptyAgenda({ meeting }: { meeting: MeetingView }) {
  const t = useText();
  const { id: meetingId, boardId, kind, label, rules } = meeting;
  const { data: templates } = useTopicQuery(['meetings'], ['planning.templates', boardId], () =>
    api.planning.templates.query({ boardId }),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const ofKind = (templates ?? []).filter((template) => template.kind === kind);
  const fitting = ofKind.filter((template) => template.profile === rules.profile);
  const options = fitting.length > 0 ? fitting : ofKind;
  const template = chosen ?? options[0]?.key ?? null;
  const use = useMutationWithFeedback(() => api.planning.prepare.mutate({ meetingId, template }), {
    done: t('planning.prepared', { label }),
  });
  if (template === null) return null;
  return (
    <section className={cx('section')} aria-label={t('planning.emptyAgenda')}>
      <h2 className={cx('title')}>{t('planning.emptyAgenda')}</h2>
      <p className={cx('quiet')}>{t('planning.emptyAgendaBody')}</p>
      <Select
        label={t('planning.emptyAgendaTemplate')}
        value={template}
        onChange={setChosen}
        options={options.map(({ key, name }) => ({ id: key, label: name }))}
      />
      <div>
        <Button variant="primary" isPending={use.isPending} onPress={() => use.mutate()}>
          {t('planning.emptyAgendaUse')}
        </Button>
      </div>
    </section>
  );
}
