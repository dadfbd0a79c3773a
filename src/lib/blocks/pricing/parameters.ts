import type { Action } from '../data';

export interface PricingParameters {
	heading: string;
	intro?: string;
	plans: PricingPlan[];
	/** Below all of them: what is included, when it is paid. */
	note?: string;
}

export interface PricingPlan {
	name: string;
	/** As it is written: '€ 12', 'free'. */
	price: string;
	/** 'per month' */
	per?: string;
	text?: string;
	points: string[];
	action?: Action;
	/** Set apart as the one to take. */
	isBest?: boolean;
}
