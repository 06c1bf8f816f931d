import { useState, type ReactNode } from 'react';
import {
  budgetTotals,
  missingShare,
  WHOLE,
  type BudgetLine,
  type BudgetValues,
} from '../../db/model/budget.ts';
import { useFormWrite } from '../api/mutations.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/language.ts';
import { Button, IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { EmptyState } from './EmptyState.tsx';
import { NumberField } from './NumberField.tsx';
import { Panel } from './Panel.tsx';
import { TextField } from './TextField.tsx';
import styles from './Parts.module.css';
import { PartDialog } from './PartDialog.tsx';

const cx = classes(styles);

/** A budget as its panel shows it, and how it is saved. */
export interface BudgetPlace {
  /** What it is the budget of. */
  name: string;
  budget: (BudgetValues & { version: number }) | null;
  save: (version: number, values: BudgetValues) => Promise<unknown>;
  /** The lines with which a new one begins. */
  starting?: readonly BudgetLine[];
}

/** The budget of something: lines with their funders' shares, and what they leave open. */
export function BudgetPanel({ place }: { place: BudgetPlace }) {
  const t = useText();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const { budget } = place;
  const euros = (cents: number): string => `${format.number(cents / 100, cents % 100 === 0 ? 0 : 2)} €`;
  const totals = budgetTotals(budget?.lines ?? []);
  const edit = (
    <Button icon={budget ? 'edit' : 'plus'} onPress={() => setEditing(true)}>
      {t(budget ? 'volunteering.budgetEdit' : 'volunteering.budgetNew')}
    </Button>
  );
  return (
    <div className={cx('stack')}>
      {budget === null ? (
        <Panel>
          <EmptyState title={t('volunteering.budgetNone')} actions={edit} />
        </Panel>
      ) : (
        <Panel title={t('volunteering.budget')} actions={edit}>
          <div className={cx('scroll')}>
            <table className={cx('table')}>
              <thead>
                <tr>
                  <th scope="col">{t('volunteering.budgetLineName')}</th>
                  <th scope="col">{t('volunteering.funder')}</th>
                  <th scope="col" className={cx('figure')}>
                    {t('volunteering.amount')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {budget.lines.map((line, index) => (
                  <tr key={`${String(index)} ${line.name}`}>
                    <th scope="row">{line.name}</th>
                    <td>
                      {line.shares
                        .map(({ funder, share }) => `${funder} ${percent(share, format.number)}`)
                        .join(', ')}
                      <ShareState line={line} isQuiet />
                    </td>
                    <td className={cx('figure')}>{euros(line.cents)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                {totals.funders.map(({ funder, cents }) => (
                  <tr key={funder}>
                    <td colSpan={2}>{funder}</td>
                    <td className={cx('figure')}>{euros(cents)}</td>
                  </tr>
                ))}
                {totals.openCents > 0 && (
                  <tr>
                    <td colSpan={2} className={cx('missing')}>
                      {t('volunteering.unfunded')}
                    </td>
                    <td className={cx('figure')}>{euros(totals.openCents)}</td>
                  </tr>
                )}
                <tr>
                  <th scope="row" colSpan={2}>
                    {t('volunteering.total')}
                  </th>
                  <td className={cx('figure')}>{euros(totals.cents)}</td>
                </tr>
              </tfoot>
            </table>
          </div>
        </Panel>
      )}
      {isEditing && <BudgetDialog place={place} onClose={() => setEditing(false)} />}
    </div>
  );
}

const percent = (share: number, number: (value: number, decimals?: number) => string): string =>
  `${number(share / 100, share % 100 === 0 ? 0 : 2)} %`;

/** Whether a line's shares make the whole, and what is missing when they do not. */
function ShareState({
  line,
  isQuiet = false,
}: {
  line: Pick<BudgetLine, 'shares'>;
  /** Says nothing when nothing is missing. */
  isQuiet?: boolean;
}) {
  const t = useText();
  const { number } = useFormat();
  const missing = missingShare(line);
  const decimals = missing % 100 === 0 ? 0 : 2;
  if (missing === 0)
    return isQuiet ? null : <p className={cx('detail', 'whole')}>{t('volunteering.shareWhole')}</p>;
  return missing > 0 ? (
    <p className={cx('detail', 'missing')}>
      {t('volunteering.shareMissing', { share: number(missing / 100, decimals) })}
    </p>
  ) : (
    <p className={cx('detail', 'over')}>
      {t('volunteering.shareOver', { share: number(-missing / 100, decimals) })}
    </p>
  );
}

/** The lines of a budget with their shares, as one form. */
export function BudgetDialog({
  place,
  onClose,
  children,
}: {
  place: BudgetPlace;
  onClose: () => void;
  /** Fields before the lines. */
  children?: ReactNode;
}) {
  const t = useText();
  const [lines, setLines] = useState<readonly BudgetLine[]>(
    place.budget?.lines ?? place.starting ?? [{ name: '', cents: 0, shares: [{ funder: '', share: WHOLE }] }],
  );
  const change = (index: number, part: Partial<BudgetLine>): void =>
    setLines((now) => now.map((line, place) => (place === index ? { ...line, ...part } : line)));
  const errorAt = (...path: (string | number)[]): string | undefined =>
    Object.entries(refusal?.fields ?? {}).find(([one]) => one.endsWith(path.join('.')))?.[1];
  const save = useFormWrite(
    () => place.save(place.budget?.version ?? 0, { name: place.name, year: null, lines: [...lines] }),
    {
      done: t('volunteering.budgetSaved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <PartDialog
      title={t('volunteering.budget')}
      width="wide"
      refusal={refusal}
      isPending={save.isPending}
      onSave={() => save.mutate(undefined)}
      onClose={onClose}
    >
      {children}
      {lines.map((line, index) => (
        <fieldset
          key={String(index)}
          className={cx('line')}
          aria-label={t('volunteering.budgetLine', { number: index + 1 })}
        >
          <div className={cx('lineHead')}>
            <div className={cx('grow')}>
              <TextField
                label={t('volunteering.budgetLineName')}
                isRequired
                value={line.name}
                onChange={(name) => change(index, { name })}
                error={errorAt('lines', index, 'name')}
              />
            </div>
            <NumberField
              label={t('volunteering.amount')}
              value={line.cents / 100}
              onChange={(euros) => change(index, { cents: Math.round((euros ?? 0) * 100) })}
              error={errorAt('lines', index, 'cents')}
            />
            <IconButton
              icon="trash"
              label={t('volunteering.budgetLineRemove', { number: index + 1 })}
              onPress={() => setLines((now) => now.filter((_, place) => place !== index))}
            />
          </div>
          <div className={cx('shares')}>
            {line.shares.map((share, place) => {
              const put = (part: Partial<typeof share>): void =>
                change(index, {
                  shares: line.shares.map((one, other) => (other === place ? { ...one, ...part } : one)),
                });
              return (
                <div key={String(place)} className={cx('lineHead')}>
                  <div className={cx('grow')}>
                    <TextField
                      label={t('volunteering.funder')}
                      value={share.funder}
                      onChange={(funder) => put({ funder })}
                      error={errorAt('lines', index, 'shares', place, 'funder')}
                    />
                  </div>
                  <NumberField
                    label={t('volunteering.share')}
                    value={share.share / 100}
                    onChange={(value) => put({ share: Math.round((value ?? 0) * 100) })}
                    error={errorAt('lines', index, 'shares', place, 'share')}
                  />
                  <IconButton
                    icon="close"
                    label={t('volunteering.shareRemove', { funder: share.funder })}
                    onPress={() =>
                      change(index, { shares: line.shares.filter((_, other) => other !== place) })
                    }
                  />
                </div>
              );
            })}
            <ShareState line={line} />
            <div>
              <Button
                size="s"
                icon="plus"
                onPress={() =>
                  change(index, {
                    shares: [...line.shares, { funder: '', share: Math.max(1, missingShare(line)) }],
                  })
                }
              >
                {t('volunteering.shareAdd')}
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          icon="plus"
          onPress={() =>
            setLines((now) => [...now, { name: '', cents: 0, shares: [{ funder: '', share: WHOLE }] }])
          }
        >
          {t('volunteering.budgetLineAdd')}
        </Button>
      </div>
    </PartDialog>
  );
}
