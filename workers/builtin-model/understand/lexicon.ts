/** The things apps are about, with the fields people expect of them. */
import type { Field, FieldType } from '../../../src/lib/domain/blueprint';

export interface Thing {
	name: string;
	plural: string;
	label?: string;
	pluralLabel?: string;
	/** How people call it. */
	words: RegExp;
	fields: string[];
	/** Fields that only some apps have, by the words that ask for them. */
	fieldsWhen?: [RegExp, string[]][];
	/** It lives inside the first of these that the app has; '*' is whatever the sentence is about. */
	inside?: string[];
	/** Things it cannot be without: they are added. */
	needs?: string[];
	/** Only its maker sees it. */
	isPrivate?: boolean;
	/** Everybody who is signed in may add one, whoever manages the rest. */
	forEverybody?: boolean;
}

/** A field in short: `name!:type=option|option Label`; `!` is required, `~` unique; a reference names its target after `=`. */
export function field(short: string): Field {
	const [head = '', ...label] = short.split(' ');
	const [nameAndMarks = '', typeAndOptions = 'text'] = head.split(':');
	const [type = 'text', options = ''] = typeAndOptions.split('=');
	const name = nameAndMarks.replace(/[!~]/g, '');
	const spoken = label.join(' ') || name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
	const base: Field = {
		name,
		label: spoken.charAt(0).toUpperCase() + spoken.slice(1),
		type: type as FieldType,
		required: nameAndMarks.includes('!'),
		unique: nameAndMarks.includes('~')
	};
	if (type === 'enum') return { ...base, options: options.replace(/_/g, ' ').split('|') };
	if (type === 'reference') return { ...base, reference: options };
	if (type === 'integer' && options) {
		const [min, max] = options.split('|').map(Number);
		return { ...base, min, max };
	}
	return base;
}

