import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { rectSortingStrategy, SortableContext, sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { t } from '@lingui/core/macro';
import { type ReactNode, useRef } from 'react';

interface SortableImagesProps {
  /** The keys of the images in their order. */
  keys: string[];
  onMove: (from: number, to: number) => void;
  /** The tiles, each with its key for `useSortable`. */
  children: ReactNode;
}

/** A touch drags only after resting on the image; one that moves at once scrolls the page. */
const TOUCH = { delay: 200, tolerance: 8 };
/** In pixels, since the pointer may move a little during a click. */
const MOUSE = { distance: 4 };

/** Lets images be put in order by mouse, touch and keyboard, and announces every step to screen readers. */
export function SortableImages({ keys, onMove, children }: SortableImagesProps) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: MOUSE }),
    useSensor(TouchSensor, { activationConstraint: TOUCH }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const numberOf = (id: UniqueIdentifier) => keys.indexOf(String(id)) + 1;
  // dnd-kit reports the image's own position right after the start, which would replace that announcement.
  const hasMoved = useRef(false);
  const announcements: Announcements = {
    onDragStart({ active }) {
      hasMoved.current = false;
      return t`Picked up image ${{ number: numberOf(active.id) }} of ${{ count: keys.length }}.`;
    },
    onDragOver({ active, over }) {
      hasMoved.current ||= over !== null && over.id !== active.id;
      if (!over || !hasMoved.current) return undefined;
      return t`Image ${{ number: numberOf(active.id) }} is at position ${{ position: numberOf(over.id) }} of ${{ count: keys.length }}.`;
    },
    onDragEnd: ({ active, over }) =>
      over
        ? t`Image ${{ number: numberOf(active.id) }} was dropped at position ${{ position: numberOf(over.id) }}.`
        : undefined,
    onDragCancel: ({ active }) => t`Image ${{ number: numberOf(active.id) }} is back in its place.`,
  };

  function drop({ active, over }: DragEndEvent) {
    if (over && over.id !== active.id) onMove(numberOf(active.id) - 1, numberOf(over.id) - 1);
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        announcements,
        screenReaderInstructions: {
          draggable: t`Press Space to pick up the image, the arrow keys to move it, Space to drop it, Escape to cancel.`,
        },
      }}
    >
      <SortableContext items={keys} strategy={rectSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}
