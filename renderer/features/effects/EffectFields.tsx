import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { Select } from '../../ui/Select.tsx';
import type { EffectDraft, SeatRole } from './effect-draft.ts';
import type { RulesEditor } from './EffectForm.tsx';
import { PracticeFields } from './PracticeFields.tsx';
import { settingWords } from './effect-words.ts';
import styles from './Effects.module.css';
import {
  findOrganisations,
  findPersons,
  matching,
  type Composition,
  type PersonOption,
} from './use-effects.ts';

const cx = classes(styles);

interface Props {
  draft: EffectDraft;
  boardId: string;
  composition: Composition | undefined;
  change: (part: Partial<EffectDraft>) => void;
  /** Said of what is not filled in; undefined until saving was tried. */
  missing: string | undefined;
  fields: Readonly<Record<string, string>>;
  rulesEditor: RulesEditor;
}

/** The fields that the kind of the effect asks for. */
export function EffectFields(props: Props) {
  const t = useText();
  const { draft, change } = props;
  switch (draft.kind) {
    case 'seat_filled':
      return (
        <>
          <div className={cx('row')}>
            <Select<SeatRole>
              label={t('effects.role')}
              width="s"
              value={draft.role}
              options={(['member', 'deputy'] as const).map((id) => ({ id, label: t(`effects.role.${id}`) }))}
              onChange={(role) => change({ role })}
            />
            <SeatField {...props} />
          </div>
          <div className={cx('row')}>
            <PersonField {...props} />
            <OrganisationField {...props} label={t('effects.represents')} isRequired={false} />
          </div>
        </>
      );
    case 'seat_vacated':
      return (
        <div className={cx('row')}>
          <LeaverField {...props} />
          <Select
            label={t('effects.cause')}
            width="s"
            value={draft.cause}
            options={(['resignation', 'release', 'other'] as const).map((id) => ({
              id,
              label: t(`effects.cause.${id}`),
            }))}
            onChange={(cause) => change({ cause })}
          />
        </div>
      );
    case 'deputy_rises':
      return (
        <div className={cx('row')}>
          <RiserField {...props} />
          <OrganisationField
            {...props}
            label={t('effects.askOrganisation')}
            isRequired={false}
            hint={t('effects.askHint')}
          />
        </div>
      );
    case 'office_elected':
      return (
        <div className={cx('row')}>
          <Select
            label={t('effects.office')}
            width="s"
            value={draft.office}
            options={(['chair', 'vice_chair'] as const).map((id) => ({
              id,
              label: t(`effects.office.${id}`),
            }))}
            onChange={(office) => change({ office })}
          />
          <PersonField {...props} />
        </div>
      );
    case 'organisation_admitted':
    case 'organisation_resigned':
      return <OrganisationField {...props} label={t('effects.organisation')} isRequired />;
    case 'rules_changed':
      return <RulesField {...props} />;
    case 'practice_stage_changed':
      return <PracticeFields {...props} />;
  }
}

