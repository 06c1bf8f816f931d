import { useState } from 'react';
import { CLOCK_WORDS, type ClockView } from '../../../db/model/clock-view.ts';
import { CLOCK_OWNERS, type ClockKind, type ClockOwnerKind } from '../../../db/model/clock.ts';
import { yearOf } from '../../../db/model/dates.ts';
import { inLanguage } from '../../../db/model/language.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api, type Outputs } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { todayIso } from '../../api/today.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormWide } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

type Template = Outputs['clocks']['templates'][number];

/** The year in which the council term of today began: terms begin in June of 2025, 2029 … (kuntalaki 15 §). */
function termStart(today: string): number {
  const year = today.slice(5, 7) < '06' ? yearOf(today) - 1 : yearOf(today);
  return year - ((((year - 2025) % 4) + 4) % 4);
}

/** A new clock of a board, region or municipality from a template, or the details of one that is there. */
export function ClockDialog({
  clock,
  onClose,
  onCreated,
}: {
  clock: ClockView | null;
  onClose: () => void;
  onCreated: (id: string) => void;
}) {
  const { data: templates } = useTopicQuery([], ['clocks.templates'], () => api.clocks.templates.query());
  const { data: regions } = useTopicQuery(['workspace'], ['classifications.regions'], () =>
    api.classifications.regions.query(),
  );
  const { data: municipalities } = useTopicQuery(['workspace'], ['classifications.municipalities'], () =>
    api.classifications.municipalities.query(),
  );
  const board = useOpenBoard();
  const { data: own } = useTopicQuery(['boards'], ['clocks.boardRegion', board.id], () =>
    api.boards.get.query({ id: board.id }),
  );
  if (!templates || !regions || !municipalities || !own) return null;
  return (
    <Fields
      clock={clock}
      templates={templates}
      regions={regions}
      municipalities={municipalities}
      ownRegion={own.regionCode}
      onClose={onClose}
      onCreated={onCreated}
    />
  );
}

