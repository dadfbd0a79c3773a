import { useMemo } from 'react';
import { useAccount } from '../../core/account';
import type { CollectionPlan } from '../../core/block';
import { useCollection, type Collection, type Stored } from '../../core/collection';
import type { ProfileRecord } from './parameters';

/** Somebody's tie to somebody else, by their slugs. */
export interface Tie {
	from: string;
	to: string;
}

export interface People {
	profiles: Collection<ProfileRecord>;
	/** Of whoever looks at the page; undefined until it is made. */
	me: Stored<ProfileRecord> | undefined;
	isVisitor: boolean;
	find(slug: string): Stored<ProfileRecord> | undefined;
}

/** Who is there, and who looks. */
export function usePeople(collection: string): People {
	const profiles = useCollection<ProfileRecord>(collection);
	const { kind } = useAccount();
	return useMemo(
		() => ({
			profiles,
			isVisitor: kind === 'visitor',
			me: kind === 'visitor' ? undefined : profiles.records.find(({ isMine }) => isMine),
			find: (slug) => profiles.records.find((one) => one.slug === slug)
		}),
		[profiles, kind]
	);
}

/** Whom somebody follows, or has shut out. @param collection of ties: {@link followsOf} or {@link blocksOf} */
export function useTies(collection: string, me: string | undefined) {
	const ties = useCollection<Tie>(collection);
	const mine = ties.records.filter(({ from }) => me !== undefined && from === me);
	const has = (to: string) => mine.some((tie) => tie.to === to);
	const toggle = async (to: string) => {
		const tie = mine.find((one) => one.to === to);
		if (tie) await ties.remove(tie.id);
		else if (me !== undefined) await ties.create({ from: me, to });
	};
	return { has, toggle, to: mine.map(({ to }) => to) };
}

export const followsOf = (profiles: string) => `${profiles}-follows`;
export const blocksOf = (profiles: string) => `${profiles}-blocks`;

/** What each block that knows profiles plans for their collection, whichever of them an app has. */
export const planProfiles = (collection: string): Record<string, CollectionPlan> => ({
	[collection]: { rules: { create: 'members', unique: 'slug', shape: { slug: 'text' } } }
});
