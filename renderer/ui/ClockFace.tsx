import { type KeyboardEvent, type PointerEvent, type Ref, type SVGProps } from 'react';
import { LABEL_SIZE, MARK_RADIUS, type ClockDrawing, type DrawnMark } from '../../db/model/clock-drawing.ts';
import { LABEL_LINE, TICK } from '../../db/model/clock-svg.ts';
import { classes } from './classes.ts';
import styles from './ClockFace.module.css';

const cx = classes(styles);

export interface ClockFaceProps {
  drawing: ClockDrawing;
  /** What it shows, in a sentence. */
  label: string;
  /** The circle alone, for a small place. */
  isSmall?: boolean;
  /** Makes segments and marks things to press; without it the clock is a picture. */
  segmentProps?: (index: number) => SVGProps<SVGGElement>;
  markProps?: (mark: DrawnMark) => SVGProps<SVGGElement>;
  onKeyDown?: (event: KeyboardEvent<SVGSVGElement>) => void;
  onPointerMove?: (event: PointerEvent<SVGSVGElement>) => void;
  onPointerUp?: (event: PointerEvent<SVGSVGElement>) => void;
  /** A segment over which something is dragged. */
  target?: number | null;
  ref?: Ref<SVGSVGElement>;
}

const list = (points: readonly { x: number; y: number }[]): string =>
  points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/** A clock as it is laid out in `db/model/clock-drawing.ts`, in the colours of the window. */
export function ClockFace(props: ClockFaceProps) {
  const { drawing, label, isSmall = false, segmentProps, markProps, target = null, ref } = props;
  const { center, radius, width, height } = drawing;
  const isPressed = segmentProps !== undefined || markProps !== undefined;
  const at = `translate(${center.x} ${center.y})`;
  const around = radius + 12;
  return (
    <svg
      {...(ref === undefined ? {} : { ref })}
      className={cx('clock', isSmall && 'small')}
      viewBox={
        isSmall
          ? `${center.x - around} ${center.y - around} ${2 * around} ${2 * around}`
          : `0 0 ${width} ${height}`
      }
      role={isPressed ? 'group' : 'img'}
      aria-label={label}
      {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
      {...(props.onPointerMove ? { onPointerMove: props.onPointerMove } : {})}
      {...(props.onPointerUp ? { onPointerUp: props.onPointerUp } : {})}
    >
      {drawing.segments.map((segment) => (
        <g
          key={segment.index}
          className={cx(
            'segment',
            segment.index % 2 === 1 && 'even',
            segment.nowPath !== null && 'current',
            segment.index === target && 'target',
          )}
          {...segmentProps?.(segment.index)}
        >
          <path d={segment.path} transform={at} />
        </g>
      ))}
      <g aria-hidden="true" className={cx('under')}>
        {drawing.segments.map(
          ({ nowPath, index }) =>
            nowPath !== null && <path key={index} className={cx('arc')} d={nowPath} transform={at} />,
        )}
        {drawing.marks.map(
          ({ band, key }) =>
            band !== null && <path key={key} className={cx('band')} d={band} transform={at} />,
        )}
        {!isSmall &&
          drawing.segments.map(({ index, lines, label: place, nowPath }) => (
            <text
              key={index}
              className={cx('name', nowPath !== null && 'strong')}
              x={place.x}
              textAnchor="middle"
            >
              {lines.map((line, row) => (
                <tspan
                  key={line}
                  x={place.x}
                  y={place.y + 5 + (row - (lines.length - 1) / 2) * 16}
                  className={cx(row > 0 && 'second')}
                >
                  {line}
                </tspan>
              ))}
            </text>
          ))}
        {drawing.hand && (
          <line
            className={cx('hand')}
            x1={drawing.hand[0].x}
            y1={drawing.hand[0].y}
            x2={drawing.hand[1].x}
            y2={drawing.hand[1].y}
          />
        )}
        {isSmall ? (
          <text className={cx('month')} x={center.x} y={center.y + 14} textAnchor="middle">
            {drawing.segments.find(({ nowPath }) => nowPath !== null)?.lines[0]}
          </text>
        ) : (
          <text className={cx('middle')} textAnchor="middle">
            {center.lines.map((line, row) => (
              <tspan key={line} x={center.x} y={center.y + 5 + (row - (center.lines.length - 1) / 2) * 17}>
                {line}
              </tspan>
            ))}
          </text>
        )}
        {!isSmall &&
          drawing.marks.map(({ key, leader }) => (
            <polyline key={key} className={cx('leader')} points={list(leader)} />
          ))}
      </g>
      {drawing.marks.map((mark) => (
        <g key={mark.key} className={cx('mark', mark.state)} {...markProps?.(mark)}>
          <circle
            className={cx('dot', mark.isUncertain && 'uncertain')}
            cx={mark.x}
            cy={mark.y}
            r={MARK_RADIUS}
          />
        </g>
      ))}
      {/* The words of a mark stand outside of it: its name tells them, unbroken and with the time. */}
      {!isSmall &&
        drawing.marks.map((mark) => (
          <g
            key={mark.key}
            aria-hidden="true"
            className={cx('mark', mark.state, markProps && 'pressed')}
            onPointerDown={markProps?.(mark).onPointerDown}
          >
            <text className={cx('number')} x={mark.x} y={mark.y + 4} textAnchor="middle">
              {mark.number}
            </text>
            {mark.state === 'done' && (
              <path className={cx('tick')} d={TICK} transform={`translate(${mark.x} ${mark.y})`} />
            )}
            <Label mark={mark} />
          </g>
        ))}
      {!isSmall && <Legend drawing={drawing} />}
    </svg>
  );
}

function Label({ mark: { label, number, state } }: { mark: DrawnMark }) {
  return (
    <text className={cx('label')} fontSize={LABEL_SIZE} textAnchor={label.anchor}>
      {label.lines.map((line, row) => (
        <tspan key={`${row} ${line}`} x={label.x} y={label.y + LABEL_LINE * (row + 0.78)}>
          {row === 0 && <tspan className={cx('strong')}>{`${number}${state === 'late' ? '!' : ''} `}</tspan>}
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Legend({ drawing }: { drawing: ClockDrawing }) {
  return (
    <g aria-hidden="true">
      {drawing.legend.map(({ state, isUncertain, text, x, y }) => (
        <g key={text} className={cx('mark', state, 'key')}>
          <circle className={cx('dot', isUncertain && 'uncertain')} cx={x} cy={y - 4} r={7} />
          {state === 'done' && (
            <path className={cx('tick')} d={TICK} transform={`translate(${x - 2} ${y - 2})`} />
          )}
          <text className={cx('label')} fontSize={12} x={x + 15} y={y}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
