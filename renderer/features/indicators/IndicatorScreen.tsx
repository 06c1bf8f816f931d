import { useCallback, useId, useState } from 'react';
import { valueText, type Chart, type ChartLook } from '../../../db/model/chart.ts';
import { indicatorChart } from '../../../db/model/indicator-chart.ts';
import { api, type Inputs } from '../../api/client.ts';
import { useFormWrite, useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CardPage, MissingCard, type CardList } from '../../ui/CardPage.tsx';
import { ChartView } from '../../ui/ChartView.tsx';
import { classes } from '../../ui/classes.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Fact, Facts, Form, FormRow } from '../../ui/Form.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { IndicatorDialog } from './IndicatorDialog.tsx';
import styles from './Indicators.module.css';
import type { Indicator } from './IndicatorsScreen.tsx';
import { STATE_TONES } from './states.ts';

const cx = classes(styles);
type Measurement = Indicator['measurements'][number];
type Values = Inputs['indicators']['saveMeasurement']['values'];

/** One indicator: its line from baseline to target, its measurements, and what it tells about. */
export default function IndicatorScreen({ route }: ScreenProps<'indicator'>) {
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  const { data, error } = useTopicQuery(
    ['indicators', 'themes', 'actions'],
    ['indicators.get', route.id],
    () => api.indicators.get.query({ id: route.id }),
  );
  const remove = useMutationWithFeedback((id: string) => api.indicators.remove.mutate({ id }), {
    done: t('indicators.removed'),
    onSuccess: () => navigate({ name: 'indicators' }, { replace: true }),
  });
  const list: CardList = { title: t('indicators.title'), route: { name: 'indicators' } };
  if (!data) return <MissingCard list={list} error={error} />;
  return (
    <CardPage
      list={list}
      title={data.name}
      lead={
        <Pill tone={STATE_TONES[data.progress.state]}>{t(`indicators.state.${data.progress.state}`)}</Pill>
      }
      removal={{
        label: t('indicators.remove'),
        run: () => remove.mutate(data.id),
        question: {
          title: t('indicators.removeTitle', { name: data.name }),
          body: t('indicators.removeBody'),
        },
      }}
      actions={
        <Button icon="link" onPress={() => navigate({ name: 'chain', from: data.id })}>
          {t('indicators.chainShow')}
        </Button>
      }
      onEdit={() => setEditing(true)}
    >
      <div className={cx('columns')}>
        <div className={cx('side')}>
          <ChartPanel indicator={data} />
          <Measurements indicator={data} />
        </div>
        <div className={cx('side')}>
          <IndicatorFacts indicator={data} />
          <Subjects indicator={data} />
          <RelatedPanel kind="indicator" id={data.id} kinds={['inclusion', 'forum', 'survey']} />
        </div>
      </div>
      {isEditing && <IndicatorDialog indicator={data} onClose={() => setEditing(false)} />}
    </CardPage>
  );
}