export const THINGS: Thing[] = [
	{
		name: 'customer',
		plural: 'customers',
		words: /\bcustomers?\b/i,
		fields: ['name!', 'contact!:text Contact', 'email!:email E-mail', 'city!']
	},
	{
		name: 'client',
		plural: 'clients',
		words: /\bclients?\b/i,
		fields: ['name!', 'email:email E-mail', 'phone:phone', 'address', 'notes:longText']
	},
	{
		name: 'order',
		plural: 'orders',
		words: /\borders\b|\border (status|history|list)\b/i,
		inside: ['customer', 'client'],
		fields: [
			'number!',
			'customer!:reference=customer',
			'amount!:money',
			'status!:enum=paid|pending|refunded State',
			'placedAt!:dateTime Placed'
		],
		needs: ['customer']
	},
	{ name: 'note', plural: 'notes', words: /\bnotes?\b/i, inside: ['*'], fields: ['body!:longText Note'], forEverybody: false },
	{
		name: 'project',
		plural: 'projects',
		words: /\bprojects?\b/i,
		fields: ['name!', 'client!:reference=client', 'status!:enum=active|paused|done State'],
		fieldsWhen: [[/\bhour|\brates?\b|billable|freelanc/i, ['hourlyRate!:money Hourly rate']]]
	},
	{
		name: 'time-entry',
		plural: 'time-entries',
		label: 'time entry',
		pluralLabel: 'hours',
		words: /\b(log|track|my|unbilled|billable) hours\b|\bhours (per|worked)\b|time ?sheets?|time entries|track time/i,
		fields: ['description!', 'project!:reference=project', 'day!:date', 'hours!:decimal', 'billed!:boolean'],
		needs: ['project']
	},
	{
		name: 'invoice',
		plural: 'invoices',
		words: /\binvoices?\b/i,
		fields: [
			'number!',
			'client!:reference=client',
			'issuedOn!:date Issued on',
			'dueDate!:date Due date',
			'amount!:money Net amount',
			'vatRate!:decimal VAT rate in percent',
			'status!:enum=draft|sent|paid State'
		],
		needs: ['client']
	},
	{
		name: 'dog',
		plural: 'dogs',
		words: /\bdogs?\b/i,
		fields: ['name!', 'client!:reference=client Owner', 'breed', 'notes:longText'],
		needs: ['client']
	},
	{
		name: 'pet',
		plural: 'pets',
		words: /\bpets?\b|\bcats?\b/i,
		fields: ['name!', 'client!:reference=client Owner', 'species!:enum=dog|cat|other', 'notes:longText'],
		needs: ['client']
	},
	{
		name: 'service',
		plural: 'services',
		words: /\bservices?\b|treatments?\b/i,
		fields: ['name!', 'minutes!:integer=5|480 Minutes', 'price!:money']
	},
	{
		name: 'patient',
		plural: 'patients',
		words: /\bpatients?\b/i,
		fields: ['name!', 'email:email E-mail', 'phone:phone', 'birthDate:date Date of birth', 'notes:longText']
	},
	{
		name: 'doctor',
		plural: 'doctors',
		words: /\bdoctors?\b|physicians?\b/i,
		fields: ['name!', 'specialty', 'email:email E-mail']
	},
	{
		name: 'appointment',
		plural: 'appointments',
		words: /\bappointments?\b|\bbookings?\b|paper calendar/i,
		fields: [
			'title!',
			'startsAt!:dateTime Starts at',
			'minutes!:integer=5|480 Minutes',
			'status!:enum=booked|confirmed|done|cancelled State'
		]
	},
	{
		name: 'product',
		plural: 'products',
		words: /\bproducts?\b|\barticles?\b/i,
		fields: ['name!', 'sku~ SKU', 'stock!:integer=0|100000', 'price!:money', 'category']
	},
	{ name: 'supplier', plural: 'suppliers', words: /\bsuppliers?\b/i, fields: ['name!', 'email:email E-mail', 'phone:phone'] },
	{ name: 'warehouse', plural: 'warehouses', words: /\bwarehouses\b|\blocations\b/i, fields: ['name!', 'city'] },
	{
		name: 'recipe',
		plural: 'recipes',
		words: /\brecipes?\b/i,
		fields: [
			'title!',
			'cuisine!:enum=Italian|Indian|Mexican|Japanese|French|Other',
			'minutes!:integer=1|600 Minutes',
			'vegetarian:boolean',
			'servings!:integer=1|50',
			'ingredients!:list',
			'steps!:list',
			'photo:image Photo address'
		]
	},
	{
		name: 'rating',
		plural: 'ratings',
		words: /\bstars?\b|\bratings?\b|\brate (others|recipes|products|them|it)\b/i,
		inside: ['recipe', 'product', '*'],
		fields: ['stars!:integer=1|5', 'remark'],
		forEverybody: true
	},
	{
		name: 'comment',
		plural: 'comments',
		words: /\bcomments?\b/i,
		inside: ['*'],
		fields: ['body!:longText Comment'],
		forEverybody: true
	},
	{
		name: 'favourite',
		plural: 'favourites',
		words: /\bfavou?rites?\b/i,
		fields: ['recipe!:reference=recipe', 'remark'],
		needs: ['recipe'],
		isPrivate: true,
		forEverybody: true
	},
	{
		name: 'shopping-item',
		plural: 'shopping-items',
		label: 'shopping item',
		pluralLabel: 'shopping list',
		words: /\bshopping list\b/i,
		fields: ['item!', 'recipe:reference=recipe', 'bought:boolean'],
		needs: ['recipe'],
		isPrivate: true,
		forEverybody: true
	},
	{
		name: 'job',
		plural: 'jobs',
		words: /\bjobs?\b/i,
		fields: [
			'title!',
			'description!:longText',
			'location',
			'remote:boolean',
			'salaryFrom:money Salary from',
			'salaryTo:money Salary to',
			'skills!:list',
			'closingDate!:date Closing date'
		]
	},
	{
		name: 'candidate-profile',
		plural: 'candidate-profiles',
		label: 'profile',
		pluralLabel: 'profiles',
		words: /\bprofiles?\b/i,
		fields: ['headline!', 'skills!:list', 'cv!:longText CV'],
		forEverybody: true
	},
	{
		name: 'application',
		plural: 'applications',
		words: /\bappl(y|ies|icants?|ications?)\b/i,
		inside: ['job'],
		fields: ['letter!:longText', 'job!:reference=job', 'status!:enum=new|interview|offer|rejected State'],
		needs: ['job']
	},
	{
		name: 'saved-job',
		plural: 'saved-jobs',
		label: 'saved job',
		pluralLabel: 'saved jobs',
		words: /\bsave (them|jobs?)\b|\bsaved jobs\b/i,
		fields: ['job!:reference=job', 'remark'],
		needs: ['job'],
		isPrivate: true,
		forEverybody: true
	},
	{
		name: 'task',
		plural: 'tasks',
		words: /\btasks?\b|to-?dos?\b/i,
		fields: ['title!', 'description:longText', 'status!:enum=to_do|doing|done State', 'dueDate:date Due date']
	},
	{
		name: 'card',
		plural: 'cards',
		words: /\bcards\b/i,
		fields: ['title!', 'description:longText', 'status!:enum=to_do|doing|done Column', 'dueDate:date Due date']
	},
	{
		name: 'event',
		plural: 'events',
		words: /\bevents\b/i,
		fields: ['title!', 'startsAt!:dateTime Starts at', 'place', 'description:longText']
	},
	{
		name: 'question',
		plural: 'questions',
		words: /\bask questions\b|\bquestions and answers\b|\bquestions\b/i,
		fields: ['title!', 'body!:longText Question', 'tags'],
		forEverybody: true
	},
	{
		name: 'answer',
		plural: 'answers',
		words: /\banswers?\b/i,
		inside: ['question'],
		needs: ['question'],
		fields: ['body!:longText Answer', 'question!:reference=question', 'accepted:boolean'],
		forEverybody: true
	},
	{
		name: 'campaign',
		plural: 'campaigns',
		words: /\bcampaigns?\b|fundraisers?\b/i,
		fields: ['title!', 'story!:longText', 'goal!:money', 'endsOn!:date Ends on']
	},
	{
		name: 'donation',
		plural: 'donations',
		words: /\bdonat(e|ions?|ors?)\b/i,
		inside: ['campaign'],
		needs: ['campaign'],
		fields: ['name!:text Name of the donor', 'campaign!:reference=campaign', 'amount!:money', 'message:longText'],
		forEverybody: true
	},
	{
		name: 'campsite',
		plural: 'campsites',
		words: /\bcamp ?sites?\b/i,
		fields: ['name!', 'country', 'price:money Price per night']
	},
	{
		name: 'pitch',
		plural: 'pitches',
		words: /\bpitch(es)?\b/i,
		fields: ['name!', 'kind!:enum=tent|caravan|cabin', 'price!:money Price per night']
	},
	{
		name: 'reservation',
		plural: 'reservations',
		words: /\breservations?\b|\breserve\b/i,
		fields: ['guest!', 'arrival!:date', 'departure!:date', 'status!:enum=requested|confirmed|cancelled State']
	},
	{ name: 'link', plural: 'links', words: /\blinks\b/i, fields: ['title!', 'address!:url'] },
	{ name: 'expense', plural: 'expenses', words: /\bexpenses?\b/i, fields: ['title!', 'amount!:money', 'day!:date', 'category'] },
	{
		name: 'book',
		plural: 'books',
		words: /\bbooks\b/i,
		fields: ['title!', 'author!:text Author'],
		fieldsWhen: [[/librar|\blen[dt]|borrow|\bloans?\b/i, ['status!:enum=available|lent State']]]
	},
	{ name: 'member', plural: 'members', words: /\bmembers\b/i, fields: ['name!', 'email:email E-mail', 'phone:phone'] },
	{ name: 'employee', plural: 'employees', words: /\bemployees\b/i, fields: ['name!', 'email!:email E-mail', 'department'] },
	{
		name: 'ticket',
		plural: 'tickets',
		words: /\btickets\b/i,
		fields: ['title!', 'description!:longText', 'priority!:enum=low|normal|high', 'status!:enum=open|in_progress|closed State']
	}
];

