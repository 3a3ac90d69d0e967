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
  // Others have loaded it with an Image of their own.
  vi.resetModules();
  const { heldFile, holdPicture } = await import('./hold-picture.ts');
  const picture = (currentSrc: string) =>
    Object.defineProperty(document.createElement('img'), 'currentSrc', { value: currentSrc });
  holdPicture(picture('/a/320.avif'));
  holdPicture(picture('/b/320.avif'));
  // Of one that has not been chosen yet, and of none, there is nothing to hold.
  holdPicture(picture(''));
  holdPicture(null);
  expect(held.map(({ src }) => src)).toEqual(['/b/320.avif']);
  // It is the file of that image, in whatever size, and of no other.
  expect(heldFile('/b/768.webp')).toBe('/b/320.avif');
  for (const other of ['/a/768.webp', '/b2/768.webp', '/b.svg']) expect(heldFile(other)).toBe(other);
});
