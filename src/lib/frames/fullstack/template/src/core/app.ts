/** What this app is called and how it writes numbers. Written for each app. */
export const APP = { title: 'App', summary: 'An app.', locale: 'en-GB', currency: 'EUR' };