/** Kinds of business that people name instead of what they need. */
export const BUSINESSES: { words: RegExp; title: string; things: string[] }[] = [
	{
		words: /\bdog (groom\w*|salon)|groom\w* salon|pet salon/i,
		title: 'Grooming salon',
		things: ['client', 'dog', 'service', 'appointment']
	},
	{ words: /\bsalon\b|barber|hairdresser|spa\b|massage|beauty/i, title: 'Salon', things: ['client', 'service', 'appointment'] },
	{ words: /\bclinic\b|practice\b|dentist|physio/i, title: 'Clinic', things: ['patient', 'doctor', 'appointment'] },
	{ words: /shops?\b|\bstore\b|e-?commerce/i, title: 'Shop', things: ['product', 'customer', 'order'] },
	{ words: /\bwarehouse\b|\binventory\b|\bstock\b/i, title: 'Warehouse', things: ['product', 'supplier'] },
	{ words: /\bfreelanc|consultan|agency/i, title: 'Freelance desk', things: ['client', 'project', 'time-entry', 'invoice'] },
	{ words: /\blibrary\b/i, title: 'Library', things: ['book', 'member'] },
	{ words: /\bgym\b|\bclub\b|association/i, title: 'Club', things: ['member', 'event'] },
	{ words: /\bhelp ?desk|support desk/i, title: 'Help desk', things: ['customer', 'ticket'] },
	{ words: /\bkanban\b|\bboard for (my|our) team/i, title: 'Board', things: ['card'] },
	{ words: /\bcrm\b|\bsales\b/i, title: 'Sales desk', things: ['customer', 'order'] }
];

