import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { classes } from './classes.ts';
import styles from './Tabs.module.css';

const cx = classes(styles);

export interface TabSpec<Id extends string> {
  id: Id;
  label: string;
  /** How many things there are behind it. */
  count?: number;
  isDisabled?: boolean;
  content: ReactNode;
}

/** Parts of one thing, one shown at a time. ← and → change the part. */
export function Tabs<Id extends string>({
  tabs,
  selected,
  onChange,
  label,
  fill = false,
}: {
  tabs: readonly TabSpec<Id>[];
  selected: Id;
  onChange: (id: Id) => void;
  label: string;
  /** The panel takes the height there is, e.g. for a grid. */
  fill?: boolean;
}) {
  return (
    <AriaTabs
      className={cx('tabs', fill && 'fill')}
      selectedKey={selected}
      onSelectionChange={(key) => onChange(String(key) as Id)}
    >
      <TabList className={cx('list')} aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={cx('tab')} isDisabled={tab.isDisabled ?? false}>
            {tab.label}
            {tab.count !== undefined && <span className={cx('count')}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={cx('panel')}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