function Fields({
  clock,
  templates,
  regions,
  municipalities,
  ownRegion,
  onClose,
  onCreated,
}: {
  clock: ClockView | null;
  templates: readonly Template[];
  regions: Outputs['classifications']['regions'];
  municipalities: Outputs['classifications']['municipalities'];
  ownRegion: string | null;
  onClose: () => void;
  onCreated: (id: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const board = useOpenBoard();
  const offered = (owner: ClockOwnerKind): Template[] =>
    templates
      .filter((one) => one.owner === null || one.owner === owner)
      // A board begins with a year.
      .toSorted(
        (a, b) => Number(owner === 'board') * (Number(b.kind === 'year') - Number(a.kind === 'year')),
      );
  const [owner, setOwner] = useState<ClockOwnerKind>(clock?.owner.kind ?? 'board');
  const [region, setRegion] = useState(clock?.owner.code ?? ownRegion ?? regions[0]?.code ?? '');
  const [municipality, setMunicipality] = useState<string | null>(null);
  const [templateKey, setTemplateKey] = useState(() => offered('board')[0]?.key ?? '');
  const template = templates.find((one) => one.key === templateKey);
  const kind: ClockKind = clock?.kind ?? template?.kind ?? 'year';
  const startOf = (next: ClockKind) =>
    next === 'term' ? { year: termStart(todayIso()), month: 6 } : { year: yearOf(todayIso()), month: 1 };
  const [start, setStart] = useState(() =>
    clock === null
      ? startOf(kind)
      : { year: Number(clock.firstMonth.slice(0, 4)), month: Number(clock.firstMonth.slice(5)) },
  );
  const [title, setTitle] = useState<string | null>(clock?.title ?? null);
  const [center, setCenter] = useState<string | null>(clock?.center ?? null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const suggested = CLOCK_WORDS[language].clock[kind];
  const choose = (key: string): void => {
    setTemplateKey(key);
    setStart(startOf(templates.find((one) => one.key === key)?.kind ?? 'year'));
  };
  const save = useMutationWithFeedback(
    async () => {
      const firstMonth = `${start.year}-${String(start.month).padStart(2, '0')}`;
      const values = {
        title: title ?? suggested,
        center: center ?? (template ? inLanguage(template.center, language) : ''),
        firstMonth,
      };
      if (clock !== null) {
        await api.clocks.update.mutate({ id: clock.id, version: clock.version, ...values });
        return clock.id;
      }
      const code = owner === 'region' ? region : municipality;
      const { id } = await api.clocks.create.mutate({
        templateKey,
        language,
        values: {
          ...values,
          kind,
          owner: {
            kind: owner,
            boardId: owner === 'board' ? board.id : null,
            code: owner === 'board' ? null : code,
          },
        },
      });
      return id;
    },
    {
      done: t(clock === null ? 'clocks.created' : 'clocks.saved'),
      onSuccess: (id) => (clock === null ? onCreated(id) : onClose()),
      onError: ({ fields }) => {
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
    },
  );
  const nameOf = (code: string | null): string => {
    const found = municipalities.find((one) => one.code === code);
    return found ? inLanguage(found.name, language) : '';
  };
  return (
    <Dialog
      isOpen
      title={t(clock === null ? 'clocks.new' : 'clocks.editClock')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form="clock" variant="primary" isPending={save.isPending}>
            {t(clock === null ? 'clocks.create' : 'common.save')}
          </Button>
        </>
      }
    >
      <Form
        id="clock"
        onSubmit={() => {
          if (clock === null && owner === 'municipality' && municipality === null)
            setErrors({ municipality: t('common.field.required') });
          else save.mutate(undefined);
        }}
      >
        <FormGrid>
          {clock === null && (
            <>
              <FormWide>
                <Select
                  label={t('clocks.owner')}
                  value={owner}
                  onChange={(next) => {
                    setOwner(next);
                    choose(offered(next)[0]?.key ?? '');
                  }}
                  options={CLOCK_OWNERS.map((id) => ({
                    id,
                    label:
                      id === 'board'
                        ? t('clocks.owner.board', { name: board.name })
                        : t(`clocks.owner.${id}`),
                  }))}
                />
              </FormWide>
              {owner === 'region' && (
                <FormWide>
                  <Select
                    label={t('clocks.region')}
                    value={region}
                    onChange={setRegion}
                    options={regions.map((one) => ({ id: one.code, label: inLanguage(one.name, language) }))}
                  />
                </FormWide>
              )}
              {owner === 'municipality' && (
                <FormWide>
                  <ComboBox
                    label={t('clocks.municipality')}
                    value={municipality === null ? null : { id: municipality, label: nameOf(municipality) }}
                    onChange={(option) => setMunicipality(option?.id ?? null)}
                    load={(text) =>
                      municipalities
                        .map((one) => ({ id: one.code, label: inLanguage(one.name, language) }))
                        .filter(({ label }) => label.toLowerCase().startsWith(text.toLowerCase()))
                        .slice(0, 30)
                    }
                    error={municipality === null ? errors['municipality'] : undefined}
                    isRequired
                  />
                </FormWide>
              )}
              <FormWide>
                <Select
                  label={t('clocks.template')}
                  value={templateKey}
                  onChange={choose}
                  description={template ? inLanguage(template.note, language) : undefined}
                  options={offered(owner).map((one) => ({
                    id: one.key,
                    label: inLanguage(one.name, language),
                  }))}
                />
              </FormWide>
            </>
          )}
          <FormWide>
            <TextField
              label={t('clocks.clockTitle')}
              value={title ?? suggested}
              onChange={setTitle}
              error={errors['values.title'] ?? errors['title']}
              isRequired
            />
          </FormWide>
          <NumberField
            label={t('clocks.firstYear')}
            value={start.year}
            onChange={(year) => setStart({ ...start, year: year ?? yearOf(todayIso()) })}
            formatOptions={{ useGrouping: false }}
            minValue={1900}
            maxValue={2200}
          />
          <Select
            label={t('clocks.firstMonth')}
            description={kind === 'term' ? t('clocks.firstMonthTerm') : undefined}
            value={String(start.month)}
            onChange={(month) => setStart({ ...start, month: Number(month) })}
            options={CLOCK_WORDS[language].long.map((label, index) => ({ id: String(index + 1), label }))}
          />
          <FormWide>
            <TextArea
              label={t('clocks.center')}
              description={t('clocks.centerHelp')}
              rows={2}
              value={center ?? (template ? inLanguage(template.center, language) : '')}
              onChange={setCenter}
            />
          </FormWide>
        </FormGrid>
      </Form>
    </Dialog>
  );
}
