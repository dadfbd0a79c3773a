import type { CarouselParameters } from './parameters';

export const example: CarouselParameters = {
	heading: 'The layers of the pit',
	intro: 'From the surface down to two metres.',
	slides: [
		{
			title: 'Litter',
			text: 'Needles and heather, not yet earth. Three centimetres.',
			picture: { label: 'Litter layer', icon: 'leaf' }
		},
		{
			title: 'Bleached sand',
			text: 'Rain has washed out all that had a colour.',
			picture: { label: 'Bleached sand', icon: 'water' }
		},
		{ title: 'Hardpan', text: 'Iron and humus, hard as stone.', picture: { label: 'Hardpan', icon: 'box' } },
		{ title: 'Yellow sand', text: 'Blown here at the end of the ice age.', picture: { label: 'Yellow sand', icon: 'sun' } }
	],
	everySeconds: 6
};
