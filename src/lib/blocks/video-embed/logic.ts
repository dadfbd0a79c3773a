export type Film = { kind: 'file' | 'player'; src: string; host: string };

/** How a film is shown: a file by the browser, others by the player of their host that keeps fewest traces. */
export function filmOf(url: string): Film {
	const { hostname, pathname, searchParams } = new URL(url);
	const host = hostname.replace(/^www\./, '');
	if (/\.(mp4|webm|ogv|m4v)$/i.test(pathname)) return { kind: 'file', src: url, host };
	const id = youTubeId(host, { pathname, searchParams });
	if (id) return { kind: 'player', src: `https://www.youtube-nocookie.com/embed/${id}`, host: 'youtube.com' };
	const vimeo = host === 'vimeo.com' ? /^\/(\d+)/.exec(pathname)?.[1] : undefined;
	if (vimeo) return { kind: 'player', src: `https://player.vimeo.com/video/${vimeo}?dnt=1`, host };
	return { kind: 'player', src: url, host };
}

function youTubeId(host: string, { pathname, searchParams }: { pathname: string; searchParams: URLSearchParams }) {
	if (host === 'youtu.be') return pathname.slice(1);
	if (!/^(m\.)?youtube(-nocookie)?\.com$/.test(host)) return undefined;
	return searchParams.get('v') ?? /^\/(?:embed|shorts)\/([\w-]+)/.exec(pathname)?.[1];
}
