import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Picture } from './picture.tsx';

const markup = (element: Parameters<typeof renderToStaticMarkup>[0]) =>
  renderToStaticMarkup(element).replaceAll('><', '>\n<').split('\n');

test('a browser chooses AVIF or WebP, in the size that is shown', () => {
  const base = '/media/uploads/3f9a-300x300';
  expect(markup(<Picture src={`${base}/320.webp`} alt="A teapot" side={256} sizes="28vw" />)).toEqual([
    '<picture class="picture">',
    `<source type="image/avif" srcSet="${base}/192.avif 192w, ${base}/320.avif 300w" sizes="28vw"/>`,
    `<source type="image/webp" srcSet="${base}/192.webp 192w, ${base}/320.webp 300w" sizes="28vw"/>`,
    `<img alt="A teapot" src="${base}/320.webp" width="256" height="256" loading="lazy" decoding="async"/>`,
    '</picture>',
  ]);
});

test('an image of another kind is shown as it is', () => {
  expect(markup(<Picture src="/assets/basket.svg" alt="" side={80} eager />)).toEqual([
    '<picture class="picture">',
    '<img alt="" src="/assets/basket.svg" width="80" height="80" loading="eager" decoding="async"/>',
    '</picture>',
  ]);
});

test('the first image of a page loads before all others', () => {
  const [, image] = markup(<Picture src="/a.webp" alt="" side={80} first />);
  expect(image).toContain('loading="eager" decoding="async" fetchpriority="high"');
});
