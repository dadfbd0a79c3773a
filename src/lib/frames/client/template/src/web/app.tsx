import { useEffect } from 'react';
import { isAmong, useAccount } from '../core/account';
import type { AppDefinition, PageDefinition } from '../core/app';
import { anchorOf } from '../core/block';
import { t } from '../core/words';
import { Boundary } from './boundary';
import { PlaceContext, type Place } from './detail';
import { NotFound } from './not-found';
import { ownPages } from './own-pages';
import { IsFirst } from './place';
import { match, Params, usePath } from './router';
import { Shell } from './shell';
import { LinkButton } from './ui/button';
import { Toasts } from './ui/toast';

/** The whole app: the page of the address, inside what all pages share. */
export function App({ app }: { app: AppDefinition }) {
	const path = usePath();
	const account = useAccount();
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
						<PlaceContext value={found.place}>
							{isAmong(account, found.page.audience) ? (
								<Page key={found.place.path} page={found.page} slug={found.place.slug} />
							) : (
								<NotForYou />
							)}
						</PlaceContext>
					</Params>
				) : (
					<section className="block">
						<NotFound />
					</section>
				)}
			</Shell>
		</Toasts>
	);
}

interface Found {
	page: PageDefinition;
	params: Record<string, string>;
	place: Place;
}

/** The page of an address; else the page that opens records below its own address. */
function find(app: AppDefinition, address: string): Found | undefined {
	const pages = [...app.pages, ...ownPages];
	const path = address === '/index.html' ? '/' : address;
	for (const page of pages) {
		const params = match(page.path, path);
		if (params) return { page, params, place: { path, slug: '' } };
	}
	for (const page of pages.filter(({ blocks }) => blocks.some(({ opens }) => opens))) {
		const params = match(`${page.path === '/' ? '' : page.path}/:slug`, path);
		if (params) return { page, params, place: { path: path.replace(/\/[^/]*\/?$/, '') || '/', slug: params['slug'] ?? '' } };
	}
	return undefined;
}

/** The blocks of a page, one below the other; where a record is open, the block that opens it alone. */
function Page({ page, slug }: { page: PageDefinition; slug: string }) {
	const opener = slug ? page.blocks.findIndex(({ opens }) => opens) : -1;
	return page.blocks.map(
		({ name, menu, show: Show }, index) =>
			(opener < 0 || opener === index) && (
				<section
					key={index}
					className="block"
					data-block={name}
					data-at={index}
					data-detail={opener < 0 ? undefined : ''}
					id={menu ? anchorOf(menu) : undefined}
				>
					<IsFirst value={opener < 0 ? index === 0 : true}>
						<Boundary>
							<Show />
						</Boundary>
					</IsFirst>
				</section>
			)
	);
}

function NotForYou() {
	return (
		<section className="block">
			<div className="not-found">
				<h1>{t('not-for-you')}</h1>
				<p>{t('not-for-you-hint')}</p>
				<LinkButton href="/sign-in" look="primary">
					{t('sign-in')}
				</LinkButton>
			</div>
		</section>
	);
}
