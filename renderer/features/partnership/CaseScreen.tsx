import { useEffect, useState } from 'react';
import { CASE_WORDS } from '../../../db/model/case-words.ts';
import { FINDING_KINDS } from '../../../db/model/cooperation-case.ts';
import { useOpenBoard } from '../../api/board.ts';
import { ClientError } from '../../api/client-error.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { CardPage, MissingCard, type CardList } from '../../ui/CardPage.tsx';
import { classes } from '../../ui/classes.ts';
import { Fact, Facts } from '../../ui/Form.tsx';
import { navigate, useRemembered, type ScreenProps } from '../../ui/navigation.ts';
import { Panel } from '../../ui/Panel.tsx';
import styles from '../../ui/Parts.module.css';
import { Pill } from '../../ui/Pill.tsx';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';
import { TiesPanel } from '../../ui/TiesPanel.tsx';
import { CaseDialog } from './CaseDialog.tsx';

const cx = classes(styles);
type Case = Outputs['cases']['list'][number];

/** One cooperation model: what was found, the phases of its study, and what it relates to. */
export default function CaseScreen({ route }: ScreenProps<'case'>) {
  const t = useText();
  const words = CASE_WORDS[useLanguage()];
  const board = useOpenBoard();
  const [isEditing, setEditing] = useState(false);
  const { data, error } = useTopicQuery(['cases'], ['cases.list', board.id], () =>
    api.cases.list.query({ boardId: board.id }),
  );
  const list: CardList = { title: t('partnership.tab.cases'), route: { name: 'agreements' } };
  const [tab, setTab] = useRemembered('partnership.tab', 'cases');
  // The way back leads to the register, wherever one came from.
  useEffect(() => {
    if (tab !== 'cases') setTab('cases');
  });
  const remove = useMutationWithFeedback((id: string) => api.cases.remove.mutate({ id }), {
    done: t('partnership.caseRemoved'),
    undo: (removal) => api.cases.restore.mutate(removal),
    onSuccess: () => navigate(list.route, { replace: true }),
  });
  const one = data?.find(({ id }) => id === route.id);
  if (!one)
    return (
      <MissingCard
        list={list}
        error={data ? new ClientError({ code: 'NOT_FOUND', message: t('related.caseNotFound') }) : error}
      />
    );
  return (
    <CardPage
      list={list}
      title={one.name}
      lead={
        <>
          {one.code}
          <Pill>{words.groups[one.group]}</Pill>
          {one.region}
        </>
      }
      removal={{ label: t('common.remove'), run: () => remove.mutate(one.id) }}
      onEdit={() => setEditing(true)}
    >
      <div className={cx('columns')}>
        <div className={cx('side')}>
          <Findings one={one} />
          <Details one={one} />
        </div>
        <div className={cx('side')}>
          <TiesPanel of="case" id={one.id} boardId={board.id} />
          <Phases one={one} />
          <RelatedPanel kind="case" id={one.id} kinds={['agreement', 'survey', 'bulletin']} />
        </div>
      </div>
      {isEditing && <CaseDialog one={one} onClose={() => setEditing(false)} />}
    </CardPage>
  );
}

function Findings({ one }: { one: Case }) {
  const t = useText();
  const words = CASE_WORDS[useLanguage()];
  const kinds = FINDING_KINDS.filter((kind) => one.findings.some((finding) => finding.kind === kind));
  return (
    <Panel title={t('related.findings')}>
      {kinds.length === 0 && <p className={cx('none')}>{t('related.findingsNone')}</p>}
      <Facts>
        {kinds.map((kind) => (
          <Fact key={kind} name={words.findings[kind]}>
            <ul className={cx('flags')}>
              {one.findings
                .filter((finding) => finding.kind === kind)
                .map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
            </ul>
          </Fact>
        ))}
      </Facts>
    </Panel>
  );
}

function Details({ one }: { one: Case }) {
  const t = useText();
  const words = CASE_WORDS[useLanguage()];
  const texts = [
    [t('practices.description'), one.description],
    [words.transferability, one.transferability],
    [words.future, one.future],
    [t('practices.source'), one.source],
  ] as const;
  return (
    <Panel title={t('volunteering.details')}>
      <Facts>
        <Fact name={words.organising}>{words.organisings[one.organising]}</Fact>
        {texts.map(
          ([name, text]) =>
            text !== '' && (
              <Fact key={name} name={name}>
                <span className={cx('prose')}>{text}</span>
              </Fact>
            ),
        )}
      </Facts>
    </Panel>
  );
}

function Phases({ one }: { one: Case }) {
  const t = useText();
  const format = useFormat();
  const words = CASE_WORDS[useLanguage()];
  return (
    <Panel title={t('related.phases')}>
      {one.phases.length === 0 ? (
        <p className={cx('none')}>{t('related.phasesNone')}</p>
      ) : (
        <Facts>
          {one.phases.map(({ phase, startsOn, endsOn }) => (
            <Fact key={phase} name={words.phases[phase]}>
              {`${format.date(startsOn)}–${endsOn === null ? '' : format.date(endsOn)}`}
              {phase === one.phase && (
                <>
                  {' '}
                  <Pill tone="info">{t('related.now')}</Pill>
                </>
              )}
            </Fact>
          ))}
        </Facts>
      )}
    </Panel>
  );
}
