/** What each field type means in SQL, in the contract, in forms, on pages and in example data. */
import type { Blueprint, Entity, Field } from '../../../src/lib/domain/blueprint';
import { columnOf, entityNamed, goesWith, labelField, namesOf, quote } from './names';

/** The SQL type and checks of a column. */
export function sqlColumn(blueprint: Blueprint, entity: Entity, field: Field): string {
	const column = columnOf(field);
	const checks = [sqlCheck(field, column)].filter(Boolean);
	const target = field.type === 'reference' ? referenceTable(blueprint, field) : undefined;
	const cascade = !field.required ? 'set null' : goesWith(entity, field) ? 'cascade' : 'no action';
	return [
		`  ${column}`,
		sqlType(field),
		target && `references ${target} on delete ${cascade}`,
		field.required || field.type === 'boolean' ? 'not null' : '',
		field.type === 'boolean' ? `default ${field.default === true}` : '',
		field.unique ? 'unique' : '',
		...checks
	]
		.filter(Boolean)
		.join(' ');
}

function referenceTable(blueprint: Blueprint, field: Field): string {
	const entity = entityNamed(blueprint, field.reference);
	return entity ? namesOf(entity).table : 'users';
}

function sqlType(field: Field): string {
	switch (field.type) {
		case 'integer':
		case 'money':
		case 'reference':
			return 'integer';
		case 'decimal':
			return 'numeric(14, 4)';
		case 'boolean':
			return 'boolean';
		case 'date':
			return 'date';
		case 'dateTime':
			return 'timestamptz';
		default:
			return 'text';
	}
}

function sqlCheck(field: Field, column: string): string {
	if (field.type === 'enum')
		return `check (${column} in (${(field.options ?? []).map((option) => `'${option.replace(/'/g, "''")}'`).join(', ')}))`;
	if (field.type === 'money') return `check (${column} >= 0)`;
	if (field.min !== undefined && field.max !== undefined) return `check (${column} between ${field.min} and ${field.max})`;
	return '';
}

/** The type name that src/server/table.ts casts values to. */
export function tableType(field: Field): string {
	switch (field.type) {
		case 'integer':
		case 'money':
		case 'reference':
			return 'integer';
		case 'decimal':
			return 'float8';
		case 'boolean':
		case 'date':
			return field.type;
		case 'dateTime':
			return 'timestamptz';
		default:
			return 'text';
	}
}

/** The schema that checks what people enter, and the helpers of core/fields.ts it needs. */
export function inputSchema(field: Field): { code: string; uses: string[] } {
	const name = quote(field.label);
	const range = field.max !== undefined ? `, ${field.min}, ${field.max}` : field.min !== undefined ? `, ${field.min}` : '';
	const text = { code: `Text(300, ${name})`, uses: ['Text'] };
	const plain = ((): { code: string; uses: string[] } => {
		switch (field.type) {
			case 'longText':
			case 'list':
				return {
					code: field.required ? `Text(20_000, ${name})` : 'LongText(20_000)',
					uses: [field.required ? 'Text' : 'LongText']
				};
			case 'integer':
				return { code: `Whole(${name}${range})`, uses: ['Whole'] };
			case 'decimal':
				return { code: `Decimal(${name}${range})`, uses: ['Decimal'] };
			case 'money':
				return { code: `Cents(${name})`, uses: ['Cents'] };
			case 'date':
				return { code: `Day(${name})`, uses: ['Day'] };
			case 'dateTime':
				return { code: `Instant(${name})`, uses: ['Instant'] };
			case 'boolean':
				return { code: 'Flag', uses: ['Flag'] };
			case 'enum':
				return { code: `z.enum([${(field.options ?? []).map(quote).join(', ')}])`, uses: [] };
			case 'email':
				return { code: 'Email', uses: ['Email'] };
			case 'phone':
				return { code: 'Phone', uses: ['Phone'] };
			case 'url':
				return { code: 'Link', uses: ['Link'] };
			case 'image':
				return { code: 'Picture', uses: ['Picture'] };
			case 'reference':
				return { code: 'Id', uses: ['Id'] };
			default:
				return text;
		}
	})();
	// The database has the default; one in the schema would reset the value whenever something else changes.
	if (field.type === 'boolean') return { code: `${plain.code}.optional()`, uses: plain.uses };
	return field.required ? plain : { code: `optional(${plain.code})`, uses: [...plain.uses, 'optional'] };
}

