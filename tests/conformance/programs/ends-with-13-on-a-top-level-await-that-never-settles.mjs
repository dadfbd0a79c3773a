// It ends with 13 on a top-level await that never settles. Differs: nothing.
await new Promise(() => {});
