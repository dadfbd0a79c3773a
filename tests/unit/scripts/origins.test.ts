import { describe, expect, test } from 'vitest';
import { siteOf } from '../../../scripts/origins.mjs';

describe('the origin that a Host header names', () => {
	test('the plain name is the IDE', () => {
		expect(siteOf('tabsmith.localhost:4173')).toEqual({ site: 'ide', name: 'tabsmith.localhost', port: '4173' });
	});
	test('engine. is the engine of that name', () => {
		expect(siteOf('engine.tabsmith.localhost:4173')).toEqual({ site: 'engine', name: 'tabsmith.localhost', port: '4173' });
	});
	test('pPORT. is a preview, whatever the port', () => {
		expect(siteOf('p3000.ide.example.org')).toEqual({ site: 'preview', name: 'ide.example.org', port: '' });
	});
	test('a host that merely begins with p is the IDE', () => {
		expect(siteOf('play.example.org').site).toBe('ide');
	});
	test('a missing header is the IDE', () => {
		expect(siteOf(undefined).site).toBe('ide');
	});
});
