import type { Account } from '../../container/preview-probe';

/** The accounts for trying an app out, as its sign-in page names them. */

/** Those that a page's text offers, each with the password that it gives for all. */
export function exampleAccounts(text: string): Account[] {
	const emails = text.match(/[\w.+-]+@example\.(?:com|org)/g) ?? [];
	const password = /password:?\s+([\w-]+)/i.exec(text.slice(text.indexOf(emails[0] ?? ' ')))?.[1];
	return password ? [...new Set(emails)].map((email) => ({ email, password })) : [];
}

/** The account to look around with: the administrator's, else the last one named. */
export function exampleAccount(text: string): Account | undefined {
	const accounts = exampleAccounts(text);
	return accounts.find(({ email }) => email.startsWith('admin')) ?? accounts.at(-1);
}

/** The name before the @: that of the role. */
export function nameOf({ email }: Pick<Account, 'email'>): string {
	return email.split('@')[0] ?? email;
}
