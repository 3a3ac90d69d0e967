/** Surrounds a step of the work for whoever watches it: calls `work` once, and passes on its result or its error. */
export type Observe = <T>(step: string, work: () => Promise<T>) => Promise<T>;
