import { useState } from 'react';
import { CONFLICT_GROUNDS, type ConflictGround } from '../../../db/model/facts.ts';
import type { ConflictInput } from '../../../db/model/meeting.ts';
import { SEEN_OF, type Seen } from '../../../db/model/seen.ts';
import type { ConflictView } from '../../../db/model/meeting-view.ts';
import { conflictGroundText } from '../../../db/model/conflict.ts';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import type { TextKey } from '../../i18n/fi.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CommitTime } from './CommitTime.tsx';
import { attendanceChange, conflictChange, conflictRemoval } from './optimistic.ts';
import { presentOf } from './people.ts';
import { matching } from './register.ts';
import { Entries, Entry, InlineForm, InlineRow, Muted, Section } from './Section.tsx';
import { writeSeen } from './seen-writes.ts';
import { useWorkspace } from './use-meeting.ts';

const KNOWN_ROLES = [
  'chair',
  'vice_chair',
  'board_member',
  'deputy_board_member',
  'manager',
  'employee',
] as const;

/** Who is in conflict in the item, with the ground; suggestions of the register; the form for another one. */
export function ConflictSection({ isAdding, onAdded }: { isAdding: boolean; onAdded: () => void }) {
  const { view, item, mayRecord, stamp, act } = useWorkspace();
  const t = useText();
  const [editing, setEditing] = useState<string | null>(null);
  const save: Save = ({ itemId, personId, ...values }, opened) => {
    const mine: Seen<'conflict'> = {
      ground: values.ground,
      explanation: values.explanation ?? '',
      declaredBy: values.declaredBy ?? 'self',
      leftAt: values.leftAt ?? null,
      returnedAt: values.returnedAt ?? null,
    };
    const known = item.conflicts.find(({ person }) => person.id === personId);
    void act(
      () =>
        writeSeen({
          meetingId: view.id,
          kind: 'conflict',
          id: known?.id ?? null,
          seen: opened,
          mine,
          send: (now, seen) =>
            api.live.saveConflict.mutate({ values: { itemId, personId, ...(now ?? mine) }, seen }),
        }),
      conflictChange({ itemId, personId, ...values }),
    );
  };
  const roleName = (role: string): string => {
    const known = KNOWN_ROLES.find((one) => one === role);
    return known === undefined ? role : t(`workspace.positionRole.${known}` satisfies TextKey);
  };
  if (!isAdding && item.conflicts.length === 0 && (item.suggestedConflicts.length === 0 || !mayRecord))
    return null;
  return (
    <Section title={t('workspace.conflicts')}>
      {mayRecord &&
        item.suggestedConflicts.map((one) => (
          <Banner
            key={`${one.person.id} ${one.ground}`}
            tone="warning"
            actions={
              <Button
                size="s"
                onPress={() =>
                  save(
                    {
                      itemId: item.id,
                      personId: one.person.id,
                      ground: one.ground,
                      explanation: `${roleName(one.role)}, ${one.organisation}`,
                      leftAt: stamp(),
                    },
                    null,
                  )
                }
              >
                {t('workspace.conflict.accept')}
              </Button>
            }
          >
            {t('workspace.conflict.suggested', {
              name: one.person.name,
              role: roleName(one.role),
              organisation: one.organisation,
            })}
          </Banner>
        ))}
      {item.conflicts.length > 0 && (
        <Entries>
          {item.conflicts.map((conflict) =>
            editing === conflict.id ? (
              <li key={conflict.id}>
                <ConflictForm conflict={conflict} onSave={save} onClose={() => setEditing(null)} />
              </li>
            ) : (
              <ConflictEntry
                key={conflict.id}
                conflict={conflict}
                onSave={save}
                onEdit={() => setEditing(conflict.id)}
              />
            ),
          )}
        </Entries>
      )}
      {isAdding && <ConflictForm conflict={null} onSave={save} onClose={onAdded} />}
    </Section>
  );
}

/** Stores a conflict; `opened`: as this window knew it, null when it knew of none. */
type Save = (input: ConflictInput, opened: Seen<'conflict'> | null) => void;

/** What `saveConflict` takes, from what is recorded. */
function inputOf(itemId: string, conflict: ConflictView): ConflictInput {
  const { person, ground, explanation, declaredBy, leftAt, returnedAt } = conflict;
  return { itemId, personId: person.id, ground, explanation, declaredBy, leftAt, returnedAt };
}

