/** Plain texts that fit any subject of their kind. Whoever uses one says that it is an example. */

/** How something is put in its place: as many steps as are asked for. */
export const STEPS = (act: string, object: string, place: string): string[] => [
	place ? `Empty the ${place} and take out what is in the way.` : 'Lay everything that you need ready.',
	place
		? `Hold the ${object} against the ${place} and check that it fits; trim or change it if it does not.`
		: `Check that the ${object} is clean and complete.`,
	`${act.charAt(0).toUpperCase()}${act.slice(1)}, slowly and without force.`,
	`Press it down, and check that nothing moves or rubs.`,
	'Try it out for a few minutes.',
	'Look at it again after a day.',
	'Clean it now and then as it needs.',
	'Replace it when it is worn.'
];

/** What communities and firms hold to. */
export const VALUES: [title: string, text: string][] = [
	['We keep the hours together', 'The day has its fixed times, and whoever can be there is there.'],
	['We speak with care', 'We say what is needed, kindly, and leave room for silence.'],
	['We share what we have', 'What belongs to one serves all; nobody keeps back what another needs.'],
	['We work with our hands', 'Every task is worth doing well, the small one too.'],
	['We welcome the guest', 'Whoever comes to the door is received as one of us.'],
	['We decide together', 'Before something is decided, everybody is heard.'],
	['We make peace before night', 'A quarrel is settled on the day it began.'],
	['We look after the place', 'House, garden and tools are handed on in better order than we found them.']
];
