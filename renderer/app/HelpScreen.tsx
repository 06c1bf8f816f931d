import { useText } from '../i18n/language.ts';
import { useActionStore } from '../ui/actions.ts';
import { classes } from '../ui/classes.ts';
import { FormSection } from '../ui/Form.tsx';
import { Keys } from '../ui/Keys.tsx';
import { Page } from '../ui/Page.tsx';
import { ScrollArea } from '../ui/ScrollArea.tsx';
import styles from './HelpScreen.module.css';

const cx = classes(styles);

function Row({ what, shortcuts, words }: { what: string; shortcuts?: readonly string[]; words?: string }) {
  return (
    <tr>
      <th scope="row">{what}</th>
      <td>
        <span className={cx('keys')}>
          {shortcuts?.map((shortcut) => (
            <Keys key={shortcut} shortcut={shortcut} />
          ))}
          {words}
        </span>
      </td>
    </tr>
  );
}

/** The keys of the program, as they are bound just now. */
export default function HelpScreen() {
  const t = useText();
  const actions = useActionStore((state) => state.actions).filter(({ shortcut }) => shortcut);
  return (
    <Page title={t('shell.shortcuts.title')} lead={t('shell.help.lead')} layout="fill">
      <ScrollArea className={cx('scroll')} label={t('shell.shortcuts.title')}>
        <FormSection title={t('shell.help.anywhere')}>
          <table className={cx('table')}>
            <tbody>
              {actions.map((action) => (
                <Row key={action.id} what={action.title(t)} shortcuts={[action.shortcut!]} />
              ))}
            </tbody>
          </table>
        </FormSection>
        <FormSection title={t('shell.help.grid')}>
          <table className={cx('table')}>
            <tbody>
              <Row
                what={t('shell.help.grid.move')}
                shortcuts={['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']}
              />
              <Row what={t('shell.help.grid.ends')} shortcuts={['Home', 'End']} />
              <Row what={t('shell.help.grid.whole')} shortcuts={['Ctrl+Home', 'Ctrl+End']} />
              <Row what={t('shell.help.grid.open')} shortcuts={['Enter']} />
              <Row what={t('shell.help.grid.select')} shortcuts={['Space', 'Shift+Space']} />
              <Row what={t('shell.help.grid.menu')} shortcuts={['Shift+F10']} />
              <Row what={t('shell.help.grid.letters')} words={t('shell.help.letters')} />
            </tbody>
          </table>
        </FormSection>
        <FormSection title={t('shell.help.editor')}>
          <table className={cx('table')}>
            <tbody>
              <Row what={t('common.editor.bold')} shortcuts={['Ctrl+B']} />
              <Row what={t('common.editor.italic')} shortcuts={['Ctrl+I']} />
              <Row what={t('common.editor.bulletList')} shortcuts={['Ctrl+Shift+8']} />
              <Row what={t('common.editor.orderedList')} shortcuts={['Ctrl+Shift+7']} />
              <Row what={t('common.editor.indent')} shortcuts={['Ctrl+M', 'Ctrl+Shift+M']} />
              <Row what={t('common.undo')} shortcuts={['Ctrl+Z']} />
              <Row what={t('common.redo')} shortcuts={['Ctrl+Shift+Z']} />
            </tbody>
          </table>
        </FormSection>
      </ScrollArea>
    </Page>
  );
}
