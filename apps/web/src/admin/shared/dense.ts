import { useSyncExternalStore } from 'react';

const KEY = 'dense-lists';
const listeners = new Set<() => void>();

/** Whether the admin's lists have low rows, and a function that changes it: for all lists, in this browser. */
export function useDense(): [dense: boolean, set: (dense: boolean) => void] {
  return [useSyncExternalStore(subscribe, read, () => false), write];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For a browser that forbids the storage. */
let unstored = false;

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === 'true';
  } catch {
    return unstored;
  }
}

function write(dense: boolean): void {
  unstored = dense;
  try {
    localStorage.setItem(KEY, String(dense));
  } catch {}
  for (const listener of listeners) listener();
}
