// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';

test('the picture that was pointed at last is held, as the browser has chosen it', async () => {
  const held: { src: string }[] = [];
  vi.stubGlobal(
    'Image',
    class {
      src = '';
      constructor() {
        held.push(this);
      }
    },
  );
  const { holdPicture } = await import('./hold-picture.ts');
  const picture = (currentSrc: string) =>
    Object.defineProperty(document.createElement('img'), 'currentSrc', { value: currentSrc });
  holdPicture(picture('/a/320.avif'));
  holdPicture(picture('/b/320.avif'));
  // Of one that has not been chosen yet, and of none, there is nothing to hold.
  holdPicture(picture(''));
  holdPicture(null);
  expect(held.map(({ src }) => src)).toEqual(['/b/320.avif']);
});
