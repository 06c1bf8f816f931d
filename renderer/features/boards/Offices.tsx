import { useState } from 'react';
import type { OfficeKind } from '../../../db/model/board.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './Boards.module.css';
import { EndOfficeDialog, OFFICE_LABELS, OfficeDialog } from './OfficeDialog.tsx';
import type { Composition, Office } from './use-boards.ts';

const cx = classes(styles);
const ALWAYS: readonly OfficeKind[] = ['chair', 'vice_chair', 'secretary'];

/** Chair, vice chair, secretary, presenters and experts of the day. */
export function Offices({ composition }: { composition: Composition }) {
  const t = useText();
  const [appointing, setAppointing] = useState<OfficeKind | null>(null);
  const [ending, setEnding] = useState<Office | null>(null);
  const cells: (Office | OfficeKind)[] = [
    ...ALWAYS.map((kind) => composition.offices.find(({ office }) => office === kind) ?? kind),
    ...composition.offices.filter(({ office }) => !ALWAYS.includes(office)),
  ];
  return (
    <Panel
      title={t('boards.offices')}
      isFlush
      actions={
        <Button size="s" icon="plus" onPress={() => setAppointing('expert')}>
          {t('boards.officeAdd')}
        </Button>
      }
    >
      <ul className={cx('offices')}>
        {cells.map((cell) =>
          typeof cell === 'string' ? (
            <li key={cell} className={cx('office')}>
              <div className={cx('words')}>
                <span className={cx('label')}>{t(OFFICE_LABELS[cell])}</span>
                <span className={cx('none')}>{t('boards.officeNone')}</span>
              </div>
              <Button
                size="s"
                aria-label={`${t('boards.officeAppoint')}: ${t(OFFICE_LABELS[cell])}`}
                onPress={() => setAppointing(cell)}
              >
                {t('boards.officeAppoint')}
              </Button>
            </li>
          ) : (
            <OfficeCell key={cell.id} office={cell} onChange={setAppointing} onEnd={setEnding} />
          ),
        )}
      </ul>
      {appointing !== null && (
        <OfficeDialog composition={composition} office={appointing} onClose={() => setAppointing(null)} />
      )}
      {ending && (
        <EndOfficeDialog composition={composition} office={ending} onClose={() => setEnding(null)} />
      )}
    </Panel>
  );
}

function OfficeCell({
  office,
  onChange,
  onEnd,
}: {
  office: Office;
  onChange: (kind: OfficeKind) => void;
  onEnd: (office: Office) => void;
}) {
  const t = useText();
  const format = useFormat();
  const isSingle = ALWAYS.includes(office.office);
  return (
    <li className={cx('office')}>
      <div className={cx('words')}>
        <span className={cx('label')}>{t(OFFICE_LABELS[office.office])}</span>
        <span className={cx('name')}>{office.person.name}</span>
        {office.title !== '' && <span className={cx('detail')}>{office.title}</span>}
        <span className={cx('detail')}>
          {t('boards.sinceDate', { date: format.date(office.startsOn) })}
          {office.endsOn !== null && `, ${t('boards.until', { date: format.date(office.endsOn) })}`}
        </span>
      </div>
      <Menu
        label={`${t(OFFICE_LABELS[office.office])}: ${office.person.name}`}
        entries={[
          ...(isSingle
            ? [{ id: 'change', label: t('boards.officeChange'), run: () => onChange(office.office) }]
            : []),
          {
            id: 'end',
            label: t('boards.officeEnd'),
            isDisabled: office.endsOn !== null,
            run: () => onEnd(office),
          },
        ]}
      >
        <IconButton
          icon="more"
          size="s"
          label={`${t('boards.more')}: ${t(OFFICE_LABELS[office.office])}, ${office.person.name}`}
        />
      </Menu>
    </li>
  );
}
