import { Link } from 'react-aria-components/Link';
import type { RichBlock, RichInline, RichText } from '../../../db/model/rich-text.ts';
import { classes } from '../classes.ts';
import { mentionRoute, navigate } from '../navigation.ts';
import styles from './rich-text.module.css';

export const richClass = classes(styles);

function Inline({ node }: { node: RichInline }) {
  if (node.type === 'hardBreak') return <br />;
  let words = <>{node.text}</>;
  for (const mark of node.marks ?? []) {
    switch (mark.type) {
      case 'link':
        // Opening an address is the shell's; here it is only shown.
        words = (
          <span className={richClass('address')} title={mark.attrs.href}>
            {words}
          </span>
        );
        break;
      case 'redacted':
        words = (
          <mark className={richClass('redacted')} title={mark.attrs.ground}>
            {words}
          </mark>
        );
        break;
      case 'mention': {
        const route = mentionRoute(mark.attrs);
        words = (
          <Link className={richClass('mention')} onPress={() => navigate(route)}>
            {words}
          </Link>
        );
        break;
      }
      case 'bold':
        words = <strong>{words}</strong>;
        break;
      case 'italic':
        words = <em>{words}</em>;
        break;
    }
  }
  return words;
}

function Block({ block }: { block: RichBlock }) {
  if (block.type === 'paragraph') {
    const content = block.content ?? [];
    return (
      <p>
        {content.length === 0 ? (
          <br />
        ) : (
          content.map((node, index) => <Inline key={keyOf(index)} node={node} />)
        )}
      </p>
    );
  }
  const List = block.type === 'bulletList' ? 'ul' : 'ol';
  return (
    <List>
      {block.content.map((item, index) => (
        <li key={keyOf(index)}>
          <Blocks blocks={item.content} />
        </li>
      ))}
    </List>
  );
}

function Blocks({ blocks }: { blocks: readonly RichBlock[] }) {
  return blocks.map((block, index) => <Block key={keyOf(index)} block={block} />);
}

/** Parts of a text have no name but their place. */
const keyOf = (index: number): string => String(index);

/** A text as it is read, in the reading face. Without the editor's weight. */
export function RichTextView({
  value,
  isSmall = false,
}: {
  value: RichText;
  /** In the size of the desk, not of a document. */ isSmall?: boolean;
}) {
  return (
    <div className={richClass('text', isSmall && 'small')}>
      <Blocks blocks={value.content} />
    </div>
  );
}
