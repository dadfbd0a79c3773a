import { expect, test } from 'vitest';
import { socketDestination } from '../../../../workers/engine/preview/page/socket-destination';

test.each<[string, number | null]>([
	['ws://p5173.tabsmith.localhost:8080/?token=x', 5173],
	['wss://p3001.tabsmith.localhost:8080/', 3001],
	['ws://localhost:3001/', 3001],
	['ws://127.0.0.1:3001/', 3001],
	['ws://[::1]:3001/', 3001],
	['ws://localhost/', 80],
	['wss://localhost/', 443],
	['ws://p5173.tabsmith.localhost/', null],
	['ws://p5173.other.localhost:8080/', null],
	['ws://p5173-1.tabsmith.localhost:8080/', null],
	['ws://tabsmith.localhost:8080/', null],
	['wss://example.com/', null],
	['wss://p1.example.com:8080/', null]
])('%s leads to %s', (url, port) => {
	expect(socketDestination(new URL(url), 'p5173.tabsmith.localhost:8080')).toBe(port);
});