/** The schema of what the server answers. */
export function outputSchema(field: Field): string {
	const base = (() => {
		switch (field.type) {
			case 'integer':
			case 'money':
			case 'reference':
				return 'z.number().int()';
			case 'decimal':
				return 'z.number()';
			case 'boolean':
				return 'z.boolean()';
			case 'dateTime':
				return 'Time';
			default:
				return 'z.string()';
		}
	})();
	return field.required || field.type === 'boolean' ? base : `${base}.nullable()`;
}

/** How a value looks on a page, `row` being the record. */
export function display(field: Field): { code: string; format?: string; ui?: string } {
	const value = `row.${field.name}`;
	const guarded = (code: string) => (field.required ? code : `${value} === null ? '–' : ${code}`);
	switch (field.type) {
		case 'money':
			return { code: guarded(`money(${value})`), format: 'money' };
		case 'date':
			return { code: guarded(`shortDate(${value})`), format: 'shortDate' };
		case 'dateTime':
			return { code: guarded(`fullTime(${value})`), format: 'fullTime' };
		case 'boolean':
			return { code: `${value} ? 'Yes' : 'No'` };
		case 'enum':
			return { code: guarded(`<Badge>{${value}}</Badge>`), ui: 'Badge' };
		case 'reference':
			return { code: `row.${field.name}Label ?? '–'` };
		default:
			return { code: `${value} ?? '–'` };
	}
}

/** An input of the form; `row` is the record that is edited, or undefined. */
export function formInput(
	blueprint: Blueprint,
	field: Field
): { code: string; ui: string; api?: { name: string; folder: string } } {
	const shared = `label=${JSON.stringify(field.label)} name="${field.name}"`;
	const error = `error={form.errors['${field.name}']}`;
	const initial = `defaultValue={row?.${field.name} ?? ${quote(field.default === undefined ? '' : String(field.default))}}`;
	const simple = (type: string, extra = '') => ({
		code: `<Input ${shared} ${type === 'text' ? '' : `type="${type}" `}${extra}${initial} ${error} />`,
		ui: 'Input'
	});
	switch (field.type) {
		case 'longText':
			return { code: `<Textarea ${shared} ${initial} ${error} />`, ui: 'Textarea' };
		case 'list':
			return { code: `<Textarea ${shared} rows={6} hint="One per line" ${initial} ${error} />`, ui: 'Textarea' };
		case 'integer':
			return simple('number', 'step="1" ');
		case 'decimal':
			return simple('number', 'step="any" ');
		case 'money':
			return { code: `<MoneyInput ${shared} defaultValue={row?.${field.name}} ${error} />`, ui: 'MoneyInput' };
		case 'date':
			return simple('date');
		case 'dateTime':
			return { code: `<TimeInput ${shared} defaultValue={row?.${field.name}} ${error} />`, ui: 'TimeInput' };
		case 'boolean':
			return {
				code: `<Checkbox label=${JSON.stringify(field.label)} name="${field.name}" defaultChecked={row?.${field.name} ?? ${field.default === true}} />`,
				ui: 'Checkbox'
			};
		case 'enum': {
			const options = [...(field.required ? [] : [['', '–']]), ...(field.options ?? []).map((option) => [option, label(option)])];
			const list = options.map(([value, text]) => `[${quote(value ?? '')}, ${quote(text ?? '')}]`).join(', ');
			return {
				code: `<Select ${shared} options={[${list}]} defaultValue={row?.${field.name} ?? ${quote(field.required ? (field.options?.[0] ?? '') : '')}} ${error} />`,
				ui: 'Select'
			};
		}
		case 'reference': {
			const target = entityNamed(blueprint, field.reference);
			if (!target) return simple('number');
			const names = namesOf(target);
			return {
				code: `<Choice spec={${names.many}Api.choices} ${shared} ${field.required ? '' : 'empty="–" '}initial={row?.${field.name}} ${error} />`,
				ui: '',
				api: { name: `${names.many}Api`, folder: names.folder }
			};
		}
		case 'email':
			return simple('email');
		case 'phone':
			return simple('tel');
		case 'url':
		case 'image':
			return simple('url');
		default:
			return simple('text');
	}
}

