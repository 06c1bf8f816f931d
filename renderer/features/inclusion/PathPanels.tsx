import { useCallback, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { pathChart } from '../../../db/model/chart-path.ts';
import type { ChartLook } from '../../../db/model/chart.ts';
import { periodText } from '../../../db/model/inclusion-export.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ChartView } from '../../ui/ChartView.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useRemembered } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import parts from '../../ui/Parts.module.css';
import { Select } from '../../ui/Select.tsx';
import { sayFinding } from './flag-words.ts';
import styles from './Inclusion.module.css';
import type { Card } from './InclusionEntryScreen.tsx';
import { PeriodDialog, StepDialog } from './PathDialogs.tsx';

const cx = classes(styles);
const px = classes(parts);

/** A path: its picture, its steps in order, and the counts of each period. */
export function PathPanels({ entry }: { entry: Card }) {
  return (
    <>
      {entry.steps.length > 0 && entry.periods.length > 0 && <PathPicture entry={entry} />}
      <Steps entry={entry} />
      {entry.steps.length > 0 && <Periods entry={entry} />}
    </>
  );
}

const COMPARED = { latest: 1, two: 2, all: Number.MAX_SAFE_INTEGER } as const;

function PathPicture({ entry }: { entry: Card }) {
  const t = useText();
  const language = useLanguage();
  const [shown, setShown] = useRemembered<keyof typeof COMPARED>('inclusion.compared', 'two');
  const compose = useCallback(
    (look: ChartLook) =>
      pathChart(
        {
          title: entry.name,
          description: t('inclusion.pictureDescription'),
          steps: entry.steps,
          periods: entry.periods
            .slice(-COMPARED[shown])
            .map((period) => ({ name: periodText(period, language), counts: period.counts })),
          words: { step: t('inclusion.stepName'), missing: t('inclusion.notCounted') },
        },
        look,
      ),
    [entry, shown, t, language],
  );
  return (
    <Panel
      title={t('inclusion.picture')}
      actions={
        entry.periods.length > 1 && (
          <Select
            label={t('inclusion.compared')}
            hideLabel
            width="s"
            value={shown}
            onChange={setShown}
            options={[
              { id: 'latest', label: t('inclusion.compared.latest') },
              { id: 'two', label: t('inclusion.compared.two') },
              { id: 'all', label: t('inclusion.compared.all') },
            ]}
          />
        )
      }
    >
      <ChartView compose={compose} />
    </Panel>
  );
}

type Step = Card['steps'][number];

