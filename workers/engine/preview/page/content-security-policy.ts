/** Directives that decide whether a script element may run, the first that is there. */
const SCRIPT_DIRECTIVES = ['script-src-elem', 'script-src', 'default-src'];
const NONCE = /'nonce-([^']+)'/;

/** Scripts that must run in spite of a page's policies; `url` is the one that has an address. */
interface Admission {
	policies: string[];
	/** For the `nonce` attribute of the scripts; empty when none is needed. */
	nonce: string;
}

/**
 * Changes the policies of a page (values of Content-Security-Policy headers) so that our own scripts may run in it and that it may
 * be framed, as a preview must be. All else stays as it was.
 * @source CSP Level 3: any nonce or hash makes 'unsafe-inline' void, so a nonce is only added where there is none to lose
 */
export function admitScripts(policies: readonly string[], url: string): Admission {
	const all = policies.flatMap((policy) => policy.split(','));
	const nonce = NONCE.exec(all.join(' '))?.[1] ?? crypto.randomUUID();
	const admitted = all.map((policy) => admit(policy, url, nonce));
	return { policies: admitted, nonce: admitted.some((policy) => policy.includes(`'nonce-${nonce}'`)) ? nonce : '' };
}

function admit(policy: string, url: string, nonce: string): string {
	const directives = policy
		.split(';')
		.map((directive) => directive.trim().split(/\s+/))
		.filter(([name = '']) => name !== '' && name.toLowerCase() !== 'frame-ancestors');
	const deciding = SCRIPT_DIRECTIVES.map((wanted) => directives.find(([name = '']) => name.toLowerCase() === wanted)).find(
		Boolean
	);
	if (deciding) {
		const [name = '', ...sources] = deciding;
		const kept = sources.filter((source) => source.toLowerCase() !== "'none'");
		const isInlineAllowed =
			kept.includes("'unsafe-inline'") && !kept.some((source) => /^'(nonce|sha\d+)-|'strict-dynamic'/.test(source));
		const own = isInlineAllowed ? url : `'nonce-${nonce}'`;
		const admitted = [...kept, ...(kept.includes(own) ? [] : [own])];
		// What falls back to `default-src` must not inherit our source.
		if (name.toLowerCase() === 'default-src') directives.push(['script-src-elem', ...admitted]);
		else deciding.splice(1, Infinity, ...admitted);
	}
	return directives.map((directive) => directive.join(' ')).join('; ');
}
