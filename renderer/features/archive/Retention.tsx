import { useState } from 'react';
import { todayIso } from '../../api/today.ts';
import { PERMANENT_RULES } from '../../../db/model/retention-rules.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { confirm } from '../../ui/confirm.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill, type Tone } from '../../ui/Pill.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { ApproveDialog, ProposeDialog, RuleDialog } from './RetentionDialogs.tsx';
import styles from './Archive.module.css';

const cx = classes(styles);
const TOPICS = ['privacy', 'persons', 'boards', 'organisations', 'tasks', 'meetings'] as const;
export type Rule = Outputs['retention']['rules'][number];
export type Proposal = Outputs['retention']['proposals'][number];

/** How long each group of data is kept, what is due, and proposals for disposal. Nothing goes by itself. */
export function Retention() {
  const { data: rules } = useTopicQuery(TOPICS, ['retention.rules'], () => api.retention.rules.query());
  const { data: proposals } = useTopicQuery(TOPICS, ['retention.proposals'], () =>
    api.retention.proposals.query(),
  );
  return (
    <div className={cx('columns')}>
      {rules && <Rules rules={rules} proposals={proposals ?? []} />}
      {proposals && <Proposals proposals={proposals} />}
    </div>
  );
}

/** Years where they are whole, else months. */
export function useDuration(): (months: number) => string {
  const t = useText();
  return (months) =>
    months % 12 === 0
      ? t('archive.retention.years', { count: months / 12 })
      : t('archive.retention.months', { count: months });
}

