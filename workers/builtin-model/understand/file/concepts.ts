/** What people say for what an app does by its nature, and what no block does: words on one side, what must be there on the other. */
import type { Offer } from './coverage';

export interface Concept {
	words: RegExp;
	has: (offer: Offer) => boolean;
}

const always = () => true;
const block =
	(...names: string[]) =>
	({ blocks }: Offer) =>
		names.some((name) => blocks.has(name));
const check =
	(...names: string[]) =>
	({ checks }: Offer) =>
		names.some((name) => [...checks].some((checkName) => checkName === name || checkName.endsWith(`.${name}`)));
const SHARED = [
	'cart',
	'inbox',
	'orders',
	'approvals',
	'writing',
	'bookings-desk',
	'shifts-desk',
	'survey-desk',
	'my-bookings',
	'messages',
	'feed',
	'profiles',
	'lessons'
];

export const CONCEPTS: Concept[] = [
	{ words: /\blearn\w*\b|\bcards?\b|\bwords\b|\bprogress\b/, has: block('flashcards', 'lessons') },
	{ words: /\bhabits?\b|\bstreaks?\b|\btick\w*\b|\bevery day\b/, has: block('checklist') },
	{ words: /\bhands? (?:over|off)\b|\bperson\b|\bhuman\b/, has: block('assistant') },
	{ words: /\bsuche\b|\barchiv\b|\bmonaten?\b/, has: block('articles', 'directory') },
	{ words: /\btracks?\b|\bplay(?:s|er|list)?\b|\bbrowse\b|\blisten\b/, has: block('media') },
	{
		words:
			/\b(?:tone|gentle|dignified|kindly|calm|inviting|beautiful|pretty|attractive|professional|describes?|explains?|typical|sets? out|wish to have)\b/,
		has: always
	},
	{ words: /\bsummary\b|\bexperience\b|\beducation\b|\blanguages?\b|\bnewest first\b/, has: block('resume') },
	{ words: /\bpoints?\b|\btimes?\b|\bprogramme\b|\bschedule\b|\border of the\b/, has: block('timetable') },
	{ words: /\barticles?\b|\brules?\b|\bsteps?\b|\bmodels?\b|\bfeatures?\b|\bsizes?\b|\bservices\b/, has: block('items') },
	{ words: /\btestimonials?\b/, has: block('carousel') },
	{ words: /\bdonations?\b|\bgoal\b|\bprogress(?: bar)?\b/, has: block('progress') },
	{ words: /\bpric(?:es?|ing)\b|\bplans?\b/, has: block('pricing', 'catalogue') },
	{ words: /\bphotos?\b|\bpictures?\b|\blightbox\b|\bgaller(?:y|ies)\b|\bdrawings?\b/, has: block('gallery', 'carousel') },
	{ words: /\bform\b|\btakes\b|\bfields?\b|\bformular\w*\b|\bformulario\b/, has: block('form', 'assistant', 'suggestions') },
	{
		words: /\blength\b|\bmillimet\w+\b|\bpieces?\b|\bcomputed\b|\benters?\b|\bdesired\b|\bfee\b|\bmetres?\b/,
		has: check('computes-price')
	},
	{
		words:
			/\benter(?:s|ed|ing)?\b|\btyp(?:es?|ed|ing)\b|\bfill(?:s|ed|ing)?\b|\bresults?\b|\bcalculat\w+\b|\bwork(?:s|ed)? out\b/,
		has: block('calculator', 'converter')
	},
	{ words: /\bmetres?\b|\bfeet\b|\bswitch\w*\b|\bdefault\b/, has: check('switches-units') },
	{
		words:
			/\bmax(?:imum)?\b|\bat most\b|\bdays?\b|\bhours?\b|\bstundenweise\b|\bstunden?\b|\buhr\b|\bhöchstens\b|\bam stück\b|\bvorher\b|\btäglich\b|\bmöglich\b|\bdürfen\b|\bslots?\b|\bnights?\b/,
		has: block('booking')
	},
	{ words: /\bhourly\b|\bdaily\b|\bdays?\b|\bsufficient\b|\bstations?\b|\breadings?\b/, has: block('readings') },
	{ words: /\bmessages?\b|\bdifferent order\b|\btry again\b|\bseconds?\b/, has: block('quiz') },
	{ words: /\bcounts?\b|\bfinds?\b|\btakes? turns\b/, has: block('memory') },
	{ words: /\b(?:staff|customers?|guests?|owners?|neighbours?|clients?|visitors?)\b/, has: block(...SHARED) },
	{
		words:
			/\b(?:high |best )?scores?\b|\bpoints\b|\bspeeds?\b|\blevels?\b|\bundo\b|\bswipe\b|\btouch\b|\bbest\b|\bgame over\b|\bplay(?:ed|able)?\b|分数|速度|得分|选择/,
		has: block('snake', 'sliding-tiles', 'memory', 'reaction', 'connect-four', 'word-guess', 'mines', 'typing')
	},
	{ words: /\btries\b|\bguess\w*\b|\bletters?\b|\bkeyboard\b/, has: block('word-guess') },
	{ words: /\bmaps?\b|\bplan of\b|\bdirections\b/, has: block('site-plan') },
	{
		words: /\b(?:responsive|mobile|phones?|telephones?|tablets?|375|touch|finger|keyboard|works? on|laptop|device)\b/,
		has: always
	},
	{
		words:
			/\b(?:landing|one-page|home ?page|front ?page|start ?page|portada|startseite|single|menus?|header|footer|jumps?|sections?)\b/,
		has: always
	},
	{
		words:
			/\b(?:sign(?:s|ed|ing)?[- ]?(?:in|up|out)|log(?:s|ged)?[- ]?(?:in|out)|login|accounts?|passwords?|register\w*|anmeldung|konto|registro|cuenta|members?|roles?)\b|登录|注册|店主|顾客/,
		has: block(...SHARED)
	},
	{ words: /\b(?:click|tap|press|choose|pick|select|open|close)\w*\b/, has: always },
	{ words: /\b(?:example|demo|fake|test) (?:data|readings|payment|checkout)\b/, has: always },
	{
		words:
			/\bstays?\b[^,;]*\b(?:browser|reload)\b|\bstay in browser\b|\bafter close browser\b|\bdon't lose\b|\bkept\b|\bsave[ds]?\b|\bstored?\b|\bbest of all times\b/,
		has: always
	},
	{ words: /\b(?:next|previous)\b|\bsee it large\b|\blarge\b/, has: block('gallery', 'carousel') },
	{
		words: /\bfilter\w*\b|\bnarrow\w*\b|\bfiltrar\b|\bfiltern\b/,
		has: check('filters', 'by-category', 'filters-facts', 'filters-state')
	},
	{
		words: /\bsearch\w*\b|\bfind\b|\blook (?:by|up|for)\b|\btype a word\b|\bbuscador\b|搜索|查询/,
		has: check('searches', 'search-finds', 'finds-with-both', 'finds-nothing')
	},
	{ words: /\bsort\w*\b|\border(?:ed)? by\b|\bordenar\w*\b|按[^,。]*排序/, has: check('sorts', 'sorts-price', 'sorts-facts') },
	{ words: /\bcountdown\b|\bcount ?down\b/, has: block('countdown') },
	{
		words: /\barrows?\b|\bdots?\b|\bmoves? on\b|\bby itself\b|\bhover\b|\bslides?\b|\bcarousel\b|\bpaused?\b|\bseconds\b/,
		has: block('carousel')
	},
	{
		words: /\bfolds?\b|\bunfolds?\b|\bfaqs?\b|\bfrequent\b|\bquestions?\b|\banswers?\b|\bplain faq\b/,
		has: block('faq', 'quiz', 'survey', 'assistant', 'advisor')
	},
	{ words: /\bprint\w*\b|\bone sheet\b/, has: check('prints', 'prints-grid') },
	{ words: /\b(?:cart|basket|checkout|check out|guests?|buy)\b|购物车|下单|数量/, has: block('cart') },
	{ words: /\bstatus\b|\bstates?\b|状态|已发货/, has: block('orders', 'order-lookup') },
	{
		words: /\bremaining\b|\bplaces? (?:left|remaining)\b|\blimited to\b|\battendance\b|\bregistration (?:must )?closes?\b/,
		has: check('places-fall', 'closes-when-full')
	},
	{ words: /\bsame address\b|\bcan't join twice\b|\btwice\b/, has: check('refuses-twice') },
	{ words: /\bapprov\w+\b|\blooked at\b|\bsuggest\w*\b|\beditor\b/, has: block('approvals') },
	{ words: /\bdrafts?\b|\bpublish\w*\b|\bwriter\b/, has: block('writing') },
	{
		words:
			/\bdouble\w*\b|\bdoppelbuchungen\b|\btwo times\b|\bsame days?\b|\bfree\b|\btaken\b|\bfrei\b|\bbelegt\b|\breserv\w*\b|\bbook\w*\b|\bbuch\w*\b|\btermine\b/,
		has: block('booking')
	},
	{ words: /\bcancel\w*\b|\bstornieren\b|\bcancelar\b/, has: check('cancels', 'refuses-late') },
	{ words: /\bchat\b|\brepl(?:y|ies)\b|\bcall ?back\b/, has: block('assistant') },
	{ words: /\b(?:csv|import\w*)\b|\bbad lines\b|\breject\b/, has: check('csv-takes-good-lines', 'csv-names-bad-line') },
	{ words: /\bcharts?\b|\bdashboard\b|\brange\b|\bdates?\b|\bcompar\w+\b|\blegend\b|\bside by side\b/, has: block('readings') },
	{
		words: /\bscore\b|\bprogress(?: bar)?\b|\bright\b|\bwrong\b|\bexplanation\b|\bstraight away\b/,
		has: block('quiz', 'lessons')
	},
	{
		words:
			/\bmoves?\b|\btime\b|\bwhose turn\b|\bturns?\b|\bpairs?\b|\bcards?\b|\bconfetti\b|\bgoes again\b|\bplayer mode\b|\bflip\w*\b/,
		has: block('memory')
	},
	{ words: /\bround(?:s|ed)?\b|\baverage\b|\bbest\b|\btoo early\b|\brandom\b|\bgreen\b|\bred\b/, has: block('reaction') },
	{ words: /\bheart\b|\bfavou?rites?\b/, has: check('favourites-stay', 'hearts-stay') },
	{ words: /\bplayer\b|\bjump\w*\b|\bminutes?\b|\bportions\b|\bamounts?\b/, has: block('media') }
];

/** Wishes that no block grants, unless one of these is there. */
export const NEVER_BUILT: { words: RegExp; unless?: string[] }[] = [
	{ words: /\b(?:credit cards?|stripe|paypal|real payments?|klarna|online payments?|bitcoin|crypto)\b/i },
	{
		words:
			/\b(?:sms|text messages?|push notifications?|whatsapp|telegram|e-?mail (?:reminders?|notifications?|confirmations?)|send(?:s)? (?:an? )?e-?mails?|reminded by)\b/i
	},
	{ words: /\b(?:video calls?|live ?stream(?:ing)?|webcam|voice (?:chat|recognition)|speech recognition)\b/i },
	{ words: /\b(?:machine learning|chatgpt|artificial intelligence|face recognition)\b/i },
	{ words: /\b(?:google maps?|gps|geolocation|live traffic)\b/i },
	{
		words:
			/\b(?:multiplayer|online opponents?|play(?:ing)? (?:against|with) (?:friends|others) online|worldwide ranking|leaderboard for everyone)\b/i
	},
	{ words: /\b(?:translat(?:e|es|ion)s?|multilingual|several languages)\b/i },
	{ words: /\b(?:bluetooth|nfc|arduino|raspberry|sensor hardware|printer driver)\b/i },
	{ words: /\b(?:native (?:\w+ )?app|ios app|iphone app|ipad app|android app|app store|in swift|in kotlin)\b/i },
	{ words: /\b(?:live|real-time) (?:prices|data|scores|rates)\b/i },
	{ words: /\b(?:upload (?:files|videos))\b/i, unless: ['writing'] }
];

/** What shall not be there. */
export const NEGATION =
	/^(?:please )?(?:and |but )?(?:no|not|never|none|without|don'?t|do not|is not|isn'?t|nobody|nothing|kein\w*|nicht|ohne|nada de|sin|ningún|ninguna)\b|\b(?:is not|are not|isn't|don't|not for|no need (?:of|for)|needs? no)\b|^不要|^无需|^不用|不需要/i;
