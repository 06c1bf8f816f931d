import { useState } from 'react';
import { LANGUAGES, type Language } from '../../../db/model/language.ts';
import {
  FIRST_LIST,
  BOARD_ROLES,
  type BoardRole,
  type ListPart,
  type ListRules,
} from '../../../db/model/mailing-list.ts';
import { POSITION_ROLES, type PositionRole } from '../../../db/model/organisation.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Deliveries.module.css';
import { useLists, type MailingList } from './use-deliveries.ts';

const cx = classes(styles);

/** The saved mailing lists: making, changing, removing. */
export function ListsDialog({ boardId, onClose }: { boardId: string; onClose: () => void }) {
  const t = useText();
  const lists = useLists(boardId);
  const [edited, setEdited] = useState<MailingList | 'new' | null>(null);
  const remove = useMutationWithFeedback(({ id }: MailingList) => api.deliveries.removeList.mutate({ id }), {
    done: (_, { name }) => t('deliveries.listRemoved', { name }),
    undo: ({ name, rules }) => api.deliveries.saveList.mutate({ boardId, name, rules }),
  });
  if (edited !== null)
    return (
      <ListForm boardId={boardId} list={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
    );
  return (
    <Dialog
      isOpen
      title={t('deliveries.lists')}
      lead={t('deliveries.listsLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button variant="primary" icon="plus" onPress={() => setEdited('new')}>
            {t('deliveries.newList')}
          </Button>
        </>
      }
    >
      {lists?.length === 0 ? (
        <EmptyState title={t('deliveries.noLists')} />
      ) : (
        <ul className={cx('lists')}>
          {lists?.map((list) => (
            <li key={list.id} className={cx('listRow')}>
              <span className={cx('listName')}>{list.name}</span>
              <IconButton
                icon="edit"
                variant="quiet"
                label={t('deliveries.editList', { name: list.name })}
                onPress={() => setEdited(list)}
              />
              <IconButton
                icon="trash"
                variant="quiet"
                label={t('deliveries.removeList', { name: list.name })}
                onPress={() => remove.mutate(list)}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

type Where = 'none' | 'network' | 'register';

/** What the form shows of the rules; parts that it does not know are kept as they are. */
interface Choices {
  board: readonly BoardRole[];
  nominators: boolean;
  organisations: Where;
  positions: Where;
  positionRoles: readonly PositionRole[];
  fieldId: string | null;
  languages: readonly Language[];
}

function choicesOf({ parts, languages }: ListRules): Choices {
  const part = <Of extends ListPart['of']>(of: Of) =>
    parts.find((one): one is Extract<ListPart, { of: Of }> => one.of === of);
  const organisations = part('organisations');
  const positions = part('positions');
  return {
    board: part('board')?.roles ?? [],
    nominators: part('nominators') !== undefined,
    organisations: organisations?.within ?? 'none',
    positions: positions?.within ?? 'none',
    positionRoles: positions?.roles ?? ['chair', 'contact'],
    fieldId: organisations?.fieldIds?.[0] ?? positions?.fieldIds?.[0] ?? null,
    languages,
  };
}

function rulesOf(choices: Choices, before: ListRules): ListRules {
  const old = (of: 'organisations' | 'positions') =>
    before.parts.find(
      (part): part is Extract<ListPart, { of: 'organisations' | 'positions' }> => part.of === of,
    );
  const fieldIds = choices.fieldId === null ? [] : [choices.fieldId];
  const narrowed = (of: 'organisations' | 'positions', within: 'network' | 'register') => ({
    within,
    fieldIds,
    municipalityCodes: old(of)?.municipalityCodes ?? [],
  });
  const parts: ListPart[] = [];
  if (choices.board.length > 0) parts.push({ of: 'board', roles: [...choices.board] });
  if (choices.nominators) parts.push({ of: 'nominators' });
  if (choices.organisations !== 'none')
    parts.push({ of: 'organisations', ...narrowed('organisations', choices.organisations) });
  if (choices.positions !== 'none' && choices.positionRoles.length > 0)
    parts.push({
      of: 'positions',
      roles: [...choices.positionRoles],
      ...narrowed('positions', choices.positions),
    });
  parts.push(...before.parts.filter(({ of }) => of === 'named'));
  return { ...before, parts, languages: [...choices.languages] };
}

function toggled<T>(list: readonly T[], one: T, isOn: boolean): readonly T[] {
  return isOn ? [...list, one] : list.filter((other) => other !== one);
}

function ListForm({
  boardId,
  list,
  onClose,
}: {
  boardId: string;
  list: MailingList | null;
  onClose: () => void;
}) {
  const t = useText();
  const language = useLanguage();
  const [name, setName] = useState(list?.name ?? '');
  const [choices, setChoices] = useState(() => choicesOf(list?.rules ?? FIRST_LIST));
  const [error, setError] = useState<string | null>(null);
  const rules = rulesOf(choices, list?.rules ?? { ...FIRST_LIST, parts: [] });
  const isEmpty = rules.parts.length === 0;
  const { data: entries } = useTopicQuery(
    ['boards', 'persons', 'organisations'],
    ['deliveries.preview', boardId, rules],
    () => (isEmpty ? Promise.resolve([]) : api.deliveries.preview.query({ boardId, rules })),
    { keepPrevious: true },
  );
  const { data: fields } = useTopicQuery(['boards', 'workspace'], ['classifications.fields'], () =>
    api.classifications.fields.query(),
  );
  const save = useMutationWithFeedback(api.deliveries.saveList.mutate, {
    done: (saved) => t('deliveries.listSaved', { name: saved.name }),
    onSuccess: onClose,
    onError: (problem) => {
      setError(problem.message);
      return true;
    },
  });
  const change = (part: Partial<Choices>): void => setChoices((now) => ({ ...now, ...part }));
  const where: { id: Where; label: string }[] = [
    { id: 'none', label: t('deliveries.where.none') },
    { id: 'network', label: t('deliveries.where.network') },
    { id: 'register', label: t('deliveries.where.register') },
  ];
  return (
    <Dialog
      isOpen
      title={list === null ? t('deliveries.newList') : t('deliveries.editList', { name: list.name })}
      onClose={onClose}
      aside={
        <span className={cx('found')} role="status">
          {t('deliveries.found', { count: entries?.length ?? 0 })}
        </span>
      }
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            isPending={save.isPending}
            isDisabled={isEmpty || name.trim() === ''}
            onPress={() =>
              save.mutate({ id: list?.id ?? null, version: list?.version ?? null, boardId, name, rules })
            }
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('deliveries.listName')}
        value={name}
        onChange={(next) => {
          setName(next);
          setError(null);
        }}
        error={error ?? undefined}
        isRequired
      />
      <fieldset className={cx('group')}>
        <legend className={cx('legend')}>{t('deliveries.fromBoard')}</legend>
        <div className={cx('choices')}>
          {BOARD_ROLES.map((role) => (
            <Checkbox
              key={role}
              isSelected={choices.board.includes(role)}
              onChange={(isOn) => change({ board: toggled(choices.board, role, isOn) })}
            >
              {t(`deliveries.roles.${role}`)}
            </Checkbox>
          ))}
          <Checkbox isSelected={choices.nominators} onChange={(nominators) => change({ nominators })}>
            {t('deliveries.nominators')}
          </Checkbox>
        </div>
      </fieldset>
      <Select
        label={t('deliveries.organisations')}
        description={t('deliveries.organisationsHint')}
        value={choices.organisations}
        onChange={(organisations) => change({ organisations })}
        options={where}
      />
      <Select
        label={t('deliveries.positions')}
        value={choices.positions}
        onChange={(positions) => change({ positions })}
        options={where}
      />
      {choices.positions !== 'none' && (
        <fieldset className={cx('group')}>
          <legend className={cx('legend')}>{t('deliveries.positionRoles')}</legend>
          <div className={cx('choices')}>
            {POSITION_ROLES.map((role) => (
              <Checkbox
                key={role}
                isSelected={choices.positionRoles.includes(role)}
                onChange={(isOn) => change({ positionRoles: toggled(choices.positionRoles, role, isOn) })}
              >
                {t(`organisations.role.${role}`)}
              </Checkbox>
            ))}
          </div>
        </fieldset>
      )}
      {(choices.organisations !== 'none' || choices.positions !== 'none') && (
        <Select
          label={t('deliveries.field')}
          value={choices.fieldId ?? 'all'}
          onChange={(id) => change({ fieldId: id === 'all' ? null : id })}
          options={[
            { id: 'all', label: t('deliveries.allFields') },
            ...(fields ?? []).map((field) => ({ id: field.id, label: inLanguage(field.name, language) })),
          ]}
        />
      )}
      <fieldset className={cx('group')}>
        <legend className={cx('legend')}>{t('deliveries.languages')}</legend>
        <div className={cx('choices')}>
          {LANGUAGES.map((one) => (
            <Checkbox
              key={one}
              isSelected={choices.languages.includes(one)}
              onChange={(isOn) => change({ languages: toggled(choices.languages, one, isOn) })}
            >
              {t(`deliveries.language.${one}`)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </Dialog>
  );
}
