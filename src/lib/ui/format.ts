/** How the screen writes numbers and times: short, tabular, in words a person uses. */

/** 940 -> '940', 41 230 -> '41.2k', 1 200 000 -> '1.2M'. */
export function formatCount(count: number): string {
	if (count < 1000) return String(Math.round(count));
	if (count < 1_000_000) return `${(count / 1000).toFixed(1)}k`;
	return `${(count / 1_000_000).toFixed(1)}M`;
}

/** Minutes and seconds, with hours when there are any: '1:07', '1:02:03'. */
export function formatDuration(durationMs: number): string {
	const seconds = Math.max(0, Math.floor(durationMs / 1000));
	const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
	const shown = parts[0] ? parts : parts.slice(1);
	return shown.map((part, index) => (index ? String(part).padStart(2, '0') : String(part))).join(':');
}

/** How long something took: '<0.1 s', '5.9 s', '45 s', then minutes and seconds. */
export function formatSpan(durationMs: number): string {
	if (durationMs < 50) return '<0.1 s';
	if (durationMs < 9950) return `${(durationMs / 1000).toFixed(1)} s`;
	if (durationMs < 59_500) return `${Math.round(durationMs / 1000)} s`;
	const seconds = Math.round(durationMs / 1000);
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export function formatMoney(dollars: number): string {
	return dollars > 0 && dollars < 0.005 ? '<$0.01' : `$${dollars.toFixed(2)}`;
}

/** What was spent, as far as it is known: '$1.20', '$1.20 + ?' when the price of some calls is unknown, 'cost unknown' when of all. */
export function formatCost(dollars: number, isPartial: boolean): string {
	if (!isPartial) return formatMoney(dollars);
	return dollars > 0 ? `${formatMoney(dollars)} + ?` : 'cost unknown';
}

/** 'just now', '2 min ago', '3 h ago', 'yesterday', a weekday within a week, then the date. */
export function formatRelative(timeMs: number, nowMs: number): string {
	const minutes = Math.floor((nowMs - timeMs) / 60_000);
	if (minutes < 1) return 'just now';
	if (minutes < 60) return `${minutes} min ago`;
	if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
	const days = Math.floor(minutes / 1440);
	if (days === 1) return 'yesterday';
	const date = new Date(timeMs);
	return days < 7
		? date.toLocaleDateString('en', { weekday: 'long' })
		: date.toLocaleDateString('en', { day: 'numeric', month: 'short' });
}

/** 812 -> '812 bytes', 20 480 -> '20 kB', 3 400 000 -> '3.2 MB'; a kB is 1024 bytes. */
export function formatBytes(bytes: number): string {
	if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
	if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
	return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
