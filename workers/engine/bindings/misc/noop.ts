/** For native hooks that have no effect here: profilers, snapshots, GC trackers. */
export const noop = (): void => {};
