import { useState, type ReactNode } from 'react';
import type { EffectView } from '../../../db/model/effect-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Pill } from '../../ui/Pill.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import {
  changeWords,
  effectDay,
  effectWords,
  problemWords,
  STAGE_TONES,
  subjectWords,
} from './effect-words.ts';
import styles from './Effects.module.css';

const cx = classes(styles);

/** One effect: what it is, how far, what it changes, what hinders it, and what can be done. */
export function EffectEntry({
  view,
  onEdit,
  where,
}: {
  view: EffectView;
  /** Null where it is only reviewed. */
  onEdit: (() => void) | null;
  /** The § it comes of, where it is not seen from the place. */
  where?: ReactNode;
}) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [asks, setAsks] = useState<'reverse' | 'dismiss' | null>(null);
  const { id, effect, stage } = view;
  const what = effectWords(effect, view.names, t, language);
  const may = (command: EffectView['commands'][number]): boolean => view.commands.includes(command);
  const remove = useMutationWithFeedback(api.effects.remove.mutate, {
    done: t('effects.removed'),
    undo: () => api.effects.save.mutate({ itemId: view.itemId, effect }),
  });
  const confirm = useMutationWithFeedback(api.effects.confirm.mutate, { done: t('effects.confirmed') });
  const apply = useMutationWithFeedback(api.effects.applyNow.mutate, {
    done: ({ isApplied }) => t(isApplied ? 'effects.applied' : 'effects.notApplied'),
  });
  const dismiss = useMutationWithFeedback(api.effects.dismiss.mutate, { done: t('effects.dismissed') });
  const reverse = useMutationWithFeedback(api.effects.reverse.mutate, { done: t('effects.reversed') });
  const label = view.isUpcoming ? t('effects.stage.upcoming') : t(`effects.stage.${stage}`);
  const isOver = stage === 'lapsed' || stage === 'dismissed';
  return (
    <li className={cx('entry')}>
      <div className={cx('top')}>
        <span className={cx('what')}>{what}</span>
        <Pill tone={view.isUpcoming ? 'info' : STAGE_TONES[stage]}>{label}</Pill>
        {onEdit !== null && may('edit') && (
          <IconButton icon="edit" size="s" label={t('effects.edit', { what })} onPress={onEdit} />
        )}
        {onEdit !== null && may('remove') && (
          <IconButton
            icon="trash"
            size="s"
            label={t('effects.remove', { what })}
            onPress={() => remove.mutate({ id })}
          />
        )}
      </div>
      <div className={cx('muted')}>
        {[effectDay(effect, t, format), t('effects.decidedOn', { date: format.date(view.decidedOn) })].join(
          ' · ',
        )}
        {where !== undefined && <> · {where}</>}
      </div>
      {view.changes.length > 0 && !isOver && (
        <dl
          className={cx('changes')}
          aria-label={t(stage === 'applied' ? 'effects.changesAfter' : 'effects.changesBefore')}
        >
          {view.changes.map((change) => (
            <Change
              key={`${change.subject} ${change.seat ?? ''} ${change.practice?.municipality?.fi ?? ''}`}
              change={change}
            />
          ))}
        </dl>
      )}
      {(stage === 'unconfirmed' || stage === 'lapsed') && (
        <p className={cx('muted')}>{t(`effects.hint.${stage}`)}</p>
      )}
      {view.problem !== null && !isOver && (
        <Banner tone={stage === 'unresolved' ? 'danger' : 'warning'}>
          {problemWords(view.problem, t, format)}
        </Banner>
      )}
      <History view={view} />
      {(['confirm', 'apply', 'dismiss', 'reverse'] as const).some(may) && (
        <div className={cx('buttons')}>
          {may('confirm') && (
            <Button size="s" icon="check" onPress={() => confirm.mutate({ id })}>
              {t('effects.confirm')}
            </Button>
          )}
          {may('apply') && (
            <Button size="s" icon="check" onPress={() => apply.mutate({ id })}>
              {t('effects.apply')}
            </Button>
          )}
          {may('dismiss') && (
            <Button size="s" onPress={() => setAsks('dismiss')}>
              {t('effects.dismiss')}
            </Button>
          )}
          {may('reverse') && (
            <Button size="s" icon="undo" onPress={() => setAsks('reverse')}>
              {t('effects.reverse')}
            </Button>
          )}
        </div>
      )}
      {asks !== null && (
        <ReasonDialog
          title={t(`effects.${asks}`)}
          lead={t(`effects.${asks}Body`)}
          onConfirm={(reason) => (asks === 'reverse' ? reverse : dismiss).mutate({ id, reason })}
          onClose={() => setAsks(null)}
        />
      )}
    </li>
  );
}

function Change({ change }: { change: EffectView['changes'][number] }) {
  const t = useText();
  const language = useLanguage();
  return (
    <>
      <dt>{subjectWords(change, t, language)}</dt>
      <dd>{changeWords(change, t, language)}</dd>
    </>
  );
}

function History({ view }: { view: EffectView }) {
  const t = useText();
  const format = useFormat();
  if (view.history.length === 0) return null;
  return (
    <ul className={cx('muted')}>
      {view.history.map(({ action, on, reason }, index) => (
        <li key={index}>{t(`effects.history.${action}`, { date: format.date(on), reason })}</li>
      ))}
    </ul>
  );
}
