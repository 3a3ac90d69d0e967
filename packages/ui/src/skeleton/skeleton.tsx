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
  /** In pixels of a browser whose letters nobody has enlarged; instead of a ratio. */
  height?: number;
  /** The same; fills its container by default. */
  width?: number;
}

/** A placeholder for an image, a panel or a button. */
export function SkeletonBox({ ratio, height, width }: SkeletonBoxProps) {
  return (
    <div
      className="ui fluid placeholder skeleton-box"
      aria-hidden="true"
      style={{ aspectRatio: ratio, height: inLetters(height), width: inLetters(width) }}
    />
  );
}

/** What is waited for grows with its letters, and so does what keeps its place. */
function inLetters(pixels: number | undefined): string | undefined {
  return pixels === undefined ? undefined : `${pixels / 16}rem`;
}
