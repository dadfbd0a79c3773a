import { useEffect } from 'react';
import type { AppDefinition, PageDefinition } from '../core/app';
import { anchorOf } from '../core/block';
import { t } from '../core/words';
import { IsFirst } from './place';
import { match, Params, usePath } from './router';
import { Shell } from './shell';
import { LinkButton } from './ui/button';
import { Toasts } from './ui/toast';

/** The whole app: the page of the address, inside what all pages share. */
export function App({ app }: { app: AppDefinition }) {
	const path = usePath();
	const found = find(app, path);
	const title = found ? (found.page.path === '/' ? app.title : `${found.page.title} · ${app.title}`) : t('not-found');
	useEffect(() => {
		document.title = title;
		document.documentElement.lang = app.language;
	}, [title, app.language]);
	return (
		<Toasts>
			<Shell app={app} page={found?.page}>
				{found ? (
					<Params value={found.params}>
						<Page key={path} page={found.page} />
					</Params>
				) : (
					<NotFound />
				)}
			</Shell>
		</Toasts>
	);
}

function find({ pages }: AppDefinition, path: string) {
	for (const page of pages) {
		const params = match(page.path, path === '/index.html' ? '/' : path);
		if (params) return { page, params };
	}
	return undefined;
}

/** The blocks of a page, one below the other. */
function Page({ page }: { page: PageDefinition }) {
	return page.blocks.map(({ name, menu, show: Show }, index) => (
		<section key={index} className="block" data-block={name} data-at={index} id={menu ? anchorOf(menu) : undefined}>
			<IsFirst value={index === 0}>
				<Show />
			</IsFirst>
		</section>
	));
}

function NotFound() {
	return (
		<section className="block not-found">
			<h1>{t('not-found')}</h1>
			<p>{t('not-found-hint')}</p>
			<LinkButton href="/" look="primary">
				{t('start-page')}
			</LinkButton>
		</section>
	);
}
