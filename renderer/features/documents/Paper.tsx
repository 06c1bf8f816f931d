/** A printable document as a sheet of paper, close to how Typst sets it: side headings at the margin, text indented. */
import { memo, type ReactNode } from 'react';
import type { PrintableBlock, PrintableDocument, PrintablePart } from '../../../db/model/printable.ts';
import type { RichBlock, RichInline } from '../../../db/model/rich-text.ts';
import { classes } from '../../ui/classes.ts';
import { itemPlaces } from './item-places.ts';
import styles from './Paper.module.css';

const cx = classes(styles);

/** Blocks have no name but their place; unchanged ones keep their identity and are not drawn anew. */
const keyOf = (index: number): string => String(index);

export function Paper({ document }: { document: PrintableDocument }) {
  const levels = document.blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  const top = Math.min(3, ...levels);
  const itemLevel = levels.length > 0 ? 3 : 2;
  const places = itemPlaces(document.blocks);
  return (
    <div className={cx('frame')}>
      <article className={cx('paper')} lang={document.language} aria-label={document.title}>
        {document.draftMark !== undefined && <p className={cx('draftMark')}>{document.draftMark}</p>}
        <Identification identification={document.identification} />
        {document.blocks.map((block, index) => (
          <Block
            key={keyOf(index)}
            block={block}
            topLevel={top}
            itemLevel={itemLevel}
            itemIndex={places[index] ?? -1}
          />
        ))}
      </article>
    </div>
  );
}

const Identification = memo(function Identification({
  identification: id,
}: {
  identification: PrintableDocument['identification'];
}) {
  return (
    <header className={cx('identification')}>
      <p className={cx('organisation')}>{id.organisation}</p>
      <div>
        <p className={cx('type')}>
          {id.documentType} {id.number}
        </p>
        <p>{id.date}</p>
        {id.diaryNumber !== null && <p>{id.diaryNumber}</p>}
        {id.status !== '' && <p className={cx('status')}>{id.status}</p>}
      </div>
    </header>
  );
});

type HeadingLevel = 2 | 3 | 4;

