import { definePage } from '../core/app';

/** Written for each app. */
export const homePage = definePage({ path: '/', title: 'Home', blocks: [] });