function Rules({ rules, proposals }: { rules: readonly Rule[]; proposals: readonly Proposal[] }) {
  const t = useText();
  const format = useFormat();
  const duration = useDuration();
  const [editing, setEditing] = useState<Rule | null>(null);
  const [isProposing, setProposing] = useState(false);
  const due = rules.filter((rule) => rule.due > 0);
  const isWaiting = proposals.some(({ state }) => state === 'draft' || state === 'approved');
  return (
    <Panel
      title={t('archive.retention.title')}
      actions={
        <Button size="s" isDisabled={due.length === 0 || isWaiting} onPress={() => setProposing(true)}>
          {t('archive.retention.propose')}
        </Button>
      }
    >
      <ul className={cx('list')}>
        {PERMANENT_RULES.map((rule) => (
          <li key={rule} className={cx('entry')}>
            <div className={cx('words')}>
              <span>{t(`archive.rule.${rule}`)}</span>
              <span className={cx('detail')}>{t(`archive.rule.${rule}Detail`)}</span>
            </div>
            <Pill tone="ok">{t('archive.retention.permanent')}</Pill>
          </li>
        ))}
        {rules.map((rule) => (
          <li key={rule.rule} className={cx('entry')}>
            <div className={cx('words')}>
              <span>{t(`archive.rule.${rule.rule}`)}</span>
              <span className={cx('detail')}>
                {t(`archive.rule.${rule.rule}Detail`, { time: duration(rule.months) })}
              </span>
              {rule.changes[0] && (
                <span className={cx('detail')}>
                  {t('archive.retention.changed', {
                    date: format.date(rule.changes[0].changedOn),
                    before: duration(rule.changes[0].oldMonths),
                    reason: rule.changes[0].reason,
                  })}
                </span>
              )}
            </div>
            <div className={cx('side')}>
              <Pill tone={rule.due > 0 ? 'warning' : 'neutral'}>
                {rule.due > 0
                  ? t('archive.retention.due', { count: rule.due })
                  : t('archive.retention.nothingDue')}
              </Pill>
              <Button
                size="s"
                variant="quiet"
                aria-label={`${t('archive.retention.edit')}: ${t(`archive.rule.${rule.rule}`)}`}
                onPress={() => setEditing(rule)}
              >
                {t('archive.retention.edit')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {editing && <RuleDialog rule={editing} onClose={() => setEditing(null)} />}
      {isProposing && <ProposeDialog due={due} onClose={() => setProposing(false)} />}
    </Panel>
  );
}

const TONES: Record<Proposal['state'], Tone> = {
  draft: 'info',
  approved: 'warning',
  carried_out: 'ok',
  withdrawn: 'neutral',
};

function Proposals({ proposals }: { proposals: readonly Proposal[] }) {
  const t = useText();
  return (
    <Panel title={t('archive.proposal.title')}>
      {proposals.length === 0 && (
        <EmptyState title={t('archive.proposal.none')}>{t('archive.proposal.noneBody')}</EmptyState>
      )}
      <ul className={cx('list')}>
        {proposals.map((one) => (
          <ProposalEntry key={one.id} one={one} />
        ))}
      </ul>
    </Panel>
  );
}

function ProposalEntry({ one }: { one: Proposal }) {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const [isApproving, setApproving] = useState(false);
  const number = `${one.number}/${one.year}`;
  const carryOut = useMutationWithFeedback(() => api.retention.carryOut.mutate({ id: one.id }), {
    done: ({ lines }) =>
      t('archive.proposal.carriedOut', {
        number,
        done: lines.reduce((sum, line) => sum + line.done, 0),
        approved: lines.reduce((sum, line) => sum + line.approved, 0),
      }),
  });
  const withdraw = useMutationWithFeedback(() => api.retention.withdraw.mutate({ id: one.id }), {
    done: t('archive.proposal.withdrawnDone', { number }),
  });
  const ask = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('archive.proposal.askTitle', { number }),
      body: t('archive.proposal.askBody'),
      confirmLabel: t('archive.proposal.carryOut'),
      isDangerous: true,
    });
    if (isSure) carryOut.mutate(undefined);
  };
  return (
    <li className={cx('entry')}>
      <div className={cx('words')}>
        <span>
          {t('archive.proposal.name', { number })}{' '}
          <Pill tone={TONES[one.state]}>{t(`archive.proposal.state.${one.state}`)}</Pill>
        </span>
        {one.lines.map((line) => (
          <span key={line.rule} className={cx('detail')}>
            {t(`archive.rule.${line.rule}`)}:{' '}
            {line.done === null
              ? format.number(line.count)
              : `${format.number(line.done)} / ${format.number(line.count)}`}
          </span>
        ))}
        <span className={cx('detail')}>
          {[
            t('archive.proposal.made', { date: format.date(one.madeOn) }),
            one.approvedOn === null
              ? null
              : t('archive.proposal.approvedBy', { date: format.date(one.approvedOn), name: one.approvedBy }),
            one.carriedOutAt === null
              ? null
              : t('archive.proposal.carriedOutOn', {
                  date: format.date(todayIso(new Date(one.carriedOutAt))),
                }),
          ]
            .filter((part) => part !== null)
            .join(' ')}
        </span>
        <div className={cx('buttons')}>
          <Button
            size="s"
            icon="print"
            aria-label={`${t('archive.proposal.pdf')}: ${t('archive.proposal.name', { number })}`}
            onPress={() =>
              void saveFile(
                'pdf',
                t('archive.proposal.file', { number: `${one.number}-${one.year}` }),
                (target) => api.retention.print.mutate({ id: one.id, language, target }),
              )
            }
          >
            {t('archive.proposal.pdf')}
          </Button>
          {one.state === 'draft' && (
            <Button size="s" onPress={() => setApproving(true)}>
              {t('archive.proposal.approve')}
            </Button>
          )}
          {one.state === 'approved' && (
            <Button size="s" variant="danger" isPending={carryOut.isPending} onPress={() => void ask()}>
              {t('archive.proposal.carryOut')}
            </Button>
          )}
          {(one.state === 'draft' || one.state === 'approved') && (
            <Button size="s" variant="quiet" onPress={() => withdraw.mutate(undefined)}>
              {t('archive.proposal.withdraw')}
            </Button>
          )}
        </div>
      </div>
      {isApproving && <ApproveDialog one={one} onClose={() => setApproving(false)} />}
    </li>
  );
}
