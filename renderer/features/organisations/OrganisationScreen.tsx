import { useContext, useState } from 'react';
import { useMentionPlaces } from '../../api/use-mentions.ts';
import { useText } from '../../i18n/language.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { MentionList } from '../../ui/MentionList.tsx';
import { navigate, type ScreenProps } from '../../ui/navigation.ts';
import { OrganisationFilesSlot } from '../../ui/organisation-slots.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RelatedPanel } from '../../ui/RelatedPanel.tsx';
import styles from './Organisation.module.css';
import {
  OrganisationFacts,
  OrganisationPeople,
  OrganisationSeats,
  StatePill,
} from './OrganisationDetails.tsx';
import { OrganisationCard } from './OrganisationCard.tsx';
import { NetworkMemberships } from './NetworkMemberships.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { OrganisationTimeline } from './OrganisationTimeline.tsx';
import { useOrganisation } from './use-organisation.ts';

const cx = classes(styles);

/** One organisation on the whole screen; the palette and other screens lead here. */
export default function OrganisationScreen({ route }: ScreenProps<'organisation'>) {
  const t = useText();
  const { data, error } = useOrganisation(route.id);
  const places = useMentionPlaces('organisation', route.id);
  const filesOf = useContext(OrganisationFilesSlot);
  const [editing, setEditing] = useState<string | null>(null);
  const isEditing = editing === route.id;
  const eyebrow = (
    <Button variant="quiet" size="s" icon="arrowLeft" onPress={() => navigate({ name: 'organisations' })}>
      {t('organisations.title')}
    </Button>
  );
  if (!data)
    return (
      <Page title={t('organisations.card')} eyebrow={eyebrow}>
        {error && <Banner tone="danger">{error.message}</Banner>}
      </Page>
    );
  return (
    <Page
      title={data.nameFi}
      eyebrow={eyebrow}
      lead={<StatePill state={data.state} isMerged={data.mergedIntoId !== null} />}
      actions={
        !isEditing && (
          <Button variant="primary" icon="edit" onPress={() => setEditing(data.id)}>
            {t('common.edit')}
          </Button>
        )
      }
    >
      {isEditing ? (
        <div className={cx('form')}>
          <OrganisationForm
            key={data.id}
            organisation={data}
            onSaved={() => setEditing(null)}
            onCancel={() => setEditing(null)}
            onOpen={(id) => navigate({ name: 'organisation', id })}
          />
        </div>
      ) : (
        <div className={cx('columns')}>
          <div className={cx('side')}>
            <Panel title={t('organisations.details')}>
              <OrganisationFacts organisation={data} />
            </Panel>
            <OrganisationCard id={data.id} />
            {filesOf(data.id)}
            <OrganisationTimeline id={data.id} />
          </div>
          <div className={cx('side')}>
            <RelatedPanel kind="organisation" id={data.id} />
            <Panel title={t('organisations.positions')}>
              <div className={cx('part')}>
                <OrganisationPeople organisation={data} />
              </div>
            </Panel>
            <Panel title={t('organisations.network')}>
              <div className={cx('part')}>
                <NetworkMemberships organisationId={data.id} />
              </div>
            </Panel>
            <Panel title={t('organisations.seats')}>
              <OrganisationSeats organisation={data} />
            </Panel>
            <Panel title={t('writing.mentions.title')}>{places && <MentionList places={places} />}</Panel>
          </div>
        </div>
      )}
    </Page>
  );
}
