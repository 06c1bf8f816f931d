import { useState } from 'react';
import { IDEA_STATES, type IdeaState, type IdeaView } from '../../../db/model/idea.ts';
import type { MeetingSummary } from '../../../db/model/meeting-view.ts';
import type { OpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { navigate, useRemembered } from '../../ui/navigation.ts';
import { Toolbar, ToolbarSpacer } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import { Select } from '../../ui/Select.tsx';
import { closeDialog, openDialog, useMeetingsDesk } from './dialog-store.ts';
import { IdeaDialog } from './IdeaDialog.tsx';
import styles from './Planning.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';

const cx = classes(styles);
const TONES: Record<IdeaState, Tone> = { open: 'info', taken: 'ok', rejected: 'neutral' };
const ALL = 'all';

/** The list of ideas (asialista) of the board. */
export function IdeaList({
  board,
  ideas,
  meetings,
}: {
  board: OpenBoard;
  ideas: readonly IdeaView[];
  meetings: readonly MeetingSummary[];
}) {
  const t = useText();
  const isCreating = useMeetingsDesk(({ dialog }) => dialog === 'idea');
  const [shown, setShown] = useRemembered<IdeaState | typeof ALL>('ideas.state', 'open');
  const [edited, setEdited] = useState<IdeaView | null>(null);
  const [rejected, setRejected] = useState<IdeaView | null>(null);
  const reject = useMutationWithFeedback(
    ({ idea, reason }: { idea: IdeaView; reason: string }) =>
      api.ideas.reject.mutate({ id: idea.id, version: idea.version, reason }),
    {
      done: t('planning.idea.rejected'),
      undo: ({ version }, { idea }) => api.ideas.reopen.mutate({ id: idea.id, version }),
      onSuccess: () => setRejected(null),
    },
  );
  const rows = ideas.filter(({ state }) => shown === ALL || state === shown);
  return (
    <div className={cx('scroll')}>
      {ideas.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('planning.ideas.empty')}
            actions={
              <Button variant="primary" icon="plus" onPress={() => openDialog('idea')}>
                {t('planning.idea.new')}
              </Button>
            }
          >
            {t('planning.ideas.emptyBody')}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <Toolbar label={t('common.filter')}>
            <Select
              label={t('planning.ideas.filter')}
              hideLabel
              width="s"
              value={shown}
              onChange={setShown}
              options={[
                ...IDEA_STATES.map((id) => ({ id, label: t(`planning.idea.state.${id}`) })),
                { id: ALL, label: t('planning.ideas.all') },
              ]}
            />
            <ToolbarSpacer />
          </Toolbar>
          <Panel isFlush>
            {rows.length === 0 ? (
              <EmptyState title={t('planning.ideas.noneOf')} />
            ) : (
              <table className={cx('table')} aria-label={t('planning.tab.ideas')}>
                <thead>
                  <tr>
                    <th scope="col">{t('planning.idea.title')}</th>
                    <th scope="col">{t('planning.idea.person')}</th>
                    <th scope="col">{t('planning.idea.wanted')}</th>
                    <th scope="col">{t('common.state')}</th>
                    <th scope="col" className={cx('tools')}>
                      {t('planning.column.actions')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((idea) => (
                    <Row
                      key={idea.id}
                      idea={idea}
                      meetings={meetings}
                      onEdit={() => setEdited(idea)}
                      onReject={() => setRejected(idea)}
                    />
                  ))}
                </tbody>
              </table>
            )}
          </Panel>
        </>
      )}
      {(isCreating || edited) && (
        <IdeaDialog
          key={edited?.id ?? 'new'}
          board={board}
          idea={edited}
          meetings={meetings}
          onClose={() => {
            setEdited(null);
            closeDialog();
          }}
        />
      )}
      {rejected && (
        <ReasonDialog
          title={t('planning.idea.rejectTitle')}
          lead={rejected.title}
          label={t('planning.idea.rejectReason')}
          missing={t('planning.idea.rejectReasonMissing')}
          confirmLabel={t('planning.idea.rejectConfirm')}
          isPending={reject.isPending}
          onConfirm={(reason) => reject.mutate({ idea: rejected, reason })}
          onClose={() => setRejected(null)}
        />
      )}
    </div>
  );
}