function ConflictEntry({
  conflict,
  onSave,
  onEdit,
}: {
  conflict: ConflictView;
  onSave: Save;
  onEdit: () => void;
}) {
  const { view, item, mayRecord, stamp, act } = useWorkspace();
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const seat = view.seats.find(({ member }) => member?.id === conflict.person.id);
  const deputy = view.rules.deputies === 'personal' ? (seat?.deputy ?? null) : null;
  const deputyMayCome =
    deputy !== null &&
    !item.status.presentIds.includes(deputy.id) &&
    !item.conflicts.some(({ person }) => person.id === deputy.id);
  const isPending = conflict.id.startsWith('pending:');
  const callDeputy = (): void => {
    if (deputy === null) return;
    const event = {
      meetingId: view.id,
      personId: deputy.id,
      event: 'arrive' as const,
      capacity: 'deputy' as const,
      itemId: item.id,
      time: stamp(),
    };
    void act(() => api.live.attendance.mutate(event), attendanceChange(event));
  };
  return (
    <Entry
      tone="warning"
      actions={
        mayRecord &&
        !isPending && (
          <>
            {deputyMayCome && (
              <Button size="s" variant="quiet" icon="arrive" onPress={callDeputy}>
                {t('workspace.conflict.deputyIn')}
              </Button>
            )}
            {conflict.leftAt !== null && conflict.returnedAt === null && (
              <Button
                size="s"
                variant="quiet"
                onPress={() =>
                  onSave({ ...inputOf(item.id, conflict), returnedAt: stamp() }, SEEN_OF.conflict(conflict))
                }
              >
                {t('workspace.conflict.returned')}
              </Button>
            )}
            <IconButton
              icon="edit"
              size="s"
              label={`${t('common.edit')}: ${conflict.person.name}`}
              onPress={onEdit}
            />
            <IconButton
              icon="trash"
              size="s"
              label={t('workspace.conflict.remove', { name: conflict.person.name })}
              onPress={() =>
                void act(
                  () =>
                    writeSeen({
                      meetingId: view.id,
                      kind: 'conflict',
                      id: conflict.id,
                      seen: SEEN_OF.conflict(conflict),
                      mine: null,
                      send: async (_none, seen) => {
                        await api.live.remove.mutate({ what: 'conflict', id: conflict.id, seen: seen! });
                        return true;
                      },
                    }),
                  conflictRemoval(conflict.id),
                )
              }
            />
          </>
        )
      }
    >
      <strong>{conflict.person.name}</strong>{' '}
      {conflict.leftAt !== null && (
        <Muted>
          {conflict.returnedAt === null
            ? t('workspace.conflict.awaySince', { from: format.time(conflict.leftAt) })
            : t('workspace.conflict.away', {
                from: format.time(conflict.leftAt),
                to: format.time(conflict.returnedAt),
              })}
        </Muted>
      )}
      <div>
        {conflictGroundText(conflict.ground, conflict.explanation, language, view.rules.legal.conflict)}
      </div>
      {deputyMayCome && <Muted>{t('workspace.conflict.deputyMay', { name: deputy.name })}</Muted>}
    </Entry>
  );
}

function ConflictForm({
  conflict,
  onSave,
  onClose,
}: {
  conflict: ConflictView | null;
  onSave: Save;
  onClose: () => void;
}) {
  const { view, item, stamp } = useWorkspace();
  const t = useText();
  const [person, setPerson] = useState<Option | null>(
    conflict === null ? null : { id: conflict.person.id, label: conflict.person.name },
  );
  // Another window may change the conflict while the form is open.
  const [opened] = useState(() => (conflict === null ? null : SEEN_OF.conflict(conflict)));
  const [ground, setGround] = useState<ConflictGround>(conflict?.ground ?? 'body_member');
  const [explanation, setExplanation] = useState(conflict?.explanation ?? '');
  const [declaredBy, setDeclaredBy] = useState<'self' | 'board'>(conflict?.declaredBy ?? 'self');
  const [leftAt, setLeftAt] = useState<string | null>(() => conflict?.leftAt ?? stamp());
  const [returnedAt, setReturnedAt] = useState<string | null>(conflict?.returnedAt ?? null);
  const [isTried, setTried] = useState(false);
  const needsWords = ground === 'other' && explanation.trim() === '';
  const people = presentOf(view, item).map(({ id, name }) => ({ id, label: name }));
  const save = (): void => {
    setTried(true);
    if (person === null || needsWords) return;
    onSave(
      { itemId: item.id, personId: person.id, ground, explanation, declaredBy, leftAt, returnedAt },
      opened,
    );
    onClose();
  };
  return (
    <InlineForm label={t('workspace.conflict.add')}>
      <InlineRow>
        <ComboBox
          label={t('workspace.conflict.person')}
          width="m"
          value={person}
          onChange={setPerson}
          load={(text) => matching(people, text)}
          isDisabled={conflict !== null}
          {...{ autoFocus: conflict === null }}
          error={isTried && person === null ? t('workspace.proposal.personRequired') : undefined}
        />
        <Select
          label={t('workspace.conflict.ground')}
          width="m"
          description={view.rules.legal.conflict}
          options={CONFLICT_GROUNDS.map((id) => ({ id, label: t(`workspace.ground.${id}`) }))}
          value={ground}
          onChange={setGround}
        />
      </InlineRow>
      <TextField
        label={t('workspace.conflict.explanation')}
        description={t('workspace.conflict.explanationHint')}
        value={explanation}
        onChange={setExplanation}
        isRequired={ground === 'other'}
        error={isTried && needsWords ? t('workspace.conflict.explanationRequired') : undefined}
      />
      <InlineRow>
        <RadioGroup
          label={t('workspace.conflict.declaredBy')}
          isInline
          value={declaredBy}
          onChange={setDeclaredBy}
          width="m"
          options={[
            { id: 'self', label: t('workspace.conflict.self') },
            { id: 'board', label: t('workspace.conflict.board') },
          ]}
        />
        <CommitTime label={t('workspace.conflict.leftAt')} value={leftAt} onCommit={setLeftAt} />
        <CommitTime label={t('workspace.conflict.returnedAt')} value={returnedAt} onCommit={setReturnedAt} />
      </InlineRow>
      <InlineRow>
        <Button variant="primary" onPress={save}>
          {t('common.save')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </InlineRow>
    </InlineForm>
  );
}