export const label = (option: string) => option.charAt(0).toUpperCase() + option.slice(1).replace(/-/g, ' ');

/** The expression that invents a value for the example data; `demo` and `i` are in scope. */
export function demoValue(blueprint: Blueprint, entity: Entity, field: Field): string {
	const target = field.type === 'reference' ? entityNamed(blueprint, field.reference) : undefined;
	switch (field.type) {
		case 'reference':
			return `demo.whole(1, ${target ? seedCount(blueprint, target) : 1})`;
		case 'enum':
			return `demo.pick([${(field.options ?? []).map(quote).join(', ')}])`;
		case 'boolean':
			return 'demo.next() < 0.5';
		case 'integer':
			return `demo.whole(${field.min ?? 1}, ${field.max ?? 60})`;
		case 'decimal':
			return `demo.whole(${Math.ceil((field.min ?? 0.5) * 2)}, ${Math.floor((field.max ?? 8) * 2)}) / 2`;
		case 'money':
			return 'demo.whole(20, 900) * 100';
		case 'date':
			return /due|clos|end|expir|until|birth/i.test(field.name) && !/birth/i.test(field.name)
				? 'demo.day(10, 40)'
				: 'demo.day(60, 0)';
		case 'dateTime':
			return /start|appointment|time/i.test(field.name) && !/placed|created|logged/i.test(field.name)
				? 'demo.time(7, 14)'
				: 'demo.ago(60)';
		case 'email':
			return 'demo.email(`${demo.person(i)} ${i}`)';
		case 'phone':
			return 'demo.phone()';
		case 'url':
			return '`https://example.com/${i + 1}`';
		case 'image':
			return 'demo.picture(i)';
		case 'list':
			return demoList(field);
		case 'longText':
			return `demo.sentence(${quote(entity.label.toLowerCase())})`;
		default:
			return demoText(entity, field);
	}
}

function demoList(field: Field): string {
	if (/ingredient/i.test(field.name))
		return '`${demo.whole(1, 5) * 100} g flour\\n${demo.whole(1, 4)} eggs\\n${demo.whole(1, 3) * 100} ml milk\\n1 tsp salt`';
	if (/tag|label/i.test(field.name)) return "demo.pick(['urgent', 'idea', 'later', 'urgent\\nidea', 'office'])";
	if (/skill/i.test(field.name))
		return "demo.pick(['TypeScript\\nReact\\nSQL', 'Python\\nSQL\\nDocker', 'Figma\\nCSS\\nReact', 'Go\\nDocker\\nKubernetes'])";
	return "'Prepare everything\\nPut it together\\nEnjoy it'";
}

