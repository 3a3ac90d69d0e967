import './skeleton.css';

/** A placeholder for lines of text. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <div className="ui fluid placeholder skeleton-text" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} className="line skeleton-text__line" />
      ))}
    </div>
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
    <div
      className="ui fluid placeholder skeleton-box"
      aria-hidden="true"
      style={{ aspectRatio: ratio, height, width }}
    />
  );
}
