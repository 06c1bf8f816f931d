import { useState } from 'react';
import { viewKey, type OrganisationView } from '../../../db/model/organisation-view.ts';
import { api } from '../../api/client.ts';
import { useMutationWithFeedback } from '../../api/mutations.ts';
import { useText } from '../../i18n/language.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { openView, useList, type SavedView } from './list-store.ts';
import styles from './Table.module.css';

const cx = classes(styles);

/** Gives what the list shows a name. */
export function SaveViewButton({ present }: { present: OrganisationView }) {
  const t = useText();
  const [isNaming, setNaming] = useState(false);
  return (
    <>
      <Button size="s" variant="quiet" icon="plus" onPress={() => setNaming(true)}>
        {t('registerTable.saveView')}
      </Button>
      {isNaming && <NameDialog saved={null} view={present} onClose={() => setNaming(false)} />}
    </>
  );
}

/** The saved views as a row of buttons, and what can be done with the one that is open. Nothing while there is none. */
export function ViewBar({
  views,
  present,
  isNarrowed,
}: {
  views: readonly SavedView[];
  /** What the list shows now. */
  present: OrganisationView;
  /** The list shows less than everything. */
  isNarrowed: boolean;
}) {
  const t = useText();
  const viewId = useList((state) => state.viewId);
  const [isRenaming, setRenaming] = useState(false);
  const open = views.find(({ id }) => id === viewId) ?? null;
  const isChanged = open !== null && viewKey(open.view) !== viewKey(present);
  const save = useMutationWithFeedback(
    (input: { saved: SavedView; view: OrganisationView }) =>
      api.organisationViews.save.mutate({
        id: input.saved.id,
        version: input.saved.version,
        name: input.saved.name,
        view: input.view,
      }),
    {
      done: (_, { saved }) => t('registerTable.viewSaved', { name: saved.name }),
      undo: ({ id, version }, { saved }) =>
        api.organisationViews.save.mutate({ id, version, name: saved.name, view: saved.view }),
    },
  );
  const remove = useMutationWithFeedback(
    (saved: SavedView) => api.organisationViews.remove.mutate({ id: saved.id }),
    {
      done: (_, saved) => t('registerTable.viewRemoved', { name: saved.name }),
      undo: (removal) => api.organisationViews.restore.mutate(removal),
      onSuccess: () => useList.setState({ viewId: null }),
    },
  );
  const setDefault = useMutationWithFeedback((id: string | null) =>
    api.organisationViews.setDefault.mutate({ id }),
  );
  if (views.length === 0) return null;
  return (
    <div role="group" aria-label={t('registerTable.views')} className={cx('views')}>
      <button
        type="button"
        className={cx('view')}
        aria-pressed={open === null}
        onClick={() => openView(null)}
      >
        {t('registerTable.everything')}
      </button>
      {views.map((saved) => (
        <button
          key={saved.id}
          type="button"
          className={cx('view')}
          aria-pressed={saved.id === viewId}
          title={saved.isDefault ? t('registerTable.defaultView') : undefined}
          onClick={() => openView(saved)}
        >
          {saved.name}
          {saved.isDefault && <span className={cx('default')}> ★</span>}
        </button>
      ))}
      {open !== null && (
        <Menu
          label={t('registerTable.viewActions', { name: open.name })}
          placement="bottom start"
          entries={[
            {
              id: 'rename',
              label: t('registerTable.rename'),
              icon: 'edit',
              run: () => setRenaming(true),
            },
            {
              id: 'default',
              label: t(open.isDefault ? 'registerTable.noDefault' : 'registerTable.makeDefault'),
              icon: 'check',
              run: () => setDefault.mutate(open.isDefault ? null : open.id),
            },
            {
              id: 'remove',
              label: t('registerTable.removeView'),
              icon: 'trash',
              isDangerous: true,
              separator: true,
              run: () => remove.mutate(open),
            },
          ]}
        >
          <IconButton size="s" icon="more" label={t('registerTable.viewActions', { name: open.name })} />
        </Menu>
      )}
      {isChanged && (
        <>
          <Button
            size="s"
            icon="check"
            isPending={save.isPending}
            onPress={() => save.mutate({ saved: open, view: present })}
          >
            {t('registerTable.saveChanges')}
          </Button>
          <Button size="s" variant="quiet" icon="undo" onPress={() => openView(open)}>
            {t('registerTable.revert')}
          </Button>
        </>
      )}
      {(isChanged || open === null) && isNarrowed && <SaveViewButton present={present} />}
      {isRenaming && open !== null && (
        <NameDialog saved={open} view={open.view} onClose={() => setRenaming(false)} />
      )}
    </div>
  );
}

function NameDialog({
  saved,
  view,
  onClose,
}: {
  /** The one that is renamed; null: a new one. */
  saved: SavedView | null;
  view: OrganisationView;
  onClose: () => void;
}) {
  const t = useText();
  const [name, setName] = useState(saved?.name ?? '');
  const [error, setError] = useState<string>();
  const save = useMutationWithFeedback(
    () =>
      api.organisationViews.save.mutate({
        id: saved?.id ?? null,
        version: saved?.version ?? 1,
        name,
        view,
      }),
    {
      done: t('registerTable.viewSaved', { name: name.trim() }),
      onSuccess: ({ id }) => {
        useList.setState({ viewId: id });
        onClose();
      },
      onError: ({ message, fields }) => {
        setError(fields['name'] ?? message);
        return true;
      },
    },
  );
  return (
    <Dialog
      isOpen
      width="narrow"
      title={t(saved === null ? 'registerTable.viewTitle' : 'registerTable.renameTitle')}
      {...(saved === null ? { lead: t('registerTable.viewLead') } : {})}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form="organisation-view" variant="primary" isPending={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id="organisation-view" onSubmit={() => save.mutate(undefined)}>
        <TextField
          label={t('registerTable.viewName')}
          value={name}
          onChange={setName}
          error={error}
          maxLength={80}
          {...{ autoFocus: true }}
        />
      </Form>
    </Dialog>
  );
}
