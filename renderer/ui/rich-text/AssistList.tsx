import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import type { MentionEntity } from '../../../db/model/rich-text.ts';
import { useText } from '../../i18n/language.ts';
import { classes } from '../classes.ts';
import { ASSIST_GROUPS, matching, stepIn, type AssistOption, type EditorAssist } from './assist.ts';
import { assistKey, type AssistKeys, type OpenTrigger } from './assist-plugin.ts';
import styles from './AssistList.module.css';

const cx = classes(styles);

/** Phrases shown at once; more come by typing. */
const MOST_PHRASES = 7;

interface Props {
  editor: Editor;
  assist: EditorAssist;
  /** Where the plugin asks for keys. */
  keys: AssistKeys;
}

/** The list under the caret. The focus stays in the text; arrows choose, Enter or Tab takes, Escape closes. */
export function AssistList({ editor, assist, keys }: Props) {
  const open = useEditorState({
    editor,
    selector: ({ editor: now }) => assistKey.getState(now.state)?.open ?? null,
  });
  const isFocused = useEditorState({ editor, selector: ({ editor: now }) => now.isFocused });
  // Of one kind after "Mention a person": for as long as the sign stands where it was put.
  const [asked, setAsked] = useState<{ from: number; entity: MentionEntity } | null>(null);
  const entity = open !== null && asked?.from === open.from ? asked.entity : undefined;
  const options = useOptions(open, assist, entity);
  if (open === null || options.length === 0 || !isFocused) return null;
  return (
    <List
      key={`${open.from} ${open.sign}`}
      editor={editor}
      open={open}
      options={options}
      keys={keys}
      onAsk={(from, next) => setAsked({ from, entity: next })}
    />
  );
}

