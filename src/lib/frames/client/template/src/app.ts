import { defineApp } from './core/app';
import { homePage } from './pages/home';

/** Written for each app. */
export const app = defineApp({
	slug: 'app',
	title: 'App',
	tagline: '',
	summary: 'An app.',
	language: 'en',
	locale: 'en-GB',
	currency: 'EUR',
	layout: 'site',
	icon: '',
	colours: { ground: '', part: '' },
	footer: [],
	pages: [homePage]
});
