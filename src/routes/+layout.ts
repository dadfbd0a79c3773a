// The app lives in the tab: storage, workers and the engine exist only there.
export const ssr = false;
export const prerender = false;
