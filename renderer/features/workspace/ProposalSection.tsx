import { useState } from 'react';
import { PROPOSAL_KINDS, type ProposalKind } from '../../../db/model/facts.ts';
import type { ProposalView } from '../../../db/model/meeting-view.ts';
import { SEEN_OF, type Seen } from '../../../db/model/seen.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import type { Option } from '../../ui/ListBox.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { votersOf } from './people.ts';
import { PersonChips } from './PersonChips.tsx';
import { matching } from './register.ts';
import { Entries, Entry, InlineForm, InlineRow, Muted, Section } from './Section.tsx';
import { changeSeen, writeSeen } from './seen-writes.ts';
import { useWorkspace } from './use-meeting.ts';

const TONES: Record<ProposalView['standing'], Tone> = {
  live: 'info',
  lapsed: 'neutral',
  withdrawn: 'neutral',
  void: 'warning',
};

/** Proposals of the item, who seconded them and how they stand; the form for another one. */
export function ProposalSection({ isAdding, onAdded }: { isAdding: boolean; onAdded: () => void }) {
  const { item } = useWorkspace();
  const t = useText();
  const [editing, setEditing] = useState<string | null>(null);
  if (!isAdding && item.proposals.length === 0) return null;
  return (
    <Section title={t('workspace.proposals')}>
      {item.proposals.length > 0 && (
        <Entries>
          {item.proposals.map((proposal) =>
            editing === proposal.id ? (
              <li key={proposal.id}>
                <ProposalForm proposal={proposal} onClose={() => setEditing(null)} />
              </li>
            ) : (
              <ProposalEntry key={proposal.id} proposal={proposal} onEdit={() => setEditing(proposal.id)} />
            ),
          )}
        </Entries>
      )}
      {isAdding && <ProposalForm proposal={null} onClose={onAdded} />}
    </Section>
  );
}

function ProposalEntry({ proposal, onEdit }: { proposal: ProposalView; onEdit: () => void }) {
  const { view, item, mayRecord, act } = useWorkspace();
  const t = useText();
  const { standing, seconders, kind, proposer } = proposal;
  const row = { meetingId: view.id, kind: 'proposal' as const, id: proposal.id };
  const save = (patch: Partial<Seen<'proposal'>>): void =>
    void act(() =>
      changeSeen(
        {
          ...row,
          send: (values, seen) =>
            api.live.saveProposal.mutate({
              id: seen === null ? null : proposal.id,
              values: { itemId: item.id, ...values },
              seen,
            }),
        },
        SEEN_OF.proposal(proposal),
        patch,
      ),
    );
  const remove = (): void =>
    void act(() =>
      writeSeen({
        ...row,
        seen: SEEN_OF.proposal(proposal),
        mine: null,
        send: async (_none, seen) => {
          await api.live.remove.mutate({ what: 'proposal', id: proposal.id, seen: seen! });
          return true;
        },
      }),
    );
  const mayJoin = votersOf(view, item).filter(
    ({ id }) => id !== proposer.id && !seconders.some((one) => one.id === id),
  );
  return (
    <Entry
      tone={standing === 'live' ? undefined : 'off'}
      actions={
        mayRecord && (
          <>
            <Button size="s" variant="quiet" onPress={() => save({ withdrawn: !proposal.withdrawn })}>
              {proposal.withdrawn ? t('workspace.proposal.restore') : t('workspace.proposal.withdraw')}
            </Button>
            <IconButton icon="edit" size="s" label={t('workspace.proposal.edit')} onPress={onEdit} />
            <IconButton icon="trash" size="s" label={t('workspace.proposal.remove')} onPress={remove} />
          </>
        )
      }
    >
      <strong>{proposer.name}</strong> <Muted>{t(`workspace.proposal.${kind}`)}</Muted>{' '}
      <Pill tone={TONES[standing]}>{t(`workspace.proposal.${standing}`)}</Pill>
      {proposal.text !== '' && <div>{proposal.text}</div>}
      <PersonChips
        label={t('workspace.proposal.seconders')}
        people={seconders}
        choices={mayRecord && !proposal.withdrawn ? mayJoin : []}
        addLabel={t('workspace.proposal.addSeconder')}
        removeLabel={(name) => t('workspace.proposal.removeSeconder', { name })}
        isReadOnly={!mayRecord}
        onChange={(ids) => save({ seconderIds: ids })}
      />
    </Entry>
  );
}

function ProposalForm({ proposal, onClose }: { proposal: ProposalView | null; onClose: () => void }) {
  const { view, item, act } = useWorkspace();
  const t = useText();
  // Another window may change the proposal while the form is open.
  const [opened] = useState(() => (proposal === null ? null : SEEN_OF.proposal(proposal)));
  const [kind, setKind] = useState<ProposalKind>(proposal?.kind ?? 'counter');
  const [proposer, setProposer] = useState<Option | null>(
    proposal === null ? null : { id: proposal.proposer.id, label: proposal.proposer.name },
  );
  const [text, setText] = useState(proposal?.text ?? '');
  const [seconder, setSeconder] = useState<Option | null>(null);
  const [isTried, setTried] = useState(false);
  const voters = votersOf(view, item).map(({ id, name }) => ({ id, label: name }));
  const needsText = kind === 'counter' && text.trim() === '';
  const save = async (): Promise<void> => {
    setTried(true);
    if (proposer === null || needsText) return;
    const known = opened?.seconderIds ?? [];
    const mine: Seen<'proposal'> = {
      kind,
      proposerId: proposer.id,
      text,
      seconderIds: seconder === null ? known : [...known, seconder.id],
      withdrawn: opened?.withdrawn ?? false,
    };
    const done = await act(async () => {
      await writeSeen({
        meetingId: view.id,
        kind: 'proposal',
        id: proposal?.id ?? null,
        seen: opened,
        mine,
        send: (values, seen) =>
          api.live.saveProposal.mutate({
            id: seen === null ? null : (proposal?.id ?? null),
            values: { itemId: item.id, ...(values ?? mine) },
            seen,
          }),
      });
      return true;
    });
    if (done !== null) onClose();
  };
  return (
    <InlineForm label={t('workspace.proposal.add')}>
      <InlineRow>
        <ComboBox
          label={t('workspace.proposal.proposer')}
          width="m"
          value={proposer}
          onChange={setProposer}
          load={(typed) => matching(voters, typed)}
          {...{ autoFocus: proposal === null }}
          error={isTried && proposer === null ? t('workspace.proposal.personRequired') : undefined}
        />
        <Select
          label={t('workspace.proposal.kind')}
          width="s"
          options={PROPOSAL_KINDS.map((id) => ({ id, label: t(`workspace.proposal.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
      </InlineRow>
      <TextArea
        label={t('workspace.proposal.text')}
        rows={2}
        value={text}
        onChange={setText}
        isRequired={kind === 'counter'}
        error={isTried && needsText ? t('workspace.proposal.textRequired') : undefined}
      />
      {proposal === null && (
        <ComboBox
          label={t('workspace.proposal.seconders')}
          description={t('workspace.proposal.onlyVoters')}
          width="m"
          value={seconder}
          onChange={setSeconder}
          load={(typed) =>
            matching(
              voters.filter(({ id }) => id !== proposer?.id),
              typed,
            )
          }
        />
      )}
      <InlineRow>
        <Button variant="primary" onPress={() => void save()}>
          {t('common.save')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </InlineRow>
    </InlineForm>
  );
}
