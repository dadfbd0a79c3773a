declare const state: { files: Map<string, string>; source: unknown };
export default state;
