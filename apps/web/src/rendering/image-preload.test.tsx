import { FIRST, Picture } from '@lantern/ui/picture';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { imagePreload } from './image-preload.ts';

const URL = '/media/demo/1f3a7-0123-1280x1280/768.webp';
const other = <Picture src={URL} alt="" side={40} />;

test('the first image is asked for in its best format and all its sizes', () => {
  const body = renderToStaticMarkup(
    <main>
      {other}
      <Picture src={URL} alt='The "best"' side={320} sizes="50vw" first />
      <Picture src="/media/demo/1f372-0123-1280x1280/768.webp" alt="" side={320} first />
    </main>,
  );
  const [link = '', ...more] = imagePreload(body).split(/(?<=>)/);
  expect(more).toEqual([]);
  const avif = [...body.matchAll(/<source type="image\/avif" srcSet="([^"]+)" sizes="50vw"/g)].map(
    ([, sizes]) => sizes,
  );
  expect(avif).toHaveLength(1);
  expect(link).toBe(
    `<link rel="preload" as="image" fetchpriority="high" type="image/avif" imagesrcset="${avif[0]}" imagesizes="50vw">`,
  );
});

test('an image of one size is asked for by its address', () => {
  const body = renderToStaticMarkup(
    <section>
      <picture />
      <img src="/assets/a&b.webp" alt="" width={256} {...FIRST} />
    </section>,
  );
  expect(imagePreload(body)).toBe('<link rel="preload" as="image" fetchpriority="high" href="/assets/a&amp;b.webp">');
});

test('a page whose images are all further down asks for none', () => {
  expect(imagePreload(renderToStaticMarkup(<main>{other}</main>))).toBe('');
  expect(imagePreload('')).toBe('');
});
