import { useState } from 'react';
import { inLanguage } from '../../../db/model/language.ts';
import { useBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Form } from '../../ui/Form.tsx';
import { navigate } from '../../ui/navigation.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import styles from './Networks.module.css';
import { TermChangeDialog } from './TermChangeDialog.tsx';

const cx = classes(styles);
const TOPICS = ['boards', 'persons', 'organisations'] as const;
type Figure = Outputs['register']['spread']['figures'][number];

/** Vacant seats, the spread of the composition as figures, and the change of the term. */
export function Succession() {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { board } = useBoard();
  const [isChanging, setChanging] = useState(false);
  const boardId = board?.id ?? '';
  const enabled = board !== null;
  const { data: composition } = useTopicQuery(
    TOPICS,
    ['networks.composition', boardId],
    () => api.boards.composition.query({ boardId }),
    { enabled },
  );
  const { data: vacant } = useTopicQuery(
    TOPICS,
    ['register.vacancies', boardId],
    () => api.register.vacancies.query({ boardId }),
    { enabled },
  );
  const { data: spread } = useTopicQuery(
    TOPICS,
    ['register.spread', boardId],
    () => api.register.spread.query({ boardId }),
    { enabled },
  );
  const ask = useMutationWithFeedback(
    (one: { title: string; organisationId: string }) =>
      api.tasks.create.mutate({
        boardId,
        task: { title: one.title, responsibleOrganisationId: one.organisationId },
      }),
    {
      done: ({ code }) => t('networks.asked', { code }),
      undo: ({ id }) => api.tasks.remove.mutate({ id }),
    },
  );
  if (!composition || !vacant || !spread) return null;
  return (
    <div className={cx('columns')}>
      <div className={cx('stack')}>
        <Panel
          title={t('networks.vacancies', { count: vacant.length })}
          actions={
            <Button size="s" onPress={() => navigate({ name: 'boards' })}>
              {t('networks.toComposition')}
            </Button>
          }
        >
          {vacant.length === 0 ? (
            <p className={cx('none')}>{t('networks.vacanciesNone')}</p>
          ) : (
            <ul className={cx('list')}>
              {vacant.map((one) => {
                const title = t(one.role === 'member' ? 'networks.askMember' : 'networks.askDeputy', {
                  seat: one.seatNumber,
                });
                const { previous } = one;
                return (
                  <li key={`${one.seatId} ${one.role}`} className={cx('entry')}>
                    <div className={cx('words')}>
                      <span>
                        {t(one.role === 'member' ? 'networks.vacantMember' : 'networks.vacantDeputy', {
                          seat: one.seatNumber,
                        })}
                        {one.field !== null && `, ${inLanguage(one.field, language)}`}
                      </span>
                      {previous && (
                        <span className={cx('detail')}>
                          {t('networks.previous', {
                            organisation: inLanguage(previous.organisation, language),
                            person: previous.person,
                            date: format.date(previous.endedOn),
                          })}
                        </span>
                      )}
                    </div>
                    {previous && (
                      <Button
                        size="s"
                        aria-label={title}
                        onPress={() => ask.mutate({ title, organisationId: previous.organisationId })}
                      >
                        {t('networks.ask')}
                      </Button>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </Panel>
        <Panel title={t('networks.termChange')}>
          <div className={cx('stack')}>
            <p>{t('networks.termChangeBody')}</p>
            <div>
              <Button variant="primary" onPress={() => setChanging(true)}>
                {t('networks.termChangeStart')}
              </Button>
            </div>
          </div>
        </Panel>
      </div>
      <div className={cx('stack')}>
        <Panel title={t('networks.balance')}>
          <div className={cx('stack')}>
            <p className={cx('detail')}>{t('networks.balanceBody')}</p>
            {composition.term !== null &&
              (['member', 'deputy'] as const).map((role) => (
                <FigureForm
                  key={`${role} ${JSON.stringify(spread.figures)}`}
                  termId={composition.term?.id ?? ''}
                  role={role}
                  figure={spread.figures.find((one) => one.role === role)}
                />
              ))}
          </div>
        </Panel>
        <Panel title={t('networks.spread')}>
          <ul className={cx('list')}>
            {spread.municipalities.map((row) => (
              <li key={row.name?.fi ?? 'none'} className={cx('entry')}>
                <span>
                  {row.name === null ? t('networks.noMunicipality') : inLanguage(row.name, language)}
                </span>
                <span className={cx('detail')}>
                  {t('networks.spreadRow', { members: row.members, deputies: row.deputies })}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      {isChanging && <TermChangeDialog boardId={boardId} onClose={() => setChanging(false)} />}
    </div>
  );
}

/** How many women and men there are; the figures alone are kept, nothing about a person. */
function FigureForm({
  termId,
  role,
  figure,
}: {
  termId: string;
  role: 'member' | 'deputy';
  figure: Figure | undefined;
}) {
  const t = useText();
  const [women, setWomen] = useState<number | null>(figure?.women ?? null);
  const [men, setMen] = useState<number | null>(figure?.men ?? null);
  const save = useMutationWithFeedback(
    (values: { women: number; men: number }) =>
      api.register.saveFigure.mutate({ termId, role, ...values, countedOn: todayIso() }),
    { done: t('networks.figureSaved') },
  );
  const roleName = t(role === 'member' ? 'networks.members' : 'networks.deputies');
  return (
    <Form
      id={`figure-${role}`}
      label={roleName}
      onSubmit={() => women !== null && men !== null && save.mutate({ women, men })}
    >
      <div className={cx('row')}>
        <NumberField
          label={t('networks.women', { role: roleName })}
          width="s"
          minValue={0}
          value={women}
          onChange={setWomen}
        />
        <NumberField
          label={t('networks.men', { role: roleName })}
          width="s"
          minValue={0}
          value={men}
          onChange={setMen}
        />
        <Button type="submit" isDisabled={women === null || men === null} isPending={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
      {figure && figure.share !== null && (
        <div className={cx('row')}>
          <Pill tone={figure.isBalanced === true ? 'ok' : 'warning'}>
            {t('networks.share', { share: figure.share })}
          </Pill>
        </div>
      )}
      {figure?.isBalanced === false && <Banner tone="warning">{t('networks.unbalanced')}</Banner>}
    </Form>
  );
}
