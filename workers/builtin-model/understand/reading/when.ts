/** Times and dates in a text. */

const MONTHS: [RegExp, number][] = [
	'jan|januar|enero',
	'feb|februar|febrero',
	'mar|märz|marzo',
	'apr|abril',
	'may|mai|mayo',
	'jun|juni|junio',
	'jul|juli|julio',
	'aug|august|agosto',
	'sep|september|septiembre',
	'oct|okt|oktober|octubre',
	'nov|november|noviembre',
	'dec|dez|dezember|diciembre'
].map((words, at) => [new RegExp(`^(?:${words})`, 'i'), at + 1]);

export const WEEKDAYS: Record<string, number> = {
	...days('sunday monday tuesday wednesday thursday friday saturday'),
	...days('sonntag montag dienstag mittwoch donnerstag freitag samstag'),
	...days('domingo lunes martes miércoles jueves viernes sábado'),
	...days('星期日 星期一 星期二 星期三 星期四 星期五 星期六')
};

export interface Moment {
	year?: number;
	month: number;
	day: number;
	isYearly: boolean;
	quote: string;
}

/** The first date: '12 September 2031', 'every 31 December', '31. Dezember', 'September 12, 2031', '2031-09-12'. */
export function dateIn(text: string): Moment | undefined {
	const iso = /\b(20\d\d)-(\d\d)-(\d\d)\b/.exec(text);
	if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), isYearly: false, quote: iso[0] };
	const chinese = /(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/.exec(text);
	if (chinese)
		return {
			...(chinese[1] ? { year: Number(chinese[1]) } : {}),
			...{ month: Number(chinese[2]), day: Number(chinese[3]), isYearly: !chinese[1], quote: chinese[0] }
		};
	const patterns: [RegExp, number, number, number][] = [
		[/\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of |de )?(\p{L}{3,10})\.?,?(?:\s+(?:de )?(\d{4}))?/giu, 1, 2, 3],
		[/\b(\p{L}{3,10})\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?/giu, 2, 1, 3]
	];
	for (const [pattern, dayAt, monthAt, yearAt] of patterns) {
		for (const match of text.matchAll(pattern)) {
			const month = MONTHS.find(([words]) => words.test(match[monthAt] ?? ''))?.[1];
			const day = Number(match[dayAt]);
			if (!month || day < 1 || day > 31) continue;
			const year = match[yearAt] ? Number(match[yearAt]) : undefined;
			return { ...(year ? { year } : {}), month, day, isYearly: year === undefined, quote: match[0].trim() };
		}
	}
	return undefined;
}

/** All times of day in order, as HH:MM. */
export function timesIn(text: string): string[] {
	return [
		...text.matchAll(/\b([01]?\d|2[0-4])[:.h]([0-5]\d)\b(?!\s*(?:m\b|km|%|l\b|€|\$))|\b(\d{1,2})\s*(am|pm|Uhr|点)\b/giu)
	].map((match) => {
		if (match[1] !== undefined) return `${match[1].padStart(2, '0')}:${match[2] ?? '00'}`;
		const hour = Number(match[3]) % 12;
		const is24 = !/am|pm/i.test(match[4] ?? '');
		return `${String(is24 ? Number(match[3]) : hour + (/pm/i.test(match[4] ?? '') ? 12 : 0)).padStart(2, '0')}:00`;
	});
}

/** What happens when: 'Lauds 06:30, Midday Prayer 12:15 and Compline 20:00'. */
export function timedItems(text: string): { title: string; time: string }[] {
	return [...text.matchAll(/(\p{L}[\p{L} '’-]{1,40}?)\s+(?:at\s+|um\s+|a las\s+)?(\d{1,2}:\d\d)\b/gu)]
		.map(([, title = '', time = '']) => ({
			title: title.replace(/^(?:and|und|y|the|from|at|until|to|is at)\s+/i, '').trim(),
			time: time.padStart(5, '0')
		}))
		.filter(
			({ title }) =>
				title.length > 2 && !/^(?:from|at|until|to|and|is|bis|von|um|on|every|daily)$|\b(?:is|are|from|until)$/i.test(title)
		);
}

/** Years that stand for history: 'since 1911', 'from 1987'. */
export function yearIn(text: string): string | undefined {
	return /\b(?:since|from|in|founded|established|seit|von|desde|fundad[oa] en|自|于)\s*((?:1[5-9]|20)\d\d)\b/i.exec(text)?.[1];
}

/** '10 bis 22 Uhr', '09:00 to 16:30', '10-22h': from and to as HH:MM. */
export function hoursIn(text: string): { from: string; to: string } | undefined {
	const match =
		/\b(\d{1,2})(?::(\d\d))?\s*(?:uhr|h|am|点)?\s*(?:-|–|to|bis|until|till|a|到|至)\s*(\d{1,2})(?::(\d\d))?\s*(uhr|h\b|o'?clock|pm|am|点)?/i.exec(
			text
		);
	if (!match || (!match[2] && !match[5])) return undefined;
	const late = match[5]?.toLowerCase() === 'pm' && Number(match[3]) < 12 ? 12 : 0;
	const time = (hour: string | undefined, minutes: string | undefined, more = 0) =>
		`${String(Number(hour) + more).padStart(2, '0')}:${minutes ?? '00'}`;
	return { from: time(match[1], match[2]), to: time(match[3], match[4], late) };
}

function days(list: string): Record<string, number> {
	return Object.fromEntries(list.split(' ').map((name, at) => [name, at]));
}