function demoText(entity: Entity, field: Field): string {
	const about = `${entity.name} ${field.name}`;
	if (/number/i.test(field.name)) return `\`${entity.name.slice(0, 2).toUpperCase()}-\${10_001 + i}\``;
	if (/city|location|place|town/i.test(field.name)) return 'demo.city()';
	if (/customer name|client name|company|supplier name/i.test(about) && !/contact/i.test(field.name)) return 'demo.company(i)';
	if (
		/contact|person|author|owner|assignee|guest|patient name|candidate|employee|member|groomer name|doctor name|therapist/i.test(
			about
		)
	)
		return 'demo.person(i)';
	const names = NAMES.find(([words]) => words.test(about))?.[1];
	if (names) return `demo.named([${names.map(quote).join(', ')}], i)`;
	if (/dog name|pet name/i.test(about)) return "demo.pick(['Bella', 'Rocky', 'Luna', 'Max', 'Coco', 'Bruno', 'Daisy', 'Oskar'])";
	if (/breed/i.test(field.name)) return "demo.pick(['Poodle', 'Terrier', 'Labrador', 'Schnauzer', 'Spaniel'])";
	if (/service name/i.test(about))
		return "['Wash and dry', 'Full groom', 'Nail trim', 'Puppy first visit', 'Consultation', 'Follow-up'][i % 6]";
	return `demo.title(${quote((field === labelField(entity) ? entity.label : field.label).toLowerCase())}, i)`;
}

/** What example records are called, by 'entity field'. */
const NAMES: [RegExp, string[]][] = [
	[
		/(task|card|ticket|todo) (title|name)/i,
		[
			'Plan the launch',
			'Call the printer',
			'Review the budget',
			'Fix the sign-in page',
			'Write the newsletter',
			'Order new chairs',
			'Prepare the workshop',
			'Update the price list',
			'Answer open questions',
			'Book the venue',
			'Check the backups',
			'Draft the contract'
		]
	],
	[
		/project (title|name)/i,
		['Website', 'Spring campaign', 'Office move', 'Mobile app', 'Annual report', 'Trade fair', 'Customer survey', 'Rebranding']
	],
	[
		/recipe (title|name)/i,
		['Lemon', 'Tomato', 'Mushroom', 'Coconut', 'Pumpkin'].flatMap((taste) =>
			['soup', 'pasta', 'curry', 'tart', 'salad'].map((dish) => `${taste} ${dish}`)
		)
	],
	[
		/job (title|name)/i,
		['Senior', 'Junior', 'Lead'].flatMap((rank) =>
			['developer', 'designer', 'data engineer', 'product manager'].map((job) => `${rank} ${job}`)
		)
	],
	[
		/book title/i,
		[
			'The Quiet Harbour',
			'Maps of Winter',
			'A Garden in June',
			'The Last Ferry',
			'Letters to Nobody',
			'Salt and Stone',
			'The Glass Orchard',
			'Seven Bridges'
		]
	],
	[
		/product (title|name)/i,
		['Oak table', 'Desk lamp', 'Wool blanket', 'Tea pot', 'Paper notebook', 'Canvas bag', 'Wall clock', 'Cutting board']
	],
	[/event (title|name)/i, ['Summer party', 'Open day', 'Reading night', 'Film evening', 'Flea market', 'Spring walk']],
	[
		/question title/i,
		[
			'How often should I water it?',
			'What grows in the shade?',
			'Which soil is best?',
			'When do I cut it back?',
			'Why do the leaves turn yellow?'
		]
	],
	[/campaign (title|name)/i, ['A new playground', 'Books for the school', 'Repair the roof', 'Trees for our street']],
	[/shopping-item item/i, ['Flour', 'Eggs', 'Milk', 'Butter', 'Tomatoes', 'Rice', 'Lemons', 'Salt']],
	[/\btags?\b|labels?\b/i, ['urgent', 'home', 'office', 'idea', 'later']]
];

/** How many example records an entity gets. */
export function seedCount(blueprint: Blueprint, entity: Entity): number {
	if (entity.ownedBy && entity.ownedBy !== 'user') return entity.fields.some((field) => field.type === 'money') ? 240 : 40;
	return entity.fields.some((field) => field.type === 'reference') ? 30 : 24;
}
