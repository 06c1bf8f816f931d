import { useState } from 'react';
import { ECONOMY_WORDS } from '../../../db/model/board-economy.ts';
import { WHOLE } from '../../../db/model/budget.ts';
import { yearOf } from '../../../db/model/dates.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { BudgetDialog } from '../../ui/BudgetPanel.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import parts from '../../ui/Parts.module.css';
import { saveFile } from '../../ui/save-file.ts';
import { Select } from '../../ui/Select.tsx';
import { CostDialog } from './CostDialog.tsx';
import styles from './Reports.module.css';

const cx = classes({ ...styles, ...parts });
export type BoardEconomy = Outputs['economy']['get'];
export type Cost = BoardEconomy['costs'][number];
const STARTING = ['fees', 'travel', 'rooms', 'communication', 'training'] as const;

/** Euros and cents, always with both decimals. */
export function useEuros(): (cents: number) => string {
  const format = useFormat();
  return (cents) => `${format.number(cents / 100, 2)} €`;
}

/** The board's own running costs of a year: budget against actual, funders, and every cost with its document. */
export function Economy() {
  const t = useText();
  const board = useOpenBoard();
  const now = yearOf(todayIso());
  const [year, setYear] = useRemembered('economy.year', now);
  const [isEditing, setEditing] = useState(false);
  const { data, error } = useTopicQuery(
    ['economy', 'meetings', 'actions'],
    ['economy.get', board.id, year],
    () => api.economy.get.query({ boardId: board.id, year }),
    { keepPrevious: true },
  );
  const remove = useMutationWithFeedback(() => api.economy.removeBudget.mutate({ boardId: board.id, year }), {
    done: t('economy.budgetRemoved'),
    undo: (removal) => api.economy.restoreBudget.mutate(removal),
  });
  if (!data) return error && <Banner tone="danger">{error.message}</Banner>;
  const years = [...new Set([now + 1, now, now - 1, ...data.years])].sort((a, b) => b - a);
  return (
    <div className={cx('stack')}>
      <div className={cx('choice')}>
        <Select
          label={t('economy.year')}
          width="s"
          value={String(year)}
          onChange={(id) => setYear(Number(id))}
          options={years.map((one) => ({ id: String(one), label: String(one) }))}
        />
        {data.budget !== null && (
          <>
            <Button icon="edit" onPress={() => setEditing(true)}>
              {t('economy.budgetEdit')}
            </Button>
            <Menu
              entries={[
                {
                  id: 'remove',
                  label: t('economy.budgetRemove'),
                  icon: 'trash',
                  isDangerous: true,
                  run: () => remove.mutate(undefined),
                },
              ]}
            >
              <IconButton icon="more" label={t('common.moreActions')} />
            </Menu>
          </>
        )}
      </div>
      {data.budget === null ? (
        <Panel>
          <EmptyState
            title={t('economy.empty', { year: String(year) })}
            actions={
              <Button variant="primary" icon="plus" onPress={() => setEditing(true)}>
                {t('economy.budgetNew')}
              </Button>
            }
          >
            {t('economy.emptyBody')}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <Findings economy={data} />
          <div className={cx('columns')}>
            <div className={cx('side')}>
              <Comparison economy={data} />
              <Costs economy={data} />
            </div>
            <div className={cx('side')}>
              <Funders economy={data} />
            </div>
          </div>
        </>
      )}
      {isEditing && <BoardBudgetDialog economy={data} onClose={() => setEditing(false)} />}
    </div>
  );
}

function BoardBudgetDialog({ economy, onClose }: { economy: BoardEconomy; onClose: () => void }) {
  const t = useText();
  const board = useOpenBoard();
  const { year, budget } = economy;
  const [granted, setGranted] = useState<number | null>(
    economy.grantedCents === null ? null : economy.grantedCents / 100,
  );
  return (
    <BudgetDialog
      place={{
        name: budget?.name ?? `${t('economy.tab')} ${year}`,
        budget,
        save: (version, values) =>
          api.economy.saveBudget.mutate({
            boardId: board.id,
            version,
            values: {
              year,
              grantedCents: granted === null ? null : Math.round(granted * 100),
              budget: values,
            },
          }),
        starting: STARTING.map((id) => ({
          name: t(`economy.line.${id}`),
          cents: 0,
          shares: [{ funder: board.name, share: WHOLE }],
        })),
      }}
      onClose={onClose}
    >
      <NumberField
        label={t('economy.granted')}
        description={t('economy.grantedHint')}
        minValue={0}
        value={granted}
        onChange={setGranted}
      />
    </BudgetDialog>
  );
}

function Findings({ economy }: { economy: BoardEconomy }) {
  const t = useText();
  const euros = useEuros();
  if (economy.findings.length === 0) return null;
  const sentence = (finding: BoardEconomy['findings'][number]): string => {
    switch (finding.code) {
      case 'granted_differs':
        return t(finding.differenceCents > 0 ? 'economy.finding.over' : 'economy.finding.under', {
          amount: euros(Math.abs(finding.differenceCents)),
        });
      case 'overspent':
        return t('economy.finding.overspent', { line: finding.line, amount: euros(finding.cents) });
      case 'unfunded':
        return t('economy.finding.unfunded', { amount: euros(finding.cents) });
    }
  };
  return (
    <Banner tone="warning" title={t('economy.findings')}>
      <ul className={cx('flags')}>
        {economy.findings.map((finding) => (
          <li key={sentence(finding)}>{sentence(finding)}</li>
        ))}
      </ul>
    </Banner>
  );
}

