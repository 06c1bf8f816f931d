import { useState } from 'react';
import { column, LOGIC_STAGES } from '../../../db/model/logic-model.ts';
import { api } from '../../api/client.ts';
import { useTopicQuery } from '../../api/query-client.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ThemeDialog } from './ThemeDialog.tsx';

/** One theme area with its logic model. */
export default function ThemeScreen({ route }: ScreenProps<'theme'>) {
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  const { data, error } = useTopicQuery(
    ['themes', 'actions', 'indicators', 'organisations', 'persons', 'meetings'],
    ['themes.get', route.id],
    () => api.themes.get.query({ id: route.id }),
  );
  const eyebrow = (
    <Button variant="quiet" size="s" icon="arrowLeft" onPress={() => navigate({ name: 'themes' })}>
      {t('themes.title')}
    </Button>
  );
  if (!data)
    return (
      <Page title={t('themes.title')} eyebrow={eyebrow}>
        {error && <Banner tone="danger">{error.message}</Banner>}
      </Page>
    );
  return (
    <Page
      title={data.name}
      eyebrow={eyebrow}
      lead={data.summary}
      actions={
        <Button variant="primary" icon="edit" onPress={() => setEditing(true)}>
          {t('common.edit')}
        </Button>
      }
    >
      {LOGIC_STAGES.map((stage) => (
        <Panel key={stage} title={t(`themes.stage.${stage}`)}>
          <ul>
            {column(data, stage).map((card) => (
              <li key={card.id}>{card.text}</li>
            ))}
          </ul>
        </Panel>
      ))}
      {isEditing && <ThemeDialog theme={data} onClose={() => setEditing(false)} />}
    </Page>
  );
}
