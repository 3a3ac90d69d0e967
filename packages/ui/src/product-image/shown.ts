/** How large a product's image is shown, as `Picture` takes it. The image is smaller than its square. */
export const shown = {
  tiny: { side: 56, sizes: '40px' },
  small: { side: 84, sizes: '56px' },
  card: { side: 256, sizes: '(max-width: 47.5em) 27vw, (max-width: 62.5em) 19vw, 190px' },
  large: { side: 512, sizes: '(max-width: 47.5em) 54vw, 360px' },
};