function Steps({ entry }: { entry: Card }) {
  const t = useText();
  const [editing, setEditing] = useState<Step | 'new' | null>(null);
  const remove = useMutationWithFeedback(({ id }: Step) => api.inclusion.removeStep.mutate({ id }), {
    done: (_, { name }) => t('inclusion.stepRemoved', { name }),
    undo: (removal) => api.inclusion.restore.mutate({ removal, of: 'removeStep' }),
  });
  const move = useMutationWithFeedback(
    ({ step, index }: { step: Step; index: number }) => api.inclusion.moveStep.mutate({ id: step.id, index }),
    {
      done: (_, { step }) => t('inclusion.stepMoved', { name: step.name }),
      undo: ({ from }, { step }) => api.inclusion.moveStep.mutate({ id: step.id, index: from }),
    },
  );
  const create = (
    <Button icon="plus" onPress={() => setEditing('new')}>
      {t('inclusion.stepNew')}
    </Button>
  );
  return (
    <Panel title={t('inclusion.steps')} actions={entry.steps.length > 0 && create}>
      {entry.steps.length === 0 ? (
        <EmptyState title={t('inclusion.stepsNone')} actions={create}>
          {t('inclusion.stepsNoneBody')}
        </EmptyState>
      ) : (
        <ol className={cx('steps')}>
          {entry.steps.map((step, index) => (
            <li key={step.id} className={cx('step')}>
              <span className={cx('number')} aria-hidden="true">
                {index + 1}.
              </span>
              <div className={px('words')}>
                <span className={px('main')}>{step.name}</span>
                {step.note !== '' && <span className={px('detail')}>{step.note}</span>}
              </div>
              <IconButton
                icon="arrowUp"
                size="s"
                isDisabled={index === 0}
                label={t('inclusion.stepUp', { name: step.name })}
                onPress={() => move.mutate({ step, index: index - 1 })}
              />
              <IconButton
                icon="arrowDown"
                size="s"
                isDisabled={index === entry.steps.length - 1}
                label={t('inclusion.stepDown', { name: step.name })}
                onPress={() => move.mutate({ step, index: index + 1 })}
              />
              <IconButton
                icon="edit"
                size="s"
                label={`${t('common.edit')}: ${step.name}`}
                onPress={() => setEditing(step)}
              />
              <IconButton
                icon="trash"
                size="s"
                label={t('inclusion.removeEntry', { name: step.name })}
                onPress={() => remove.mutate(step)}
              />
            </li>
          ))}
        </ol>
      )}
      {editing !== null && (
        <StepDialog
          entryId={entry.id}
          step={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

type Period = Card['periods'][number];

/** Counts by step and period, the latest period first; what does not add up is told under its column. */
function Periods({ entry }: { entry: Card }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [editing, setEditing] = useState<Period | 'new' | null>(null);
  const remove = useMutationWithFeedback(({ id }: Period) => api.inclusion.removePeriod.mutate({ id }), {
    done: (_, period) => t('inclusion.periodRemoved', { period: periodText(period, language) }),
    undo: (removal) => api.inclusion.restore.mutate({ removal, of: 'removePeriod' }),
  });
  const create = (
    <Button icon="plus" onPress={() => setEditing('new')}>
      {t('inclusion.periodNew')}
    </Button>
  );
  const figure = (count: number | null | undefined): string =>
    count === null || count === undefined ? t('inclusion.notCounted') : format.number(count);
  const periods = entry.periods.toReversed();
  return (
    <Panel title={t('inclusion.periods')} actions={create}>
      {periods.length === 0 ? (
        <p className={px('none')}>{t('inclusion.periodsNone')}</p>
      ) : (
        <>
          <div className={px('scroll')}>
            <table className={px('table')} aria-label={t('inclusion.periods')}>
              <thead>
                <tr>
                  <th scope="col">{t('inclusion.period')}</th>
                  {entry.steps.map((step, index) => (
                    <th key={step.id} scope="col" className={px('figure')} title={step.name}>
                      <span aria-hidden="true">{index + 1}.</span>
                      <VisuallyHidden elementType="span">{step.name}</VisuallyHidden>
                    </th>
                  ))}
                  <th scope="col" className={px('figure')}>
                    {t('inclusion.total')}
                  </th>
                  <th scope="col" className={px('figure')}>
                    {t('inclusion.left')}
                  </th>
                  <td>&nbsp;</td>
                </tr>
              </thead>
              <tbody>
                {periods.map((period) => {
                  const name = periodText(period, language);
                  return (
                    <tr key={period.id}>
                      <th scope="row">
                        {name}
                        {period.note !== '' && <div className={px('detail')}>{period.note}</div>}
                      </th>
                      {entry.steps.map((step) => (
                        <td key={step.id} className={px('figure')}>
                          {figure(period.counts[step.id])}
                        </td>
                      ))}
                      <td className={px('figure')}>{figure(period.total)}</td>
                      <td className={px('figure')}>{figure(period.leftCount)}</td>
                      <td className={px('figure')}>
                        <IconButton
                          icon="edit"
                          size="s"
                          label={`${t('common.edit')}: ${name}`}
                          onPress={() => setEditing(period)}
                        />
                        <IconButton
                          icon="trash"
                          size="s"
                          label={t('inclusion.removeEntry', { name })}
                          onPress={() => remove.mutate(period)}
                        />
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          {periods.some(({ findings }) => findings.length > 0) && (
            <div className={px('stack')}>
              {periods
                .filter(({ findings }) => findings.length > 0)
                .map((period) => (
                  <div key={period.id}>
                    <p className={px('missing')}>
                      {t('inclusion.check')}: {periodText(period, language)}
                    </p>
                    <ul className={cx('findings')}>
                      {period.findings.map((finding) => (
                        <li key={sayFinding(finding, t, format)}>{sayFinding(finding, t, format)}</li>
                      ))}
                    </ul>
                  </div>
                ))}
            </div>
          )}
        </>
      )}
      {editing !== null && (
        <PeriodDialog
          entry={entry}
          period={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