function SeatField({ draft, composition, change, missing, fields }: Props) {
  const t = useText();
  const language = useLanguage();
  const options = (composition?.seats ?? []).map((seat): Option => {
    const holder = seat[draft.role];
    return {
      id: seat.id,
      label: t('effects.seatOf', { number: seat.number }),
      detail: [
        holder === null ? t('effects.seatVacant') : holder.person.name,
        seat.field ? inLanguage(seat.field.name, language) : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    };
  });
  return (
    <ComboBox
      label={t('effects.seat')}
      width="m"
      value={options.find(({ id }) => id === draft.seatId) ?? null}
      onChange={(option) => {
        const before = composition?.seats.find(({ id }) => id === option?.id)?.[draft.role]?.organisation;
        change({
          seatId: option?.id ?? null,
          // The same organisation names the next one.
          ...(before && draft.organisation === null
            ? { organisation: { id: before.id, label: before.name.fi } }
            : {}),
        });
      }}
      load={(text) => matching(options, text)}
      error={fields['seatId'] ?? (draft.seatId === null ? missing : undefined)}
      isRequired
    />
  );
}

function PersonField({ draft, change, missing, fields }: Props) {
  const t = useText();
  const [found] = useState(() => new Map<string, PersonOption>());
  const value = draft.newName === null ? draft.person : { id: 'new', label: draft.newName };
  return (
    <ComboBox
      label={t('effects.person')}
      width="m"
      value={value}
      onChange={(person) => {
        const own = person === null ? null : (found.get(person.id)?.organisation ?? null);
        change({
          person,
          newName: null,
          ...(own !== null && draft.kind === 'seat_filled' ? { organisation: own } : {}),
        });
      }}
      load={async (text) => {
        const options = await findPersons(text);
        for (const option of options) found.set(option.id, option);
        return options;
      }}
      onCreate={(name) => change({ person: null, newName: name })}
      createLabel={(name) => t('effects.personCreate', { name })}
      error={fields['personId'] ?? fields['name'] ?? (value === null ? missing : undefined)}
      isRequired
    />
  );
}

function OrganisationField({
  draft,
  change,
  missing,
  fields,
  label,
  isRequired,
  hint,
}: Props & { label: string; isRequired: boolean; hint?: string }) {
  return (
    <ComboBox
      label={label}
      width="m"
      {...(hint === undefined ? {} : { description: hint })}
      value={draft.organisation}
      onChange={(organisation) => change({ organisation })}
      load={findOrganisations}
      error={fields['organisationId'] ?? (isRequired && draft.organisation === null ? missing : undefined)}
      isRequired={isRequired}
    />
  );
}

/** Everybody who holds a seat, with the seat. */
function LeaverField({ draft, composition, change, missing }: Props) {
  const t = useText();
  const options = (composition?.seats ?? []).flatMap((seat) =>
    (['member', 'deputy'] as const).flatMap((role) => {
      const holder = seat[role];
      return holder === null
        ? []
        : [
            {
              id: `${seat.id} ${role}`,
              label: t('effects.leaverOf', {
                name: holder.person.name,
                number: seat.number,
                role: t(`effects.role.${role}`),
              }),
              detail: holder.organisation?.name.fi,
              seatId: seat.id,
              role,
              person: { id: holder.person.id, label: holder.person.name },
            },
          ];
    }),
  );
  return (
    <ComboBox
      label={t('effects.leaver')}
      width="m"
      value={options.find(({ id }) => id === `${draft.seatId ?? ''} ${draft.role}`) ?? null}
      onChange={(option) => {
        const chosen = options.find(({ id }) => id === option?.id);
        change({
          seatId: chosen?.seatId ?? null,
          role: chosen?.role ?? 'member',
          person: chosen?.person ?? null,
        });
      }}
      load={(text) => matching(options, text)}
      error={draft.seatId === null ? missing : undefined}
      isRequired
    />
  );
}

/** Every deputy, with the seat to which he would rise. */
function RiserField({ draft, composition, change, missing }: Props) {
  const t = useText();
  const options = (composition?.seats ?? []).flatMap((seat) =>
    seat.deputy === null
      ? []
      : [
          {
            id: seat.id,
            label: t('effects.leaverOf', {
              name: seat.deputy.person.name,
              number: seat.number,
              role: t('effects.role.deputy'),
            }),
            detail: seat.member === null ? t('effects.seatVacant') : seat.member.person.name,
            person: { id: seat.deputy.person.id, label: seat.deputy.person.name },
            asked: seat.member?.organisation ?? seat.deputy.organisation,
          },
        ],
  );
  return (
    <ComboBox
      label={t('effects.role.deputy')}
      width="m"
      value={options.find(({ id }) => id === draft.seatId) ?? null}
      onChange={(option) => {
        const chosen = options.find(({ id }) => id === option?.id);
        change({
          seatId: chosen?.id ?? null,
          person: chosen?.person ?? null,
          organisation: chosen?.asked ? { id: chosen.asked.id, label: chosen.asked.name.fi } : null,
        });
      }}
      load={(text) => matching(options, text)}
      error={draft.seatId === null ? missing : undefined}
      isRequired
    />
  );
}

function RulesField({ draft, composition, change, missing, rulesEditor }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const now = composition?.rules;
  const changed =
    draft.rules === null || now === undefined
      ? []
      : (Object.keys(draft.rules) as (keyof typeof now)[]).filter(
          (name) => JSON.stringify(draft.rules?.[name]) !== JSON.stringify(now[name]),
        );
  return (
    <div className={cx('row')}>
      <p className={cx('muted')}>
        {changed.length > 0
          ? t('effects.rulesEntered', {
              settings: settingWords(changed, t as (key: Parameters<typeof t>[0]) => string),
            })
          : (missing ?? t('effects.rulesNone'))}
      </p>
      <Button icon="edit" isDisabled={now === undefined} onPress={() => setOpen(true)}>
        {t('effects.rulesEdit')}
      </Button>
      {isOpen &&
        now !== undefined &&
        rulesEditor({
          rules: draft.rules ?? now,
          validFrom: draft.date ?? '',
          onSave: ({ validFrom, rules }) => {
            change({ date: validFrom, rules });
            setOpen(false);
          },
          onClose: () => setOpen(false),
        })}
    </div>
  );
}
