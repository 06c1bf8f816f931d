import { createElement, useId, type ReactNode } from 'react';
import type { Picture, SvgNode } from '../../db/model/svg.ts';
import { classes } from './classes.ts';
import styles from './SvgPicture.module.css';

const cx = classes(styles);

const NAMES: Readonly<Record<string, string>> = {
  'font-family': 'fontFamily',
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
  'text-anchor': 'textAnchor',
  'stroke-width': 'strokeWidth',
  'stroke-dasharray': 'strokeDasharray',
  'stroke-linecap': 'strokeLinecap',
  'stroke-linejoin': 'strokeLinejoin',
  'fill-opacity': 'fillOpacity',
  'clip-path': 'clipPath',
};

function drawn(node: SvgNode | string, key: number): ReactNode {
  if (typeof node === 'string') return node;
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [NAMES[name] ?? name, value]),
  );
  return createElement(node.tag, { ...attributes, key }, ...node.children.map(drawn));
}

/** A picture of db/model on the screen, in the colours of the theme. `isFluid` makes it as wide as its place. */
export function SvgPicture({ picture, isFluid = false }: { picture: Picture; isFluid?: boolean }) {
  const id = useId();
  const { width, height } = picture;
  return (
    <svg
      className={cx('picture', isFluid && 'fluid')}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{picture.title}</title>
      <desc id={`${id}-description`}>{picture.description}</desc>
      {picture.nodes.map(drawn)}
    </svg>
  );
}
