import type { GeneratorParameters } from './parameters';

export const example: GeneratorParameters = {
	title: 'A safe password',
	intro: 'Made on this device; nobody else sees it.',
	kind: 'password',
	length: 16,
	count: 3
};
