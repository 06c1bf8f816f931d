import { useText } from '../../i18n/language.ts';
import { Page } from '../../ui/Page.tsx';
import { classes } from '../../ui/classes.ts';
import { BatchPanel } from './BatchPanel.tsx';
import { FolderPanel } from './FolderPanel.tsx';
import styles from './Publishing.module.css';

const cx = classes(styles);

/** Minutes out of the program, many at a time: as files of a year or a term, and as a site for the web. */
export default function PublishingScreen() {
  const t = useText();
  return (
    <Page title={t('publishing.title')} lead={t('publishing.lead')}>
      <div className={cx('page')}>
        <FolderPanel />
        <BatchPanel />
      </div>
    </Page>
  );
}
