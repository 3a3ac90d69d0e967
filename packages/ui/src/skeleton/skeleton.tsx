import { Placeholder } from 'semantic-ui-react';
import './skeleton.css';

/** A placeholder for lines of text. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <Placeholder fluid className="skeleton-text" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Placeholder.Line key={line} className="skeleton-text__line" />
      ))}
    </Placeholder>
  );
}

interface SkeletonBoxProps {
  /** A CSS aspect ratio: "1", "4 / 3". */
  ratio?: string;
  /** Pixels; instead of a ratio. */
  height?: number;
  /** Pixels; fills its container by default. */
  width?: number;
}

/** A placeholder for an image, a panel or a button. */
export function SkeletonBox({ ratio, height, width }: SkeletonBoxProps) {
  return (
    <Placeholder fluid className="skeleton-box" aria-hidden="true" style={{ aspectRatio: ratio, height, width }} />
  );
}
