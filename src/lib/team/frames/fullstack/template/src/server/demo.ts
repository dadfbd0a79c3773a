/** Invented but always the same: the numbers, names and days of the example data. */
const PEOPLE = ['Anna Holm', 'Ben Carter', 'Clara Weiss', 'David Moreau', 'Elena Rossi', 'Finn Jensen', 'Grace Lind', 'Hugo Stein', 'Ida Novak', 'Jonas Berg', 'Kate Willis', 'Leo Marsh', 'Mia Torres', 'Noah Fields', 'Olga Brandt', 'Paul Vance'];
const FIRST = ['Alder', 'Birch', 'Cedar', 'Dune', 'Ember', 'Fjord', 'Grove', 'Harbor', 'Juniper', 'Kestrel', 'Lumen', 'Meadow', 'Orchard', 'Pebble', 'Quarry', 'Saffron'];
const TRADE = ['Bakery', 'Studio', 'Logistics', 'Clinic', 'Outfitters', 'Coffee', 'Books', 'Robotics', 'Foods', 'Travel'];
const CITIES = ['Berlin', 'Porto', 'Lyon', 'Utrecht', 'Graz', 'Turin', 'Malmö', 'Ghent', 'Leeds', 'Cork'];
const WORDS = ['quiet', 'bright', 'early', 'simple', 'steady', 'fresh', 'careful', 'local', 'open', 'warm'];
const DAY_MS = 86_400_000;

export class Demo {
  #state: number;
  constructor(seed: number, readonly today: Date) {
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
    return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@mail.example`;
  }
  city(): string {
    return this.pick(CITIES);
  }
  phone(): string {
    return `+49 30 55${this.whole(10_000, 99_999)}`;
  }
  sentence(about: string): string {
    return `A ${this.pick(WORDS)} and ${this.pick(WORDS)} ${about}.`;
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
}

export interface Seed {
  table: string;
  /** Tables with a lower number are filled first. */
  order: number;
  count: number;
  /** Whether a running demo adds one now and then. */
  live?: boolean;
  row: (demo: Demo, index: number) => Record<string, unknown>;
}
