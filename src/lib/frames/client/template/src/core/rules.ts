import type { Shape } from './shape';

/** Who may do what with the records of a collection: the same rules on the device and on a server. */

export type Audience = 'everybody' | 'members' | 'owner';

export interface CollectionRules {
	/** Who sees the records of others. Everybody unless said otherwise; the owner always does. */
	read?: Audience;
	/** The fields that others see; all of them where it is left out. The owner sees all. */
	shows?: readonly string[];
	/** Others see a record only once this field is true: what waits for approval. */
	shownWhen?: string;
	/** Who may not read a record finds it by naming all of these: an order by its number and phone. */
	findBy?: readonly string[];
	/** Who makes new ones. Everybody unless said otherwise. */
	create?: Audience;
	/** Who changes and removes a record: who made it and the owner, or the owner alone. */
	change?: 'maker' | 'owner';
	/** Fields that only the owner sets; in a record of somebody else they begin as `starts` says, or empty. */
	ownerSets?: readonly string[];
	starts?: Readonly<Record<string, unknown>>;
	/** What a record has to be, beside what the owner writes; a server refuses others, so that no stranger breaks a page. */
	shape?: Shape;
	/** Of records that agree in these fields, no two overlap in time; `from` and `to` name ISO days or times, `to` not included. */
	noOverlap?: { same: readonly string[]; from: string; to: string };
	/** Of records that agree in these fields there are at most so many. */
	limited?: { same: readonly string[]; limit: number };
	/** Of records whose `field` names, by its id, the same record of another collection there are at most so many as its `room` says. */
	roomIn?: { of: string; field: string; room: string };
	/** No two records have the same text in this field, upper and lower case alike. */
	unique?: string;
	/** A field that names, by its `slug`, a record of another collection which the same person made: who speaks is nobody else. */
	speaksFor?: { of: string; field: string };
	/** Beside its maker only those see a record who made what these fields name, by `slug`, in another collection; not even the owner. */
	onlyFor?: { of: string; fields: readonly string[] };
	/** Fields that others than the maker see only so many hours after the record was made. */
	sealed?: { fields: readonly string[]; hours: number };
	/** Refused while a record of another collection has in its fields (the names) what this one has in others (the values). */
	refusedBy?: { of: string; where: Readonly<Record<string, string>> };
}

/** Why a record is not taken. */
export type Refusal = 'overlap' | 'full' | 'not-unique' | 'not-allowed' | 'shut-out';

/** What `create` is rejected with. */
export class RefusedError extends Error {
	constructor(readonly refusal: Refusal) {
		super(`The record was refused: ${refusal}.`);
	}
}

type Plain = Record<string, unknown>;

/** Why the rules refuse a new record beside those there are; undefined when they do not. */
export function refusalOf(rules: CollectionRules, records: readonly object[], value: object): Refusal | undefined {
	const { noOverlap, limited, unique } = rules;
	const isOther = (record: object): record is Plain => !('id' in record && 'id' in value && record.id === value.id);
	const others = records.filter(isOther);
	const given = value as Plain;
	const agrees = (same: readonly string[]) => (record: Plain) => same.every((name) => record[name] === given[name]);
	if (noOverlap) {
		const { same, from, to } = noOverlap;
		const meets = (record: Plain) => String(record[from]) < String(given[to]) && String(given[from]) < String(record[to]);
		// What was given back at once takes no time any more.
		const takesTime = (record: Plain) => String(record[from]) < String(record[to]);
		if (others.filter(agrees(same)).filter(takesTime).some(meets)) return 'overlap';
	}
	if (limited && others.filter(agrees(limited.same)).length >= limited.limit) return 'full';
	const plain = (text: unknown) => String(text).trim().toLowerCase();
	if (unique && others.some((record) => plain(record[unique]) === plain(given[unique]))) return 'not-unique';
	return undefined;
}

/** Whether the record of another collection that a new one names has no room for it. @param hosts records of that collection */
export function isWithoutRoom(
	{ roomIn }: CollectionRules,
	{ hosts, records }: { hosts: readonly object[]; records: readonly object[] },
	value: object
): boolean {
	if (!roomIn) return false;
	const { field, room } = roomIn;
	const given = value as Plain;
	const host = (hosts as readonly Plain[]).find(({ id }) => id === given[field]);
	const others = (records as readonly Plain[]).filter(
		(one) => one[field] === given[field] && !('id' in given && one['id'] === given['id'])
	);
	return !host || others.length >= Number(host[room]);
}

/** Whether what is in another collection forbids a record. @param records of that collection */
export function isShutOut({ refusedBy }: CollectionRules, records: readonly object[], value: object): boolean {
	if (!refusedBy) return false;
	const pairs = Object.entries(refusedBy.where);
	return records.some((record) => pairs.every(([theirs, ours]) => (record as Plain)[theirs] === (value as Plain)[ours]));
}
