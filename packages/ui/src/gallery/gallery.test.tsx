// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
// Loaded when it is wanted, which a test need not wait for.
import './enlarged-image.tsx';
import { Gallery } from './gallery.tsx';

afterEach(cleanup);

const images = ['a', 'b', 'c'].map((name) => ({ src: `/${name}.webp`, alt: `Side ${name}`, accent: 3 }));
const pressed = () =>
  screen.getAllByRole('button', { name: /^Image/ }).map((button) => button.getAttribute('aria-pressed'));

test('the first image is shown, and another one when it is chosen', async () => {
  render(<Gallery images={images} />);
  expect(pressed()).toEqual(['true', 'false', 'false']);
  await userEvent.click(screen.getByRole('button', { name: 'Image 2 of 3' }));
  expect(pressed()).toEqual(['false', 'true', 'false']);
});

test('what a card has shown of the first image is there until the large one has loaded', () => {
  const [first = ''] = images.map(({ src }) => src);
  const src = first.replace('/a', '/media/demo/a-1280x1280/1280');
  render(<Gallery images={[{ src, alt: 'Side a', accent: 3 }, ...images.slice(1)]} seen />);
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.gallery__main img')];
  expect(pictures.map(({ alt }) => alt)).toEqual(['', 'Side a', 'Side b', 'Side c']);
  const [card, large] = pictures.map((picture) => picture.previousElementSibling?.getAttribute('sizes'));
  expect(card).toBeTruthy();
  expect(card).not.toBe(large);
});

test('one image needs no buttons but the one that enlarges it', () => {
  render(<Gallery images={images.slice(0, 1)} />);
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Enlarge']);
});

test('another variant brings up its image, and leaves the choice to the shopper afterwards', async () => {
  const { rerender } = render(<Gallery images={images} />);
  rerender(<Gallery images={images} shown={2} />);
  expect(pressed()).toEqual(['false', 'false', 'true']);
  await userEvent.click(screen.getByRole('button', { name: 'Image 1 of 3' }));
  rerender(<Gallery images={images} shown={2} />);
  expect(pressed()).toEqual(['true', 'false', 'false']);
});

test('when the product has fewer images, the last of them is shown', async () => {
  const { rerender } = render(<Gallery images={images} />);
  await userEvent.click(screen.getByRole('button', { name: 'Image 3 of 3' }));
  rerender(<Gallery images={images.slice(0, 2)} />);
  expect(pressed()).toEqual(['false', 'true']);
});

test('an image is enlarged, the arrow keys go round, and it is closed', async () => {
  render(<Gallery images={images} />);
  await userEvent.click(screen.getByRole('button', { name: 'Side a Enlarge' }));
  const dialog = await screen.findByRole('dialog', { name: 'Image 1 of 3' });
  screen.getByRole('button', { name: 'Next image' }).focus();
  await userEvent.keyboard('{ArrowLeft}');
  // Below it, the one that the gallery has loaded.
  expect([...dialog.querySelectorAll('img')].map(({ alt }) => alt)).toEqual(['', 'Side c']);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(dialog.querySelector('img')).toBeNull();
});