function useOptions(
  open: OpenTrigger | null,
  assist: EditorAssist,
  entity: MentionEntity | undefined,
): readonly AssistOption[] {
  const t = useText();
  const sign = open?.sign ?? null;
  const query = open?.query ?? '';
  const [phrases, setPhrases] = useState<readonly AssistOption[]>([]);
  const [mentions, setMentions] = useState<{ query: string; options: readonly AssistOption[] } | null>(null);
  const from = open?.from ?? null;
  useEffect(() => {
    if (sign !== '/') return undefined;
    let isCurrent = true;
    assist
      .phrases()
      .then((found) => {
        if (isCurrent)
          setPhrases(
            found.map(({ id, text }) => ({
              id: `phrase ${id}`,
              label: text,
              group: 'phrase',
              effect: { kind: 'text', text },
            })),
          );
      })
      // Without phrases the actions are still there.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [assist, sign, from]);
  useEffect(() => {
    if (sign !== '@') return undefined;
    let isCurrent = true;
    assist
      .mentions(query, entity)
      .then((found) => {
        if (isCurrent) setMentions({ query, options: found });
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [assist, sign, query, entity]);
  const own = useMemo((): AssistOption[] => {
    const asking = (one: MentionEntity): AssistOption => ({
      id: `ask ${one}`,
      label: t(`writing.assist.${one}`),
      keywords: '@ maininta omnämnande mention',
      group: 'command',
      effect: { kind: 'ask', entity: one },
    });
    const list = (one: 'bulletList' | 'orderedList'): AssistOption => ({
      id: one,
      label: t(`writing.assist.${one}`),
      keywords: 'lista list',
      group: 'command',
      effect: { kind: 'list', list: one },
    });
    return [
      asking('person'),
      asking('organisation'),
      asking('task'),
      list('bulletList'),
      list('orderedList'),
    ];
  }, [t]);
  return useMemo(() => {
    if (sign === '/') {
      const commands = matching([...assist.commands, ...own], query);
      return [...commands, ...matching(phrases, query).slice(0, MOST_PHRASES)];
    }
    // Older answers are kept until the next one comes, as long as they can still be right.
    if (sign === '@' && mentions !== null && query.startsWith(mentions.query.slice(0, 1)))
      return mentions.options;
    return [];
  }, [sign, query, assist, own, phrases, mentions]);
}

function List({
  editor,
  open,
  options,
  keys,
  onAsk,
}: {
  editor: Editor;
  open: OpenTrigger;
  options: readonly AssistOption[];
  keys: Props['keys'];
  onAsk: (from: number, entity: MentionEntity) => void;
}) {
  const t = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState({ query: open.query, index: 0 });
  // Another query begins at the top again.
  const index = chosen.query === open.query ? Math.min(chosen.index, options.length - 1) : 0;
  const optionId = (at: number): string => `${id}-${at}`;

  const close = (): void => {
    editor.view.dispatch(editor.state.tr.setMeta(assistKey, { dismiss: open.from }));
  };
  const take = ({ effect }: AssistOption): void => {
    const range = { from: open.from, to: open.to };
    const chain = editor.chain().focus().deleteRange(range);
    switch (effect.kind) {
      case 'text':
        chain.insertContent(plainContent(effect.text)).run();
        break;
      case 'mention':
        chain
          .insertContent({
            type: 'text',
            text: effect.text,
            marks: [{ type: 'mention', attrs: { ...effect.mention } }],
          })
          .run();
        break;
      case 'list':
        if (effect.list === 'bulletList') chain.toggleBulletList().run();
        else chain.toggleOrderedList().run();
        break;
      case 'ask':
        onAsk(open.from, effect.entity);
        chain.insertContent({ type: 'text', text: '@' }).run();
        break;
      case 'run':
        chain.run();
        effect.run();
        break;
    }
  };
  const latest = useRef({ index, options, take, close });
  useEffect(() => {
    latest.current = { index, options, take, close };
  });
  useEffect(() => {
    return keys.give((event) => {
      const now = latest.current;
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      switch (event.key) {
        case 'ArrowDown':
        case 'ArrowUp': {
          const next = stepIn(now.index, event.key === 'ArrowDown' ? 1 : -1, now.options.length);
          setChosen({ query: assistKey.getState(editor.state)?.open?.query ?? '', index: next });
          break;
        }
        case 'Enter':
        case 'Tab': {
          const option = now.options[now.index];
          if (option === undefined || event.shiftKey) return false;
          now.take(option);
          break;
        }
        case 'Escape':
          now.close();
          break;
        default:
          return false;
      }
      event.preventDefault();
      // Escape closes the list and nothing behind it.
      event.stopPropagation();
      return true;
    });
  }, [keys, editor]);

  useLayoutEffect(() => {
    const node = box.current;
    if (node === null) return;
    const at = editor.view.coordsAtPos(open.from);
    const { height, width } = node.getBoundingClientRect();
    const isAbove = at.bottom + height + 8 > window.innerHeight && at.top - height - 8 > 0;
    node.style.top = `${isAbove ? at.top - height - 4 : at.bottom + 4}px`;
    node.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`;
  });
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  // The text names the list and the chosen option, as a field with suggestions does.
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', id);
    dom.setAttribute('aria-autocomplete', 'list');
    dom.setAttribute('aria-haspopup', 'listbox');
    dom.setAttribute('aria-activedescendant', `${id}-${index}`);
    return () => {
      for (const name of ['aria-controls', 'aria-autocomplete', 'aria-haspopup', 'aria-activedescendant'])
        dom.removeAttribute(name);
    };
  }, [editor, id, index]);

  const groups = ASSIST_GROUPS.map((group) => ({
    group,
    rows: options.flatMap((option, at) => (option.group === group ? [{ option, at }] : [])),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <>
      <div className={cx('popup')} ref={box}>
        <div
          role="listbox"
          id={id}
          aria-label={t('writing.assist.list')}
          tabIndex={-1}
          className={cx('list')}
        >
          {groups.map(({ group, rows }) => (
            <div key={group} role="group" aria-label={t(`writing.assist.group.${group}`)}>
              <div className={cx('group')} aria-hidden>
                {t(`writing.assist.group.${group}`)}
              </div>
              {rows.map(({ option, at }) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the text's, which keeps the focus
                <div
                  key={option.id}
                  id={optionId(at)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === index}
                  className={cx('option')}
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() => at !== index && setChosen({ query: open.query, index: at })}
                  onClick={() => take(option)}
                >
                  <span className={cx('label')}>{option.label}</span>
                  {option.detail && <span className={cx('detail')}>{option.detail}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
      <VisuallyHidden elementType="span" role="status">
        {t('writing.assist.count', { count: options.length })}
      </VisuallyHidden>
    </>
  );
}

/** Plain text as content: a line feed is a break. */
function plainContent(text: string): { type: string; text?: string }[] {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
}