function ChartPanel({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const language = useLanguage();
  const compose = useCallback((look: ChartLook): Chart => indicatorChart(indicator, look), [indicator]);
  const save = (): void =>
    void saveFile('svg', `${t('indicators.fileName')}.svg`, (target) =>
      api.indicators.exportChart.mutate({ id: indicator.id, language, target }),
    );
  if (indicator.measurements.length === 0) return null;
  return (
    <Panel
      title={t('indicators.chart')}
      actions={
        <Button size="s" icon="download" onPress={save}>
          {t('indicators.exportSvg')}
        </Button>
      }
    >
      <ChartView compose={compose} />
    </Panel>
  );
}

function IndicatorFacts({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { unit, decimals, baseline, baselineOn, target, targetOn, progress } = indicator;
  const value = (figure: number | null, on: string | null): string =>
    figure === null
      ? '–'
      : `${valueText(figure, unit, language, decimals)}${on === null ? '' : ` (${format.date(on)})`}`;
  return (
    <Panel title={t('indicators.state')}>
      <Facts>
        {indicator.description !== '' && (
          <Fact name={t('indicators.description')}>{indicator.description}</Fact>
        )}
        <Fact name={t('indicators.baseline')}>{value(baseline, baselineOn)}</Fact>
        <Fact name={t('indicators.latest')}>
          {value(progress.latest?.value ?? null, progress.latest?.measuredOn ?? null)}
        </Fact>
        <Fact name={t('indicators.target')}>{value(target, targetOn)}</Fact>
        {progress.share !== null && (
          <Fact name={t('indicators.state')}>
            {t('indicators.share', { share: format.number(Math.round(progress.share * 100)) })}
          </Fact>
        )}
        {indicator.direction !== null && (
          <Fact name={t('indicators.direction')}>{t(`indicators.direction.${indicator.direction}`)}</Fact>
        )}
        {indicator.source !== '' && <Fact name={t('indicators.source')}>{indicator.source}</Fact>}
      </Facts>
    </Panel>
  );
}

function Subjects({ indicator }: { indicator: Indicator }) {
  const t = useText();
  return (
    <Panel title={t('indicators.subjects')}>
      {indicator.subjects.length === 0 ? (
        <p className={cx('none')}>{t('indicators.subjectsNone')}</p>
      ) : (
        <ul className={cx('list')}>
          {indicator.subjects.map(({ kind, id, name, themeId, stage }) => (
            <li key={id} className={cx('entry')}>
              <div className={cx('words')}>
                <span>{name}</span>
                <span className={cx('detail')}>
                  {stage === null ? t(`indicators.subject.${kind}`) : t(`themes.stage.${stage}`)}
                </span>
              </div>
              <Button
                size="s"
                variant="quiet"
                aria-label={`${t('common.open')}: ${name}`}
                onPress={() =>
                  navigate(
                    kind === 'action'
                      ? { name: 'volunteerAction', id }
                      : { name: 'theme', id: themeId ?? id },
                  )
                }
              >
                {t('common.open')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Measurements({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState<Measurement | 'new' | null>(null);
  const remove = useMutationWithFeedback(
    ({ id }: Measurement) => api.indicators.removeMeasurement.mutate({ id }),
    {
      done: t('indicators.measurementRemoved'),
      undo: (_, { measuredOn, value, source, note }) =>
        api.indicators.saveMeasurement.mutate({
          id: null,
          indicatorId: indicator.id,
          values: { measuredOn, value, source, note },
        }),
    },
  );
  const create = (
    <Button size="s" icon="plus" onPress={() => setEditing('new')}>
      {t('indicators.measurementNew')}
    </Button>
  );
  return (
    <Panel title={t('indicators.measurements')} actions={indicator.measurements.length > 0 && create}>
      {indicator.measurements.length === 0 ? (
        <EmptyState title={t('indicators.measurementsNone')} actions={create} />
      ) : (
        <table className={cx('table')}>
          <thead>
            <tr>
              <th scope="col">{t('indicators.measuredOn')}</th>
              <th scope="col" className={cx('figure')}>
                {t('indicators.value')}
              </th>
              <th scope="col">{t('indicators.source')}</th>
              <td>&nbsp;</td>
            </tr>
          </thead>
          <tbody>
            {indicator.measurements.toReversed().map((one) => (
              <tr key={one.id}>
                <th scope="row">{format.date(one.measuredOn)}</th>
                <td className={cx('figure')}>{format.number(one.value, indicator.decimals)}</td>
                <td>{[one.source, one.note].filter((part) => part !== '').join('. ') || '–'}</td>
                <td className={cx('figure')}>
                  <IconButton
                    icon="edit"
                    size="s"
                    label={`${t('indicators.measurementEdit')}: ${format.date(one.measuredOn)}`}
                    onPress={() => setEditing(one)}
                  />
                  <IconButton
                    icon="trash"
                    size="s"
                    label={`${t('common.remove')}: ${format.date(one.measuredOn)}`}
                    onPress={() => remove.mutate(one)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing !== null && (
        <MeasurementDialog
          indicator={indicator}
          measurement={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function MeasurementDialog({
  indicator,
  measurement,
  onClose,
}: {
  indicator: Indicator;
  measurement: Measurement | null;
  onClose: () => void;
}) {
  const t = useText();
  const formId = useId();
  const [measuredOn, setMeasuredOn] = useState<string | null>(measurement?.measuredOn ?? todayIso());
  const [value, setValue] = useState<number | null>(measurement?.value ?? null);
  const [source, setSource] = useState(measurement?.source ?? indicator.source);
  const [note, setNote] = useState(measurement?.note ?? '');
  const [isMissing, setMissing] = useState(false);
  const errorOf = (name: string): string | undefined =>
    Object.entries(refusal?.fields ?? {}).find(([path]) => path.endsWith(name))?.[1];
  const save = useFormWrite(
    (values: Values) =>
      api.indicators.saveMeasurement.mutate({
        id: measurement?.id ?? null,
        indicatorId: indicator.id,
        values,
      }),
    {
      done: t('indicators.measurementSaved'),
      onSuccess: onClose,
    },
  );
  const { refusal } = save;
  return (
    <Dialog
      isOpen
      title={t(measurement ? 'indicators.measurementEdit' : 'indicators.measurementNew')}
      lead={indicator.name}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        onSubmit={() => {
          if (value === null) setMissing(true);
          else save.mutate({ measuredOn: measuredOn ?? '', value, source, note });
        }}
      >
        {refusal && (
          <Banner tone="danger" isAlert>
            {refusal.message}
          </Banner>
        )}
        <FormRow>
          <DateField
            label={t('indicators.measuredOn')}
            width="s"
            isRequired
            value={measuredOn}
            onChange={setMeasuredOn}
            error={errorOf('measuredOn')}
          />
          <NumberField
            label={
              indicator.unit === '' ? t('indicators.value') : `${t('indicators.value')}, ${indicator.unit}`
            }
            isRequired
            formatOptions={{ maximumFractionDigits: 3 }}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is to be filled in
            autoFocus
            value={value}
            onChange={(next) => {
              setValue(next);
              setMissing(false);
            }}
            error={isMissing ? t('common.field.required') : errorOf('value')}
          />
        </FormRow>
        <TextField label={t('indicators.source')} value={source} onChange={setSource} />
        <TextField label={t('indicators.note')} value={note} onChange={setNote} />
      </Form>
    </Dialog>
  );
}
