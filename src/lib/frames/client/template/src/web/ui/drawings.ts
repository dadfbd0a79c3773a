/** Coloured drawings by name, on 32 by 32. Each app has those that its pages name. */
export const DRAWINGS: Readonly<Record<string, string>> = {};
