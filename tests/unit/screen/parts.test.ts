import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../src/lib/screen/shell/download';
import { treeRows } from '../../../src/lib/screen/editor/file-tree';
import { formatCount, formatDuration, formatMoney, formatRelative } from '../../../src/lib/ui/format';
import { layoutGraph } from '../../../src/lib/screen/graph/graph-layout';
import { MIN_SCALE, NODE_WIDTH } from '../../../src/lib/screen/graph/graph-size';
import { agentLabel, roleOf } from '../../../src/lib/domain/role-names';
import { Settings } from '../../../src/lib/app/settings.svelte';

class MemoryStorage {
	#items = new Map<string, string>();
	length = 0;
	clear() {}
	key() {
		return null;
	}
	removeItem() {}
	getItem(key: string) {
		return this.#items.get(key) ?? null;
	}
	setItem(key: string, value: string) {
		this.#items.set(key, value);
	}
}

describe('the file tree', () => {
	it('puts folders before files and hides what a closed folder holds', () => {
		const rows = treeRows(['b.ts', 'src/z.ts', 'src/lib/a.ts', 'a.ts'], new Set(['src/lib']));
		expect(rows.map((row) => `${'  '.repeat(row.depth)}${row.name}${row.isFolder ? '/' : ''}`)).toEqual([
			'src/',
			'  lib/',
			'  z.ts',
			'a.ts',
			'b.ts'
		]);
	});
});

describe('numbers and times', () => {
	it('are short', () => {
		expect([formatCount(940), formatCount(41_230), formatCount(1_200_000)]).toEqual(['940', '41.2k', '1.2M']);
		expect([formatDuration(67_000), formatDuration(3_723_000), formatDuration(-5)]).toEqual(['1:07', '1:02:03', '0:00']);
		expect([formatMoney(0), formatMoney(0.001), formatMoney(0.194)]).toEqual(['$0.00', '<$0.01', '$0.19']);
	});
	it('are told relative to now', () => {
		const now = Date.UTC(2026, 10, 24, 12);
		expect([10_000, 120_000, 7_200_000, 90_000_000].map((ago) => formatRelative(now - ago, now))).toEqual([
			'just now',
			'2 min ago',
			'2 h ago',
			'yesterday'
		]);
	});
});

describe('the graph layout', () => {
	it('puts a task to the right of what it needs', () => {
		const { nodes } = layoutGraph([
			{ id: 'a', needs: [] },
			{ id: 'b', needs: ['a'] },
			{ id: 'c', needs: ['b', 'a'] }
		]);
		const x = Object.fromEntries(nodes.map((node) => [node.id, node.x]));
		expect((x.b ?? 0) - (x.a ?? 0)).toBeGreaterThan(NODE_WIDTH);
		expect((x.c ?? 0) - (x.b ?? 0)).toBeGreaterThan(NODE_WIDTH);
	});
	it('runs down where the pane is too narrow to run right', () => {
		const chain = [
			{ id: 'a', needs: [] },
			{ id: 'b', needs: ['a'] }
		];
		const layout = layoutGraph(chain, { width: 200, height: 600 });
		expect(layout.nodes.map((node) => node.x)).toEqual([0, 0]);
		expect(layout.height).toBeGreaterThan(96);
	});
	it('puts fewer tasks side by side where all of them would be too small to read', () => {
		const leaves = Array.from({ length: 20 }, (_, at) => ({ id: `leaf ${at}`, needs: ['root'] }));
		const tasks = [{ id: 'root', needs: [] }, ...leaves, { id: 'last', needs: leaves.map((leaf) => leaf.id) }];
		const pane = { width: 900, height: 600 };
		const { nodes, width, height } = layoutGraph(tasks, pane);
		expect(Math.min(pane.width / width, pane.height / height)).toBeGreaterThan(MIN_SCALE);
		const y = new Map(nodes.map((node) => [node.id, node.y]));
		for (const leaf of leaves) {
			expect(y.get(leaf.id)).toBeGreaterThan(y.get('root') ?? Infinity);
			expect(y.get(leaf.id)).toBeLessThan(y.get('last') ?? -Infinity);
		}
		expect(new Set(nodes.map((node) => `${node.x} ${node.y}`)).size).toBe(tasks.length);
	});
	it('leaves out an edge that another path implies', () => {
		const { edges } = layoutGraph([
			{ id: 'a', needs: [] },
			{ id: 'b', needs: ['a'] },
			{ id: 'c', needs: ['b', 'a'] }
		]);
		expect(edges.map((edge) => `${edge.from}>${edge.to}`).toSorted()).toEqual(['a>b', 'b>c']);
	});
	it('draws lone tasks, unknown needs and cycles without failing', () => {
		expect(layoutGraph([{ id: 'a', needs: ['nowhere'] }]).nodes).toHaveLength(1);
		expect(
			layoutGraph([
				{ id: 'a', needs: ['b'] },
				{ id: 'b', needs: ['a'] }
			]).edges
		).toHaveLength(1);
		expect(layoutGraph([])).toEqual({ nodes: [], edges: [], width: 0, height: 0 });
	});
});

describe('settings', () => {
	it('are kept, but never the key', async () => {
		const storage = new MemoryStorage();
		const settings = new Settings(storage);
		settings.chooseProvider('openai');
		await settings.setKey(' sk-secret ');
		settings.setRoleModel('qa', 'gpt-5-mini');
		expect(settings.problem).toBeUndefined();
		expect([settings.modelOf('qa'), settings.modelOf('backend'), settings.key]).toEqual(['gpt-5-mini', 'gpt-5', 'sk-secret']);
		expect(storage.getItem('tabsmith:settings')).not.toContain('sk-secret');
		expect(new Settings(storage).data).toMatchObject({ providerId: 'openai', modelByRole: { qa: 'gpt-5-mini' } });
		expect(new Settings(storage).problem).toBe('OpenAI needs an API key.');
	});
	it('survive a storage that holds nonsense', () => {
		const storage = new MemoryStorage();
		storage.setItem('tabsmith:settings', '{"theme":7,"workers":"many","unknown":1}');
		expect(new Settings(storage).data).toMatchObject({ theme: 'system', workers: 4 });
		storage.setItem('tabsmith:settings', 'not json');
		expect(new Settings(storage).provider.id).toBe('builtin');
	});
	it('refuse a base URL that is none', () => {
		const settings = new Settings(new MemoryStorage());
		settings.chooseProvider('custom');
		settings.change({ baseUrl: 'javascript:alert(1)', model: 'm' });
		expect(settings.problem).toMatch(/base URL/);
	});
});

describe('names', () => {
	it('tell agents of one role apart', () => {
		expect([agentLabel('backend-1'), agentLabel('backend-2'), agentLabel('game-designer'), roleOf('qa-12')]).toEqual([
			'Backend',
			'Backend 2',
			'Game-designer',
			'qa'
		]);
	});
	it('of downloads hold letters, digits and dashes only', () => {
		expect([fileNameOf('Müller’s Dashboard!'), fileNameOf('日本')]).toEqual(['muller-s-dashboard', 'project']);
	});
});
