import type { ReactNode } from 'react';
import { allows } from '../core/contract';
import { APP } from '../core/app';
import { ROLE_LABELS } from '../core/roles';
import { pages } from '../features/pages';
import { api as sessionApi } from '../features/session/contract';
import { call } from './api';
import { useLiveState } from './live';
import { Link } from './router';
import { useMaybeUser } from './session';
import { useTheme } from './theme';
import { Avatar } from './ui/avatar';
import { Icon, Logo } from './ui/icon';

export function Layout({ path, children }: { path: string; children: ReactNode }) {
	const user = useMaybeUser();
	const [theme, nextTheme] = useTheme();
	const links = pages.filter((page) => page.nav && allows(user?.role, page.needs.access));

	// The longest address that fits: on '/cards/board' that is the board, not the list.
	const fits = (to: string) => path === to || (to !== '/' && path.startsWith(`${to}/`));
	const here = links
		.map((link) => link.path)
		.filter(fits)
		.sort((a, b) => b.length - a.length)[0];

	async function signOut() {
		await call(sessionApi.signOut, {}).catch(() => undefined);
		// A fresh document: nothing of the last user stays in memory, and nothing asks for their data again.
		location.assign('/');
	}

	return (
		<div className="shell">
			<a className="skip" href="#main">
				Skip to content
			</a>
			<header className="side">
				<Link href="/" className="brand" aria-label={`${APP.title}, start page`}>
					<Logo /> <span>{APP.title}</span>
				</Link>
				<nav aria-label="Main">
					{links.map(({ path: to, nav }) => (
						<Link key={to} href={to} className="nav-link" aria-current={to === here ? 'page' : undefined}>
							<Icon name={nav!.icon} /> <span>{nav!.label}</span>
						</Link>
					))}
				</nav>
				<div className="side-foot">
					{user && <LivePill />}
					{user ? (
						<div className="me">
							<Avatar name={user.name} />
							<div className="me-text">
								<strong>{user.name}</strong>
								<span>{ROLE_LABELS[user.role]}</span>
							</div>
						</div>
					) : (
						<Link href="/sign-in" className="button" data-look="primary">
							Sign in
						</Link>
					)}
					<div className="side-actions">
						<button
							type="button"
							className="icon-button"
							onClick={nextTheme}
							aria-label={`Theme: ${theme}. Change theme`}
							title={`Theme: ${theme}`}
						>
							<Icon name={theme === 'system' ? 'auto' : theme === 'light' ? 'sun' : 'moon'} />
						</button>
						{user && (
							<button type="button" className="icon-button" onClick={() => void signOut()} aria-label="Sign out" title="Sign out">
								<Icon name="exit" />
							</button>
						)}
					</div>
				</div>
			</header>
			<main id="main" tabIndex={-1}>
				{children}
			</main>
		</div>
	);
}

function LivePill() {
	const live = useLiveState();
	return (
		<span className="live" data-state={live} role="status">
			<i aria-hidden="true" />
			<span>{live === 'lost' ? 'Reconnecting' : live === 'on' ? 'Live' : 'Connecting'}</span>
		</span>
	);
}
