import { useMemo, useState } from 'react';
import type { DissentView } from '../../../db/model/meeting-view.ts';
import { SEEN_OF, type Seen } from '../../../db/model/seen.ts';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { peopleOf } from './people.ts';
import { Entries, Entry, InlineForm, InlineRow, Muted, Section } from './Section.tsx';
import { writeSeen } from './seen-writes.ts';
import { useWorkspace } from './use-meeting.ts';
import { dissenters } from './view-facts.ts';

/** Dissenting opinions; only those may record one to whom the rules allow it, and the rules say why. */
export function DissentSection({ isAdding, onAdded }: { isAdding: boolean; onAdded: () => void }) {
  const { view, item, mayRecord, act } = useWorkspace();
  const t = useText();
  const remove = (dissent: DissentView): void =>
    void act(() =>
      writeSeen({
        meetingId: view.id,
        kind: 'dissent',
        id: dissent.id,
        seen: SEEN_OF.dissent(dissent),
        mine: null,
        send: async (_none, seen) => {
          await api.live.remove.mutate({ what: 'dissent', id: dissent.id, seen: seen! });
          return true;
        },
      }),
    );
  const [editing, setEditing] = useState<string | null>(null);
  if (!isAdding && item.dissents.length === 0) return null;
  return (
    <Section title={t('workspace.dissents')}>
      {item.dissents.length > 0 && (
        <Entries>
          {item.dissents.map((dissent) =>
            editing === dissent.id ? (
              <li key={dissent.id}>
                <DissentForm dissent={dissent} onClose={() => setEditing(null)} />
              </li>
            ) : (
              <Entry
                key={dissent.id}
                tone={dissent.ground === null ? 'warning' : undefined}
                actions={
                  mayRecord && (
                    <>
                      <IconButton
                        icon="edit"
                        size="s"
                        label={t('workspace.dissent.edit')}
                        onPress={() => setEditing(dissent.id)}
                      />
                      <IconButton
                        icon="trash"
                        size="s"
                        label={t('workspace.dissent.remove', { name: dissent.person.name })}
                        onPress={() => remove(dissent)}
                      />
                    </>
                  )
                }
              >
                <strong>{dissent.person.name}</strong>{' '}
                <Muted>
                  {dissent.ground === null
                    ? t('workspace.dissent.notAllowed')
                    : t(`workspace.dissent.ground.${dissent.ground}`)}
                </Muted>
                {dissent.declared !== '' && <div>{dissent.declared}</div>}
                {dissent.reasons !== '' && <div>{dissent.reasons}</div>}
                {dissent.attachmentNumber !== null && (
                  <Muted>{t('workspace.dissent.attachment', { number: dissent.attachmentNumber })}</Muted>
                )}
              </Entry>
            ),
          )}
        </Entries>
      )}
      {isAdding && <DissentForm dissent={null} onClose={onAdded} />}
    </Section>
  );
}

function DissentForm({ dissent, onClose }: { dissent: DissentView | null; onClose: () => void }) {
  const { view, item, act } = useWorkspace();
  const t = useText();
  const format = useFormat();
  const allowed = useMemo(
    () =>
      dissenters(view, item).filter(
        ({ personId }) => !item.dissents.some(({ person }) => person.id === personId),
      ),
    [view, item],
  );
  const people = peopleOf(view);
  // Another window may change the dissent while the form is open.
  const [opened] = useState(() => (dissent === null ? null : SEEN_OF.dissent(dissent)));
  const [personId, setPersonId] = useState<string | null>(dissent?.person.id ?? allowed[0]?.personId ?? null);
  const [declared, setDeclared] = useState(dissent?.declared ?? t('workspace.dissent.declaredDefault'));
  const [reasons, setReasons] = useState(dissent?.reasons ?? '');
  const [isAttached, setAttached] = useState(dissent === null || dissent.attachmentNumber !== null);
  const save = async (): Promise<void> => {
    if (personId === null) return;
    const mine: Seen<'dissent'> = { declared, reasons, attached: isAttached && reasons.trim() !== '' };
    const done = await act(async () => {
      await writeSeen({
        meetingId: view.id,
        kind: 'dissent',
        id: dissent?.id ?? null,
        seen: opened,
        mine,
        send: (values, seen) =>
          api.live.saveDissent.mutate({
            id: seen === null ? null : (dissent?.id ?? null),
            values: { itemId: item.id, personId, ...(values ?? mine) },
            seen,
          }),
      });
      return true;
    });
    if (done !== null) onClose();
  };
  if (dissent === null && allowed.length === 0)
    return (
      <Banner
        actions={
          <Button size="s" onPress={onClose}>
            {t('common.close')}
          </Button>
        }
      >
        {t('workspace.dissent.none')}
      </Banner>
    );
  return (
    <InlineForm label={t('workspace.dissent.add')}>
      {dissent === null && (
        <RadioGroup
          label={t('workspace.dissent.who')}
          value={personId}
          onChange={setPersonId}
          options={allowed.map((one) => ({
            id: one.personId,
            label: people.get(one.personId)?.name ?? '?',
            detail: t(`workspace.dissent.ground.${one.ground}`),
          }))}
        />
      )}
      <TextField label={t('workspace.dissent.declared')} value={declared} onChange={setDeclared} />
      <TextArea
        label={t('workspace.dissent.reasons')}
        description={
          view.examinationDueOn === null
            ? t('workspace.dissent.reasonsHint')
            : t('live.reasonsBy', { date: format.date(view.examinationDueOn) })
        }
        value={reasons}
        onChange={setReasons}
        {...{ autoFocus: dissent !== null }}
      />
      <Checkbox isSelected={isAttached} onChange={setAttached}>
        {t('live.attached')}
      </Checkbox>
      <InlineRow>
        <Button variant="primary" onPress={() => void save()}>
          {t('common.save')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </InlineRow>
    </InlineForm>
  );
}
