import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect`, about which React would warn on a server, where neither runs. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
