import { useState } from 'react';
import { ANNUAL_KINDS, type AnnualKind } from '../../../db/model/annual-report.ts';
import { annualTitle } from '../../../db/model/annual-sections.ts';
import { yearOf } from '../../../db/model/dates.ts';
import { LANGUAGES, type Language } from '../../../db/model/language.ts';
import { useOpenBoard } from '../../api/board.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { todayIso } from '../../api/today.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormGrid, FormWide } from '../../ui/Form.tsx';
import { navigate } from '../../ui/navigation.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';

/** Which document of which year is drafted. */
export function NewReportDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const board = useOpenBoard();
  const own = useLanguage();
  const [kind, setKind] = useState<AnnualKind>('report');
  const [typed, setYear] = useState<number | null>(null);
  const [language, setLanguage] = useState<Language>(own);
  const [problem, setProblem] = useState<string | null>(null);
  // A report is of the year that is, a plan of the one that comes.
  const year = typed ?? yearOf(todayIso()) + (kind === 'plan' ? 1 : 0);
  const create = useMutationWithFeedback(
    () => api.reports.create.mutate({ boardId: board.id, kind, year, language }),
    {
      done: t('reports.drafted', { title: annualTitle(kind, year, language) }),
      onSuccess: ({ id }) => navigate({ name: 'report', id }),
      onError: ({ message }) => {
        setProblem(message);
        return true;
      },
    },
  );
  return (
    <Dialog
      isOpen
      title={t('reports.newTitle')}
      lead={t('reports.newLead')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form="new-report" variant="primary" isPending={create.isPending}>
            {t('reports.draft')}
          </Button>
        </>
      }
    >
      <Form id="new-report" onSubmit={() => create.mutate(undefined)}>
        {problem !== null && (
          <Banner tone="danger" isAlert>
            {problem}
          </Banner>
        )}
        <FormGrid>
          <FormWide>
            <RadioGroup
              label={t('reports.kind')}
              value={kind}
              onChange={setKind}
              options={ANNUAL_KINDS.map((id) => ({ id, label: t(`reports.kind.${id}`) }))}
            />
          </FormWide>
          <NumberField
            label={t('reports.year')}
            value={year}
            onChange={setYear}
            formatOptions={{ useGrouping: false }}
            minValue={1990}
            maxValue={2100}
          />
          <Select
            label={t('common.language')}
            value={language}
            onChange={setLanguage}
            options={LANGUAGES.map((id) => ({ id, label: t(`common.language.${id}`) }))}
          />
        </FormGrid>
      </Form>
    </Dialog>
  );
}
