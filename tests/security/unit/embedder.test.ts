import { describe, expect, test } from 'vitest';
import { embedderOf } from '../../../workers/engine/headless/embedder';

const engine = 'http://engine.tabsmith.localhost:4173';
const ide = 'http://tabsmith.localhost:4173';

describe('the engine of a name', () => {
	test('answers the IDE of that name, by the origin that it has', () => {
		expect(embedderOf({ engine, ancestors: [ide] })).toEqual({ isOurs: true, origin: ide });
		expect(embedderOf({ engine: 'https://engine.ide.example.org', ancestors: ['https://ide.example.org'] })).toMatchObject({
			isOurs: true
		});
		expect(embedderOf({ engine: 'http://engine.localhost:8080', ancestors: ['http://localhost:8080'] })).toMatchObject({
			isOurs: true
		});
	});
	test.each([
		[['http://tabsmith.localhost:4174']],
		[['https://tabsmith.localhost:4173']],
		[['http://localhost:4173']],
		[['http://p3000.tabsmith.localhost:4173']],
		[['http://engine.tabsmith.localhost:4173']],
		[['http://tabsmith.localhost:4173.evil.example']],
		[['null']],
		[[]],
		[[ide, 'https://evil.example']],
		[['https://evil.example', ide]]
	])('refuses %j', (ancestors) => {
		const embedder = embedderOf({ engine, ancestors });
		expect(embedder.isOurs ? '' : embedder.message).toMatch(
			/^ENGINE_EMBEDDER_REFUSED: .*Open http:\/\/tabsmith\.localhost:4173\.$/
		);
	});
});

describe('an engine told apart by its port', () => {
	test('answers a page of the same host and scheme, and no other', () => {
		const at = (origin: string) => embedderOf({ engine: 'http://localhost:4174', ancestors: [origin] }).isOurs;
		expect(['http://localhost:4173', 'https://localhost:4173', 'http://127.0.0.1:4173', 'null'].map(at)).toEqual([
			true,
			false,
			false,
			false
		]);
	});
});
