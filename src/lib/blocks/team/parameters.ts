import type { Picture } from '../data';

export interface TeamParameters {
	heading: string;
	intro?: string;
	people: { name: string; role: string; text?: string; picture?: Picture; email?: string }[];
}