function Row({
  idea,
  meetings,
  onEdit,
  onReject,
}: {
  idea: IdeaView;
  meetings: readonly MeetingSummary[];
  onEdit: () => void;
  onReject: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const { id, version, state, takenIn } = idea;
  const take = useMutationWithFeedback(
    (meetingId: string) => api.planning.takeIdea.mutate({ meetingId, ideaId: id }),
    {
      done: t('planning.suggestions.taken'),
      undo: (taken) => api.items.remove.mutate({ itemId: taken.id }),
    },
  );
  const reopen = useMutationWithFeedback(() => api.ideas.reopen.mutate({ id, version }), {
    done: t('planning.idea.reopened'),
  });
  const remove = useMutationWithFeedback(() => api.ideas.remove.mutate({ id }), {
    done: t('planning.idea.removed'),
    undo: (removed) => api.ideas.create.mutate(removed),
  });
  const coming = meetings
    .filter((meeting) => meeting.state === 'draft' || meeting.state === 'called')
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
    .slice(0, 5);
  const entries: MenuEntry[] = [
    ...(state === 'open'
      ? coming.map(({ id: meetingId, label, heldOn }) => ({
          id: meetingId,
          label: t('planning.idea.takeTo', { label: `${label} (${format.date(heldOn)})` }),
          run: () => take.mutate(meetingId),
        }))
      : []),
    ...(takenIn
      ? [
          {
            id: 'open',
            label: t('planning.history.open', { reference: takenIn.reference }),
            run: () =>
              navigate({ name: 'meeting', id: takenIn.meetingId, part: 'agenda', item: takenIn.itemId }),
          },
        ]
      : []),
    { id: 'edit', label: t('planning.idea.edit'), icon: 'edit', separator: true, run: onEdit },
    ...(state === 'open' ? [{ id: 'reject', label: t('planning.idea.reject'), run: onReject }] : []),
    ...(state === 'rejected'
      ? [{ id: 'reopen', label: t('planning.idea.reopen'), run: () => reopen.mutate() }]
      : []),
    ...(state === 'taken'
      ? []
      : [
          {
            id: 'remove',
            label: t('planning.idea.remove'),
            icon: 'trash' as const,
            isDangerous: true,
            run: () => remove.mutate(),
          },
        ]),
  ];
  const wishes = [
    idea.wantedMeeting === null ? null : t('planning.idea.wantedAt', { label: idea.wantedMeeting }),
    idea.wantedOn === null ? null : t('planning.idea.wantedBy', { date: format.date(idea.wantedOn) }),
  ].filter((wish) => wish !== null);
  return (
    <tr>
      <td className={cx('words')}>
        {idea.title}
        {takenIn && (
          <div className={cx('quiet')}>{t('planning.idea.takenIn', { reference: takenIn.reference })}</div>
        )}
        {state === 'rejected' && (
          <div className={cx('quiet')}>
            {t('planning.idea.rejectedBecause', { reason: idea.rejectionReason })}
          </div>
        )}
      </td>
      <td className={cx('words')}>{idea.proposer ?? '–'}</td>
      <td>{wishes.join(', ') || '–'}</td>
      <td className={cx('state')}>
        <Pill tone={TONES[state]}>{t(`planning.idea.state.${state}`)}</Pill>
      </td>
      <td className={cx('tools')}>
        <Menu entries={entries} label={t('planning.idea.more', { title: idea.title })}>
          <IconButton icon="more" label={t('planning.idea.more', { title: idea.title })} />
        </Menu>
      </td>
    </tr>
  );
}
