import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import {
  clockAlt,
  clockDrawing,
  segmentName,
  whenText,
  type ClockView,
} from '../../../db/model/clock-view.ts';
import { todayIso } from '../../api/today.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { ClockFace } from '../../ui/ClockFace.tsx';
import { foundByKey, type ClockWork } from './use-clock.ts';

/** Where the focus is: a segment, or a mark of a task. */
type Place = { segment: number } | { key: string };
const placeId = (place: Place): string =>
  'key' in place ? `clock-mark-${place.key}` : `clock-segment-${place.segment}`;
/** A pointer moves so far before it drags. */
const DRAG = 6;

/**
 * The clock to work in. One stop of the Tab key; arrows go round the segments, Down and Up into the tasks of a segment and
 * back, Shift with an arrow moves a task, Enter opens, Delete removes. A mark can be dragged to another segment.
 */
export function ClockPicture({
  clock,
  work,
  onAdd,
  onOpen,
}: {
  clock: ClockView;
  work: ClockWork;
  onAdd: (segment: number) => void;
  onOpen: (key: string) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const today = todayIso();
  const drawing = useMemo(() => clockDrawing(clock, language, today), [clock, language, today]);
  const svg = useRef<SVGSVGElement>(null);
  const count = drawing.segments.length;
  const [place, setPlace] = useState<Place>({
    segment: Math.max(
      0,
      drawing.segments.findIndex((one) => one.nowPath !== null),
    ),
  });
  const [drag, setDrag] = useState<{ key: string; x: number; y: number; segment: number | null } | null>(
    null,
  );
  const isMark = 'key' in place && drawing.marks.some((mark) => mark.key === place.key);

  const go = (next: Place): void => {
    setPlace(next);
    document.getElementById(placeId(next))?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const found = isMark ? foundByKey(clock, place.key) : null;
    const index = isMark ? drawing.marks.findIndex((mark) => mark.key === place.key) : -1;
    const mark = drawing.marks[index];
    const done = ((): boolean => {
      if (found && mark) {
        if (step !== 0 && event.shiftKey) work.moveBy(found.task, step);
        else if (step !== 0) go({ key: drawing.marks.at((index + step) % drawing.marks.length)!.key });
        else if (event.key === 'ArrowUp') go({ segment: mark.segment });
        else if (event.key === 'ArrowDown')
          go({ key: drawing.marks[(index + 1) % drawing.marks.length]!.key });
        else if (event.key === 'Enter' || event.key === ' ') onOpen(mark.key);
        else if (event.key === 'Delete') work.remove(found.task);
        else return false;
        return true;
      }
      const segment = 'segment' in place ? place.segment : 0;
      const first = drawing.marks.find((one) => one.segment === segment);
      if (step !== 0) go({ segment: (segment + step + count) % count });
      else if (event.key === 'Home') go({ segment: 0 });
      else if (event.key === 'End') go({ segment: count - 1 });
      else if (event.key === 'ArrowDown' && first) go({ key: first.key });
      else if (event.key === 'Enter' || event.key === ' ') onAdd(segment);
      else return false;
      return true;
    })();
    if (done) event.preventDefault();
  };

  /** The segment under the pointer, or null beside the circle. */
  const segmentUnder = (event: PointerEvent): number | null => {
    const matrix = svg.current?.getScreenCTM();
    if (!matrix) return null;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const [right, down] = [x - drawing.center.x, y - drawing.center.y];
    const distance = Math.hypot(right, down);
    if (distance > drawing.radius || distance < drawing.center.radius) return null;
    const turn = (Math.atan2(right, -down) / (2 * Math.PI) + 1) % 1;
    return Math.min(count - 1, Math.floor(turn * count));
  };

  return (
    <ClockFace
      ref={svg}
      drawing={drawing}
      label={clockAlt(clock, language)}
      target={drag?.segment ?? null}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => {
        if (drag === null) return;
        const isFar = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > DRAG;
        if (drag.segment !== null || isFar) setDrag({ ...drag, segment: segmentUnder(event) });
      }}
      onPointerUp={(event) => {
        if (drag === null) return;
        setDrag(null);
        const isFar = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > DRAG;
        const segment = segmentUnder(event);
        const found = foundByKey(clock, drag.key);
        if (!isFar) onOpen(drag.key);
        else if (found && segment !== null) work.move(found.task, segment);
      }}
      segmentProps={(index) => ({
        role: 'button',
        tabIndex: !isMark && 'segment' in place && place.segment === index ? 0 : -1,
        'aria-label': t('clocks.segment', {
          name: segmentName(clock, index, language),
          count: drawing.marks.filter((mark) => mark.segment === index).length,
        }),
        id: placeId({ segment: index }),
        onClick: () => {
          setPlace({ segment: index });
          onAdd(index);
        },
        onFocus: () => setPlace({ segment: index }),
      })}
      markProps={(mark) => {
        const found = foundByKey(clock, mark.key);
        return {
          role: 'button',
          tabIndex: isMark && place.key === mark.key ? 0 : -1,
          'aria-label': t('clocks.mark', {
            number: mark.number,
            title: mark.title,
            when: found ? whenText(clock, found.task, found.one, language) : '',
            state: t(`clocks.state.${mark.state}`),
          }),
          id: placeId({ key: mark.key }),
          onFocus: () => setPlace({ key: mark.key }),
          // A press without a pointer: a screen reader's.
          onClick: (event) => {
            if (event.detail === 0) onOpen(mark.key);
          },
          onPointerDown: (event) => {
            if (event.button !== 0) return;
            setDrag({ key: mark.key, x: event.clientX, y: event.clientY, segment: null });
          },
        };
      }}
    />
  );
}
