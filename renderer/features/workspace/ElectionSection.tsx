import { useState } from 'react';
import { tallyElection } from '../../../db/model/election.ts';
import type { ItemView, PersonLabel } from '../../../db/model/meeting-view.ts';
import { SEEN_OF, type Seen } from '../../../db/model/seen.ts';
import { api } from '../../api/client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { classes } from '../../ui/classes.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ElectionSection.module.css';
import { peopleOf } from './people.ts';
import { findPeople } from './register.ts';
import { Entries, Entry, InlineForm, InlineRow, Muted, Section } from './Section.tsx';
import { writeSeen } from './seen-writes.ts';
import { useWorkspace } from './use-meeting.ts';

const cx = classes(styles);

type Election = ItemView['elections'][number];

/** Elections of the item: candidates, votes, lot, who is elected. */
export function ElectionSection({ isAdding, onAdded }: { isAdding: boolean; onAdded: () => void }) {
  const { view, item, mayRecord, act } = useWorkspace();
  const t = useText();
  const remove = (election: Election): void =>
    void act(() =>
      writeSeen({
        meetingId: view.id,
        kind: 'election',
        id: election.id,
        seen: SEEN_OF.election(election),
        mine: null,
        send: async (_none, seen) => {
          await api.live.remove.mutate({ what: 'election', id: election.id, seen: seen! });
          return true;
        },
      }),
    );
  const [editing, setEditing] = useState<string | null>(null);
  if (!isAdding && item.elections.length === 0) return null;
  return (
    <Section title={t('workspace.election')}>
      {item.elections.length > 0 && (
        <Entries>
          {item.elections.map((election) =>
            editing === election.id ? (
              <li key={election.id}>
                <ElectionForm election={election} onClose={() => setEditing(null)} />
              </li>
            ) : (
              <Entry
                key={election.id}
                actions={
                  mayRecord && (
                    <>
                      <IconButton
                        icon="edit"
                        size="s"
                        label={`${t('common.edit')}: ${election.title}`}
                        onPress={() => setEditing(election.id)}
                      />
                      <IconButton
                        icon="trash"
                        size="s"
                        label={t('workspace.election.remove')}
                        onPress={() => remove(election)}
                      />
                    </>
                  )
                }
              >
                <strong>{election.title || t('workspace.election')}</strong>{' '}
                <Muted>
                  {election.candidates.map(({ person, votes }) => `${person.name} ${votes}`).join(', ')}
                </Muted>
                <Outcome
                  election={{
                    places: election.facts.places,
                    blanks: election.facts.blanks,
                    candidates: election.candidates,
                  }}
                  voters={item.status.voterCount}
                  rules={view.rules}
                />
              </Entry>
            ),
          )}
        </Entries>
      )}
      {isAdding && <ElectionForm election={null} onClose={onAdded} />}
    </Section>
  );
}

const electedIn = (item: ItemView): string[] =>
  item.elected.filter(({ role }) => role === 'elected').map(({ person }) => person.id);

interface Candidate {
  person: PersonLabel;
  votes: number;
  wonByLot: boolean;
}

interface Draft {
  places: number;
  blanks: number;
  candidates: readonly Candidate[];
}

function tally(draft: Draft, voters: number, rules: Parameters<typeof tallyElection>[2]) {
  return tallyElection(
    {
      places: draft.places,
      blanks: draft.blanks,
      candidates: draft.candidates.map(({ person, votes }) => ({ candidateId: person.id, votes })),
      lotWinners: draft.candidates.filter(({ wonByLot }) => wonByLot).map(({ person }) => person.id),
    },
    voters,
    rules,
  );
}

function Outcome({
  election,
  voters,
  rules,
}: {
  election: Draft;
  voters: number;
  rules: Parameters<typeof tallyElection>[2];
}) {
  const t = useText();
  const result = tally(election, voters, rules);
  const names = election.candidates
    .filter(({ person }) => result.elected.includes(person.id))
    .map(({ person }) => person.name)
    .join(', ');
  return (
    <p className={cx('outcome')} aria-live="polite">
      {result.elected.length > 0 && t('workspace.election.elected', { names })}
      {result.decidedBy === 'unopposed' && <Muted> {t('workspace.election.unopposed')}</Muted>}
      {result.problems.includes('votes_missing') &&
        t('workspace.election.missing', { count: result.missing })}
      {result.problems.includes('too_many_votes') && t('workspace.election.tooMany')}
      {result.problems.includes('too_few_candidates') && t('workspace.election.tooFew')}
    </p>
  );
}