function Comparison({ economy }: { economy: BoardEconomy }) {
  const t = useText();
  const format = useFormat();
  const euros = useEuros();
  const words = ECONOMY_WORDS[useLanguage()];
  const used = ({ cents, actualCents }: { cents: number; actualCents: number }): string =>
    cents === 0 ? '–' : `${format.number((actualCents * 100) / cents, 1)} %`;
  const figures = (row: { cents: number; actualCents: number; leftCents: number }) => (
    <>
      <td className={cx('figure')}>{euros(row.cents)}</td>
      <td className={cx('figure')}>{euros(row.actualCents)}</td>
      <td className={cx('figure', row.leftCents < 0 && 'over')}>{euros(row.leftCents)}</td>
      <td className={cx('figure')}>{used(row)}</td>
    </>
  );
  return (
    <Panel title={t('economy.comparison')}>
      {economy.grantedCents !== null && (
        <p className={cx('detail')}>{t('economy.grantedNow', { amount: euros(economy.grantedCents) })}</p>
      )}
      <div className={cx('scroll')}>
        <table className={cx('table')} aria-label={t('economy.comparison')}>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col" className={cx('figure')}>
                {words.budget}
              </th>
              <th scope="col" className={cx('figure')}>
                {words.actual}
              </th>
              <th scope="col" className={cx('figure')}>
                {words.left}
              </th>
              <th scope="col" className={cx('figure')}>
                {t('economy.used')}
              </th>
            </tr>
          </thead>
          <tbody>
            {economy.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {figures(row)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              {figures(economy.total)}
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  );
}

function Funders({ economy }: { economy: BoardEconomy }) {
  const t = useText();
  const euros = useEuros();
  const words = ECONOMY_WORDS[useLanguage()];
  return (
    <Panel title={t('economy.byFunder')}>
      <div className={cx('scroll')}>
        <table className={cx('table')} aria-label={t('economy.byFunder')}>
          <thead>
            <tr>
              <th scope="col">{t('economy.funder')}</th>
              <th scope="col" className={cx('figure')}>
                {words.budget}
              </th>
              <th scope="col" className={cx('figure')}>
                {words.actual}
              </th>
            </tr>
          </thead>
          <tbody>
            {economy.funders.map((one) => (
              <tr key={one.funder}>
                <th scope="row">{one.funder}</th>
                <td className={cx('figure')}>{euros(one.cents)}</td>
                <td className={cx('figure')}>{euros(one.actualCents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Costs({ economy }: { economy: BoardEconomy }) {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const euros = useEuros();
  const board = useOpenBoard();
  const [editing, setEditing] = useState<Cost | 'new' | null>(null);
  const { year } = economy;
  const remove = useMutationWithFeedback((id: string) => api.economy.removeCost.mutate({ id }), {
    done: t('economy.costRemoved'),
    undo: (removal) => api.economy.restoreCost.mutate(removal),
  });
  return (
    <Panel
      title={t('economy.costs')}
      actions={
        <span className={cx('row')}>
          {economy.costs.length > 0 && (
            <Button
              size="s"
              icon="table"
              onPress={() =>
                void saveFile('csv', t('economy.csvFile', { year: String(year) }), (target) =>
                  api.economy.exportCosts.mutate({ boardId: board.id, year, language, target }),
                )
              }
            >
              {t('economy.export')}
            </Button>
          )}
          <Button size="s" icon="plus" onPress={() => setEditing('new')}>
            {t('economy.costNew')}
          </Button>
        </span>
      }
    >
      {economy.costs.length === 0 ? (
        <p className={cx('none')}>{t('economy.costsNone')}</p>
      ) : (
        <ul className={cx('list')}>
          {economy.costs.map((cost) => {
            const { meeting, action } = cost;
            return (
              <li key={cost.id} className={cx('entry')}>
                <div className={cx('words')}>
                  <span className={cx('main')}>{cost.description}</span>
                  <span className={cx('detail')}>
                    {[format.date(cost.bookedOn), cost.document, cost.line].join(', ')}
                  </span>
                </div>
                {meeting && (
                  <Button
                    size="s"
                    variant="quiet"
                    aria-label={`${t('economy.meeting')} ${meeting.label}`}
                    onPress={() => navigate({ name: 'meeting', id: meeting.id, part: 'agenda' })}
                  >
                    {meeting.label}
                  </Button>
                )}
                {action && (
                  <Button
                    size="s"
                    variant="quiet"
                    aria-label={`${action.code} ${action.name}`}
                    onPress={() => navigate({ name: 'volunteerAction', id: action.id })}
                  >
                    {action.code}
                  </Button>
                )}
                <span className={cx('amount')}>{euros(cost.cents)}</span>
                <IconButton
                  icon="edit"
                  size="s"
                  label={t('economy.costEdit', { document: cost.document })}
                  onPress={() => setEditing(cost)}
                />
                <IconButton
                  icon="trash"
                  size="s"
                  label={t('economy.costRemove', { document: cost.document })}
                  onPress={() => remove.mutate(cost.id)}
                />
              </li>
            );
          })}
        </ul>
      )}
      {editing !== null && (
        <CostDialog
          economy={economy}
          cost={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