/** What a field is when somebody merely names it. */
export const FIELD_WORDS: [RegExp, string][] = [
	[/^salary( range)?$/i, 'salaryFrom:money Salary from;salaryTo:money Salary to'],
	[/e-?mail/i, 'email:email E-mail'],
	[/phone|mobile/i, 'phone:phone'],
	[/photo|picture|image/i, 'photo:image Photo address'],
	[/web ?site|url|link/i, 'website:url'],
	[/price|\bcosts?\b|amount|budget|salary|\bfees?\b|revenue/i, ':money'],
	[/location or remote/i, 'location;remote:boolean'],
	[/date|deadline|birthday|expiry|until/i, ':date'],
	[/\btime\b|start|end\b/i, ':dateTime'],
	[/country|county|discount/i, ''],
	[/number of|count|quantity|stock|servings|\bage\b|minutes|capacity|pages/i, ':integer=0|100000'],
	[/(working|opening|office) hours/i, ''],
	[/hours|weight|rate\b/i, ':decimal'],
	[/description|text|notes?|letter|comment|message|story|about|bio|cv\b/i, ':longText'],
	[/skills|ingredients|steps|tags|labels|keywords/i, ':list'],
	[/remote|vegetarian|active|done|paid|public/i, ':boolean']
];

/** Wishes this model knows of but does not build: they are named as not built, with the words used. */
export const NOT_BUILT: RegExp[] = [
	/recalculat\w+/i,
	/printable|\bprint\b|\bpdf\b/i,
	/\bunbilled hours\b/i,
	/numbers? like \S+/i,
	/\boverdue\b/i,
	/made from selected/i,
	/closes? by itself|automatically/i,
	/\bsuggest\b|recommend|best match|percentage/i,
	/drag( and|-and-|&)? ?drop|\bdrag\b/i,
	/remind(ers?|s)?\b|notif(y|ications?)|send (an? )?(e-?mails?|sms)|\bsms\b/i,
	/payments?\b|stripe|paypal|credit card/i,
	/\bmaps?\b|gps|geolocation/i,
	/upload/i,
	/import|export|csv|excel/i,
	/barcode|qr ?codes?|scan/i,
	/\bchat\b|video call/i,
	/translat|languages?\b|multilingual/i,
	/\bdouble.?book|overlap/i,
	/upvote|downvote|\bvot(e|es|ing)\b/i,
	/\bgame\b|score|level\b/i,
	/\bnative (\w+ )?app\b|\b(ios|android) app\b|\bin (swift|kotlin)\b|\bbluetooth\b/i
];
