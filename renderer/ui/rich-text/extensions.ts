/** The editor's schema: that of db/model/rich-text.ts and nothing else. */
import { Mark, mergeAttributes, type Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { isAllowedLink } from './clean.ts';

/** A link has an address and no more; how it opens is not part of the text. */
const PlainLink = Link.extend({
  addAttributes() {
    return { href: { default: null, parseHTML: (element) => element.getAttribute('href') } };
  },
  renderHTML({ HTMLAttributes: attributes }) {
    return ['a', mergeAttributes({ rel: 'noreferrer' }, attributes), 0];
  },
});

/** Tab leads to the next field, never into the text: items go in by Ctrl+M and out by Ctrl+Shift+M. */
const PlainListItem = ListItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Mod-m': () => this.editor.commands.sinkListItem(this.name),
      'Mod-Shift-m': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** What is left out of public documents, with its ground of law. It never spreads to what is typed after it. */
const Redacted = Mark.create({
  name: 'redacted',
  inclusive: false,
  addAttributes() {
    return {
      ground: {
        default: '',
        parseHTML: (element) => element.getAttribute('data-redacted'),
        renderHTML: ({ ground }: Record<string, unknown>) => ({ 'data-redacted': ground, title: ground }),
      },
    };
  },
  parseHTML: () => [{ tag: 'mark[data-redacted]' }],
  renderHTML: ({ HTMLAttributes: attributes }) => ['mark', attributes, 0],
});

/** Words that name somebody or something of the register. What is typed after them is not part of the name. */
const MentionMark = Mark.create({
  name: 'mention',
  inclusive: false,
  addAttributes() {
    return {
      entity: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-mention'),
        renderHTML: ({ entity }: Record<string, unknown>) => ({ 'data-mention': entity }),
      },
      id: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-id'),
        renderHTML: ({ id }: Record<string, unknown>) => ({ 'data-id': id }),
      },
    };
  },
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ HTMLAttributes: attributes }) => ['span', attributes, 0],
});

/** Numbered lists begin at 1. */
const PlainOrderedList = OrderedList.extend({ addAttributes: () => ({}) });

export function editorExtensions(placeholder: string): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    Bold,
    Italic,
    BulletList,
    PlainOrderedList,
    PlainListItem,
    ListKeymap,
    HardBreak,
    Redacted,
    MentionMark,
    PlainLink.configure({
      autolink: true,
      linkOnPaste: true,
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (uri) => isAllowedLink(uri),
      shouldAutoLink: (uri) => /^(https?:\/\/|mailto:|www\.)/i.test(uri),
    }),
    UndoRedo,
    ...(placeholder ? [Placeholder.configure({ placeholder })] : []),
  ];
}
