import { useEffect } from 'react';
import { allows } from '../core/contract';
import { APP } from '../core/app';
import { pages } from '../features/pages';
import { api as sessionApi } from '../features/session/contract';
import { SignInPage } from '../features/session/sign-in.page';
import type { User } from '../features/users/contract';
import { Layout } from './layout';
import { useLiveStream } from './live';
import type { Page } from './page';
import { useQuery } from './query';
import { match, usePath } from './router';
import { SessionContext } from './session';
import { Empty, ErrorState, PageLoading } from './ui/states';
import { Toasts } from './ui/toast';

const find = (path: string, user: User | undefined) => {
	for (const page of pages) {
		const params = match(page.path, path);
		if (params) return { page, params };
	}
	// The start page is the first of the navigation that this person may open.
	const first = pages.find((page) => page.nav && allows(user?.role, page.needs.access));
	return path === '/' && first ? { page: first, params: {} } : undefined;
};

export function App() {
	const me = useQuery(sessionApi.me, {});
	return (
		<Toasts>
			{me.data !== undefined ? (
				<Open user={me.data ?? undefined} />
			) : me.error ? (
				<ErrorState error={me.error} retry={me.reload} />
			) : (
				<PageLoading />
			)}
		</Toasts>
	);
}

function Open({ user }: { user: User | undefined }) {
	const path = usePath();
	const known = find(path, user);
	const found = known?.page.bare && user ? find('/', user) : known;
	useEffect(() => {
		document.title = `${found?.page.title ?? 'Not found'} · ${APP.title}`;
	}, [found?.page.title]);
	if (found?.page.bare) return <found.page.Page params={found.params} />;
	if (!user && !(found && allows(undefined, found.page.needs.access))) return <SignInPage />;
	return (
		<SessionContext value={user}>
			{user && <LiveStream />}
			<Layout path={found?.page.path ?? path}>
				{found ? (
					<Guard key={path} user={user} {...found} />
				) : (
					<Empty title="There is no such page" hint="The link may be old." />
				)}
			</Layout>
		</SessionContext>
	);
}

function LiveStream() {
	useLiveStream();
	return null;
}

function Guard({ page, params, user }: { page: Page; params: Record<string, string>; user: User | undefined }) {
	return allows(user?.role, page.needs.access) ? (
		<page.Page params={params} />
	) : (
		<Empty title="Not for your role" hint="Ask an administrator if you need this page." />
	);
}
