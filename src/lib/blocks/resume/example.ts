import type { ResumeParameters } from './parameters';

export const example: ResumeParameters = {
	name: 'Ilse Brandt',
	title: 'Structural engineer for timber',
	lines: ['Graz', 'ilse.brandt@example.org'],
	summary: 'Twelve years of bridges and halls in wood, from the first sketch to the day that the scaffold comes down.',
	experience: [
		{ years: '2013 – 2018', title: 'Engineer', place: 'Holzbau Steiner, Linz', text: 'Calculated halls of up to 60 metres.' },
		{ years: '2018 – today', title: 'Head of timber bridges', place: 'Ingenieurbüro Pichler, Graz', text: 'Eleven bridges.' }
	],
	education: [{ years: '2007 – 2013', title: 'Civil engineering', place: 'TU Graz' }],
	languages: [
		{ name: 'German', level: 'first language' },
		{ name: 'Slovene', level: 'B2' }
	],
	skills: ['Finite elements', 'Site supervision', 'Grading of timber'],
	more: [{ heading: 'Published', lines: ['Joints that can be seen, 2022'] }],
	print: true
};