function Heading({
  level,
  className,
  children,
}: {
  level: HeadingLevel;
  className: string;
  children: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return <Tag className={className}>{children}</Tag>;
}

const Block = memo(function Block({
  block,
  topLevel,
  itemLevel,
  itemIndex,
}: {
  block: PrintableBlock;
  topLevel: number;
  itemLevel: 2 | 3;
  itemIndex: number;
}) {
  switch (block.type) {
    case 'heading': {
      const level = Math.min(4, block.level - topLevel + 2) as HeadingLevel;
      return (
        <Heading level={level} className={cx('section')}>
          {block.text}
        </Heading>
      );
    }
    case 'facts':
      return (
        <dl className={cx('facts')}>
          {block.rows.map((row, index) => (
            <div key={keyOf(index)} className={cx('beside')}>
              <dt className={cx('label')}>{row.label}</dt>
              <dd className={cx('body')}>
                {row.lines.map((line, at) => (
                  <Line key={keyOf(at)} text={line} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <Table caption={block.caption} columns={block.columns} rows={block.rows} />;
    case 'text':
      return (
        <div className={cx('indented')}>
          <Rich blocks={block.body} />
        </div>
      );
    case 'item':
      return (
        <section className={cx('item')} data-item={itemIndex}>
          <Heading level={itemLevel} className={cx('itemHeading')}>
            <span className={cx('itemNumber')}>{block.number}</span> <span>{block.title}</span>
          </Heading>
          {block.diaryNumber !== null && <p className={cx('diary')}>{block.diaryNumber}</p>}
          {block.parts.map((part, index) => (
            <Part key={keyOf(index)} part={part} level={itemLevel === 2 ? 3 : 4} />
          ))}
        </section>
      );
    case 'signatures':
      return (
        <section className={cx('signatures')}>
          <Heading level={2} className={cx('section')}>
            {block.heading}
          </Heading>
          <div className={cx('indented')}>
            {block.text.map((text, index) => (
              <p key={keyOf(index)}>{text}</p>
            ))}
            <div className={cx('lines')}>
              {block.rows.map((row, index) => (
                <div key={keyOf(index)} className={cx('signature')}>
                  <p>{row.name}</p>
                  <p className={cx('small')}>{row.role}</p>
                  {row.note !== '' && <p className={cx('small')}>{row.note}</p>}
                </div>
              ))}
            </div>
          </div>
        </section>
      );
    case 'picture':
      return (
        <figure className={cx('picture')}>
          <img src={`data:image/svg+xml,${encodeURIComponent(block.svg)}`} alt={block.alt} />
          {block.caption !== '' && <figcaption className={cx('small')}>{block.caption}</figcaption>}
        </figure>
      );
    case 'list':
      return (
        <section className={cx('facts')}>
          <Heading level={2} className={cx('section')}>
            {block.heading}
          </Heading>
          <dl>
            {block.rows.map((row, index) => (
              <div key={keyOf(index)} className={cx('beside')}>
                <dt className={cx('label')}>{row.label}</dt>
                <dd className={cx('body')}>
                  <Line text={row.text} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      );
  }
});

function Part({ part, level }: { part: PrintablePart; level: 3 | 4 }) {
  return (
    <div className={cx('beside')}>
      <Heading level={level} className={cx('label')}>
        {part.label}
      </Heading>
      <div className={cx('body', part.type === 'text' && part.strong && 'strong')}>
        {part.type === 'text' ? (
          <Rich blocks={part.body} />
        ) : (
          <>
            {part.lines.map((line, index) => (
              <p key={keyOf(index)}>{line}</p>
            ))}
            {part.rows.length > 0 && (
              <Table
                caption={part.caption}
                columns={part.columns.map((label) => ({ label, width: 0 }))}
                rows={part.rows}
              />
            )}
            {part.result.map((line, index) => (
              <p key={keyOf(index)}>{line}</p>
            ))}
          </>
        )}
      </div>
    </div>
  );
}

/** Widths are shares; all zero leaves them to the content. */
function Table({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly { label: string; width: number }[];
  rows: readonly (readonly string[])[];
}) {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <table className={cx('table', total === 0 && 'narrow')}>
      {caption !== '' && <caption>{caption}</caption>}
      {total > 0 && (
        <colgroup>
          {columns.map(({ width }, index) => (
            <col key={keyOf(index)} style={{ width: `${(100 * width) / total}%` }} />
          ))}
        </colgroup>
      )}
      <thead>
        <tr>
          {columns.map(({ label }, index) => (
            <th key={keyOf(index)} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={keyOf(index)}>
            {row.map((cell, at) => (
              <td key={keyOf(at)}>
                <Line text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Line({ text }: { text: string }) {
  return <span className={cx('line')}>{text}</span>;
}

function Rich({ blocks }: { blocks: readonly RichBlock[] }) {
  return blocks.map((block, index) => {
    if (block.type === 'paragraph')
      return (
        <p key={keyOf(index)}>
          {(block.content ?? []).map((node, at) => (
            <Inline key={keyOf(at)} node={node} />
          ))}
        </p>
      );
    const List = block.type === 'bulletList' ? 'ul' : 'ol';
    return (
      <List key={keyOf(index)} className={cx(block.type === 'bulletList' ? 'bullets' : 'numbers')}>
        {block.content.map((entry, at) => (
          <li key={keyOf(at)}>
            <Rich blocks={entry.content} />
          </li>
        ))}
      </List>
    );
  });
}

function Inline({ node }: { node: RichInline }) {
  if (node.type === 'hardBreak') return <br />;
  let words = <>{node.text}</>;
  for (const mark of node.marks ?? []) {
    if (mark.type === 'bold') words = <strong>{words}</strong>;
    else if (mark.type === 'italic') words = <em>{words}</em>;
    else if (mark.type === 'link') words = <span className={cx('address')}>{words}</span>;
    else if (mark.type === 'redacted')
      words = (
        <mark className={cx('redacted')} title={mark.attrs.ground}>
          {words}
        </mark>
      );
  }
  return words;
}