function ElectionForm({ election, onClose }: { election: Election | null; onClose: () => void }) {
  const { view, item, act } = useWorkspace();
  const t = useText();
  // Another window may change the election while the form is open.
  const [opened] = useState(() => ({
    election: election === null ? null : SEEN_OF.election(election),
    electedIds: electedIn(item),
  }));
  const [title, setTitle] = useState(election?.title ?? '');
  const [places, setPlaces] = useState<number | null>(election?.facts.places ?? 1);
  const [blanks, setBlanks] = useState<number | null>(election?.facts.blanks ?? 0);
  const [candidates, setCandidates] = useState<readonly Candidate[]>(election?.candidates ?? []);
  const draft: Draft = { places: places ?? 0, blanks: blanks ?? 0, candidates };
  const result = tally(draft, item.status.voterCount, view.rules);
  const withVotes = (id: string, change: Partial<Candidate>): void =>
    setCandidates(candidates.map((one) => (one.person.id === id ? { ...one, ...change } : one)));
  const find = async (text: string) => {
    const known = new Set(candidates.map(({ person }) => person.id));
    const here = [...peopleOf(view).values()]
      .filter(
        ({ id, name }) =>
          !known.has(id) && name.toLocaleLowerCase('fi').includes(text.toLocaleLowerCase('fi')),
      )
      .map(({ id, name }) => ({ id, label: name }));
    const others = await findPeople(text, new Set([...known, ...here.map(({ id }) => id)])).catch(() => []);
    return [...here, ...others];
  };
  const save = async (): Promise<void> => {
    const mine: Seen<'election'> = {
      title,
      places: draft.places,
      blanks: draft.blanks,
      candidates: candidates.map(({ person, votes, wonByLot }) => ({ personId: person.id, votes, wonByLot })),
    };
    const done = await act(async () => {
      const written = await writeSeen({
        meetingId: view.id,
        kind: 'election',
        id: election?.id ?? null,
        seen: opened.election,
        mine,
        send: (values, seen) =>
          api.live.saveElection.mutate({
            id: seen === null ? null : (election?.id ?? null),
            values: { itemId: item.id, ...(values ?? mine) },
            seen,
          }),
      });
      if (written !== null && result.elected.length > 0)
        await api.meetings.setElected.mutate({
          itemId: item.id,
          personIds: result.elected,
          seenIds: opened.electedIds,
        });
      return true;
    });
    if (done !== null) onClose();
  };
  return (
    <InlineForm label={t('workspace.election.add')}>
      <InlineRow>
        <TextField
          label={t('workspace.election.title')}
          width="m"
          value={title}
          onChange={setTitle}
          {...{ autoFocus: election === null }}
        />
        <NumberField
          label={t('workspace.election.places')}
          width="xs"
          minValue={1}
          maxValue={50}
          value={places}
          onChange={setPlaces}
        />
        <NumberField
          label={t('workspace.election.blanks')}
          width="xs"
          minValue={0}
          maxValue={999}
          value={blanks}
          onChange={setBlanks}
        />
      </InlineRow>
      <ul className={cx('candidates')} aria-label={t('workspace.election.candidates')}>
        {candidates.map(({ person, votes, wonByLot }) => (
          <li key={person.id} className={cx('candidate')}>
            <span className={cx('name')}>{person.name}</span>
            <NumberField
              label={t('workspace.election.votesOf', { name: person.name })}
              hideLabel
              width="xs"
              minValue={0}
              maxValue={999}
              value={votes}
              onChange={(value) => withVotes(person.id, { votes: value ?? 0 })}
            />
            {(result.tied?.candidateIds.includes(person.id) || wonByLot) && (
              <Checkbox isSelected={wonByLot} onChange={(won) => withVotes(person.id, { wonByLot: won })}>
                {t('workspace.election.lotWinner', { name: person.name })}
              </Checkbox>
            )}
            <IconButton
              icon="close"
              size="s"
              label={t('workspace.election.removeCandidate', { name: person.name })}
              onPress={() => setCandidates(candidates.filter((one) => one.person.id !== person.id))}
            />
          </li>
        ))}
      </ul>
      <ComboBox
        // An empty field after each choice.
        key={candidates.length}
        label={t('workspace.election.candidate')}
        width="m"
        value={null}
        onChange={(option) => {
          if (option !== null)
            setCandidates([
              ...candidates,
              {
                person: { id: option.id, name: option.label, shortName: option.label },
                votes: 0,
                wonByLot: false,
              },
            ]);
        }}
        load={find}
      />
      {result.tied !== null && (
        <Banner tone="warning">
          {t(view.rules.electionTie === 'lot' ? 'workspace.election.lot' : 'workspace.election.lotChair', {
            count: result.tied.places,
          })}
        </Banner>
      )}
      <Outcome election={draft} voters={item.status.voterCount} rules={view.rules} />
      <InlineRow>
        <Button
          variant="primary"
          isDisabled={candidates.length === 0 || places === null}
          onPress={() => void save()}
        >
          {t('common.save')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </InlineRow>
    </InlineForm>
  );
}
