/** Invented but always the same: the numbers, names and days of the example data. */
const PEOPLE = [
	'Anna Holm',
	'Ben Carter',
	'Clara Weiss',
	'David Moreau',
	'Elena Rossi',
	'Finn Jensen',
	'Grace Lind',
	'Hugo Stein',
	'Ida Novak',
	'Jonas Berg',
	'Kate Willis',
	'Leo Marsh',
	'Mia Torres',
	'Noah Fields',
	'Olga Brandt',
	'Paul Vance'
];
const FIRST = [
	'Alder',
	'Birch',
	'Cedar',
	'Dune',
	'Ember',
	'Fjord',
	'Grove',
	'Harbor',
	'Juniper',
	'Kestrel',
	'Lumen',
	'Meadow',
	'Orchard',
	'Pebble',
	'Quarry',
	'Saffron'
];
const TRADE = ['Bakery', 'Studio', 'Logistics', 'Clinic', 'Outfitters', 'Coffee', 'Books', 'Robotics', 'Foods', 'Travel'];
const CITIES = ['Berlin', 'Porto', 'Lyon', 'Utrecht', 'Graz', 'Turin', 'Malmö', 'Ghent', 'Leeds', 'Cork'];
const WORDS = ['quiet', 'bright', 'early', 'simple', 'steady', 'fresh', 'careful', 'local', 'open', 'warm'];
const DAY_MS = 86_400_000;
const SLOT_DAYS = 21;

export class Demo {
	#state: number;
	constructor(
		seed: number,
		readonly today: Date
	) {
		this.#state = seed;
	}
	/** mulberry32: from 0 up to 1, the same on every machine. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	}
	pick<T>(from: readonly T[]): T {
		return from[Math.floor(this.next() * from.length)]!;
	}
	whole(min: number, max: number): number {
		return Math.floor(min + this.next() * (max - min + 1));
	}
	person(i: number): string {
		return PEOPLE[i % PEOPLE.length]!;
	}
	company(i: number): string {
		return `${FIRST[i % FIRST.length]} ${TRADE[(i * 3 + Math.floor(i / FIRST.length)) % TRADE.length]}`;
	}
	email(name: string): string {
		const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
		return `${plain.replace(/[^a-z0-9]+/g, '.').replace(/^\.|\.$/g, '') || 'somebody'}@mail.example`;
	}
	city(): string {
		return this.pick(CITIES);
	}
	phone(): string {
		return `+49 30 55${this.whole(10_000, 99_999)}`;
	}
	sentence(about: string): string {
		const first = this.pick(WORDS);
		const second = this.pick(WORDS.filter((word) => word !== first));
		return `${/^[aeiou]/.test(first) ? 'An' : 'A'} ${first} and ${second} ${about}.`;
	}
	/** 'Quiet visit': another name for each index. */
	title(about: string, i: number): string {
		return numbered(
			WORDS.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)} ${about}`),
			i
		);
	}
	/** One of the names in turn; those of the second turn and later carry its number. */
	named(names: readonly string[], i: number): string {
		return numbered(names, i);
	}
	/** A picture as a data URL: hills under a sky, in other colours for each index. */
	picture(i: number): string {
		const hue = (i * 47) % 360;
		const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="hsl(${hue} 60% 88%)"/><circle cx="${120 + ((i * 90) % 400)}" cy="110" r="46" fill="hsl(${(hue + 40) % 360} 80% 72%)"/><path d="M0 270 160 170 320 260 470 150 640 250V360H0Z" fill="hsl(${hue} 35% 48%)"/></svg>`;
		return `data:image/svg+xml,${encodeURIComponent(svg)}`;
	}
	/** An ISO time so many days before today, between 08:00 and 18:00 UTC, never after now. */
	ago(maxDays: number): string {
		const midnight = Math.floor(this.today.getTime() / DAY_MS) * DAY_MS;
		const at = midnight - Math.floor(this.next() * maxDays) * DAY_MS + (8 + this.next() * 10) * 3_600_000;
		return new Date(Math.min(at, this.today.getTime())).toISOString();
	}
	/** YYYY-MM-DD, from so many days before today to so many after. */
	day(before: number, after: number): string {
		return new Date(this.today.getTime() + this.whole(-before, after) * DAY_MS).toISOString().slice(0, 10);
	}
	time(before: number, after: number): string {
		return `${this.day(before, after)}T${String(this.whole(8, 17)).padStart(2, '0')}:${this.pick(['00', '30'])}:00.000Z`;
	}
	/** A time of which no other index has one within two hours: for three weeks from a week ago, then for the next three. */
	slotTime(i: number): string {
		const hour = 8 + 2 * (Math.floor(i / SLOT_DAYS) % 5);
		return `${this.#after((i % SLOT_DAYS) - 7 + SLOT_DAYS * Math.floor(i / (SLOT_DAYS * 5)))}T${String(hour).padStart(2, '0')}:${this.pick(['00', '30'])}:00.000Z`;
	}
	/** The first day of a stay that ends before that of any other index begins, or a day of it. */
	slotDay(i: number, day = 0): string {
		return this.#after((i - 5) * 3 + day);
	}
	#after(days: number): string {
		return new Date(this.today.getTime() + days * DAY_MS).toISOString().slice(0, 10);
	}
}

const numbered = (names: readonly string[], i: number) =>
	`${names[i % names.length]!}${i < names.length ? '' : ` ${Math.floor(i / names.length) + 1}`}`;

export interface Seed {
	table: string;
	/** Tables with a lower number are filled first. */
	order: number;
	count: number;
	/** Whether a running demo adds one now and then. */
	live?: boolean;
	row: (demo: Demo, index: number) => Record<string, unknown>;
}
