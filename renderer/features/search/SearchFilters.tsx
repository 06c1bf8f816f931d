import type { DecisionType } from '../../../db/model/decision.ts';
import { DECISION_TYPES } from '../../../db/model/decision.ts';
import { ITEM_KINDS, type ItemKind } from '../../../db/model/meeting.ts';
import { MEETING_STATES, type MeetingState } from '../../../db/model/meeting-state.ts';
import type { FoundMinutes, MinutesSearchInput } from '../../../db/model/minutes-search.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Search.module.css';

const cx = classes(styles);
const ANY = 'any';

export interface Filters {
  boardId: string | null;
  yearFrom: number | null;
  yearTo: number | null;
  kind: ItemKind | null;
  decisionType: DecisionType | null;
  person: Option | null;
  organisation: Option | null;
  conflicted: boolean;
  state: MeetingState | null;
}

export const NO_FILTERS: Filters = {
  boardId: null,
  yearFrom: null,
  yearTo: null,
  kind: null,
  decisionType: null,
  person: null,
  organisation: null,
  conflicted: false,
  state: null,
};

export function requestOf(text: string, { person, organisation, ...rest }: Filters): MinutesSearchInput {
  return { ...rest, text, personId: person?.id ?? null, organisationId: organisation?.id ?? null };
}

const FIRST = 30;

/** What narrows the search, each value with the number of items that it would give. */
export function SearchFilters({
  filters,
  counts,
  boards,
  onChange,
}: {
  filters: Filters;
  counts: FoundMinutes['counts'] | null;
  boards: readonly Option[] | readonly { id: string; name: string }[];
  onChange: (filters: Filters) => void;
}) {
  const t = useText();
  const change = (part: Partial<Filters>): void => {
    const next = { ...filters, ...part };
    const isEmpty = (Object.keys(next) as (keyof Filters)[]).every((name) => next[name] === NO_FILTERS[name]);
    onChange(isEmpty ? NO_FILTERS : next);
  };
  const counted = (label: string, count: number | undefined): string =>
    count === undefined ? label : t('search.counted', { label, count });
  const any = { id: ANY, label: t('search.any') };
  const years = [
    ...new Set([
      ...Object.keys(counts?.years ?? {}).map(Number),
      ...[filters.yearFrom, filters.yearTo].filter((year) => year !== null),
    ]),
  ].toSorted((a, b) => b - a);
  const year = (which: 'yearFrom' | 'yearTo') => (
    <Select
      label={t(`search.${which}`)}
      width="s"
      value={String(filters[which] ?? ANY)}
      options={[
        any,
        ...years.map((one) => ({ id: String(one), label: counted(String(one), counts?.years[String(one)]) })),
      ]}
      onChange={(id) => change({ [which]: id === ANY ? null : Number(id) })}
    />
  );
  return (
    <div className={cx('filters')} role="group" aria-label={t('search.filters')}>
      {boards.length > 1 && (
        <Select
          label={t('search.board')}
          width="s"
          value={filters.boardId ?? ANY}
          options={[
            any,
            ...boards.map((one) => ({ id: one.id, label: 'name' in one ? one.name : one.label })),
          ]}
          onChange={(id) => change({ boardId: id === ANY ? null : id })}
        />
      )}
      {year('yearFrom')}
      {year('yearTo')}
      <Select<ItemKind | typeof ANY>
        label={t('search.kind')}
        width="s"
        value={filters.kind ?? ANY}
        options={[
          { ...any, id: ANY },
          ...ITEM_KINDS.filter((kind) => kind === filters.kind || counts?.kinds[kind] !== undefined).map(
            (kind) => ({ id: kind, label: counted(t(`agenda.kind.${kind}`), counts?.kinds[kind]) }),
          ),
        ]}
        onChange={(id) => change({ kind: id === ANY ? null : id })}
      />
      <Select<DecisionType | typeof ANY>
        label={t('search.decisionType')}
        width="s"
        value={filters.decisionType ?? ANY}
        options={[
          { ...any, id: ANY },
          ...DECISION_TYPES.filter(
            (type) => type === filters.decisionType || counts?.decisionTypes[type] !== undefined,
          ).map((type) => ({
            id: type,
            label: counted(t(`workspace.decision.${type}`), counts?.decisionTypes[type]),
          })),
        ]}
        onChange={(id) => change({ decisionType: id === ANY ? null : id })}
      />
      <Select<MeetingState | typeof ANY>
        label={t('search.state')}
        width="s"
        value={filters.state ?? ANY}
        options={[
          { ...any, id: ANY },
          ...MEETING_STATES.map((state) => ({ id: state, label: t(`meetings.state.${state}`) })),
        ]}
        onChange={(id) => change({ state: id === ANY ? null : id })}
      />
      <ComboBox
        label={t('search.person')}
        placeholder={t('search.any')}
        width="s"
        value={filters.person}
        onChange={(person) => change({ person })}
        load={async (text) => {
          const { rows } = await api.persons.list.query({ text, limit: FIRST });
          return rows.map((row) => ({ id: row.id, label: row.name, detail: row.organisation ?? undefined }));
        }}
      />
      <ComboBox
        label={t('search.organisation')}
        placeholder={t('search.any')}
        width="s"
        value={filters.organisation}
        onChange={(organisation) => change({ organisation })}
        load={async (text) => {
          const { rows } = await api.organisations.list.query({ text, limit: FIRST });
          return rows.map((row) => ({ id: row.id, label: row.name.fi }));
        }}
      />
      <Checkbox isSelected={filters.conflicted} onChange={(conflicted) => change({ conflicted })}>
        {t('search.conflicted')}
      </Checkbox>
      {filters !== NO_FILTERS && (
        <Button size="s" variant="quiet" icon="close" onPress={() => onChange(NO_FILTERS)}>
          {t('common.clearFilters')}
        </Button>
      )}
    </div>
  );
}
