import { useState, type ReactNode } from 'react';
import { isAmong, useAccount, type Account } from '../core/account';
import type { AppDefinition, PageDefinition } from '../core/app';
import { anchorOf } from '../core/block';
import { t } from '../core/words';
import { AccountMenu } from './account-menu';
import { Link } from './router';
import { Icon } from './ui/icon';

interface ShellProps {
	app: AppDefinition;
	/** The page that is shown; undefined when the address leads nowhere. */
	page: PageDefinition | undefined;
	children: ReactNode;
}

/** What all pages share: a header with the menu and a footer, or nothing of it for an app of one screen. */
export function Shell({ app, page, children }: ShellProps) {
	const account = useAccount();
	const menu = menuOf(app, account);
	const isSite = app.layout === 'site';
	return (
		<div className="shell" data-layout={app.layout}>
			<a className="skip" href="#content">
				{t('skip')}
			</a>
			{isSite && <Header app={app} menu={menu} here={page?.path} />}
			<main id="content" tabIndex={-1}>
				{children}
			</main>
			{isSite && <Footer app={app} menu={menu} />}
		</div>
	);
}

interface MenuEntry {
	label: string;
	href: string;
}

/** The pages that somebody may open; of an app with one page, its places. */
function menuOf({ pages: all }: AppDefinition, account: Account): MenuEntry[] {
	const pages = all.filter(({ audience }) => isAmong(account, audience));
	const [only, ...others] = pages;
	if (only && !others.length)
		return only.blocks.flatMap(({ menu }) => (menu ? [{ label: menu, href: `${only.path}#${anchorOf(menu)}` }] : []));
	return pages.flatMap(({ menu, path }) => (menu ? [{ label: menu, href: path }] : []));
}

function Header({ app, menu, here }: { app: AppDefinition; menu: MenuEntry[]; here: string | undefined }) {
	const [isOpen, setOpen] = useState(false);
	return (
		<header className="header" data-open={isOpen || undefined}>
			<div className="header-in">
				<Brand app={app} />
				{menu.length > 0 && (
					<>
						<button
							type="button"
							className="menu-button"
							aria-expanded={isOpen}
							aria-controls="menu"
							onClick={() => setOpen(!isOpen)}
						>
							<Icon name={isOpen ? 'close' : 'list'} />
							<span>{t('menu')}</span>
						</button>
						<nav id="menu" aria-label={t('menu')} onClick={() => setOpen(false)}>
							{menu.map(({ label, href }) => (
								<Link key={href} href={href} aria-current={href === here ? 'page' : undefined}>
									{label}
								</Link>
							))}
						</nav>
					</>
				)}
				<AccountMenu />
			</div>
		</header>
	);
}

const Brand = ({ app }: { app: AppDefinition }) => (
	<Link href="/" className="brand">
		<span className="brand-mark" aria-hidden="true">
			{app.icon ? <Icon name={app.icon} /> : [...app.title][0]}
		</span>
		<span className="brand-name">{app.title}</span>
	</Link>
);

function Footer({ app, menu }: { app: AppDefinition; menu: MenuEntry[] }) {
	return (
		<footer className="footer">
			<div className="footer-in">
				<div className="footer-about">
					<strong>{app.title}</strong>
					{app.tagline && <p>{app.tagline}</p>}
				</div>
				{menu.length > 0 && (
					<ul className="footer-menu">
						{menu.map(({ label, href }) => (
							<li key={href}>
								<Link href={href}>{label}</Link>
							</li>
						))}
					</ul>
				)}
				{app.footer.length > 0 && (
					<div className="footer-lines">
						{app.footer.map((line) => (
							<p key={line}>{line}</p>
						))}
					</div>
				)}
			</div>
		</footer>
	);
}
