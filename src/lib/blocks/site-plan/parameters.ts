export interface SitePlanParameters {
	heading: string;
	text?: string;
	/** What is on the plan; `x` and `y` from 0 to 100, from the top left. */
	places: SitePlace[];
	/** Ways between places, by their index from 0. */
	paths?: [number, number][];
	/** How to get there: 'By bus', 'Line 4 to the mill, then five minutes on foot.' */
	ways?: { by: string; text: string; icon?: string }[];
}

export interface SitePlace {
	label: string;
	x: number;
	y: number;
	/** 'spot' is a pin; the others are drawn as what they are. */
	kind: 'spot' | 'area' | 'parking' | 'entrance';
}
