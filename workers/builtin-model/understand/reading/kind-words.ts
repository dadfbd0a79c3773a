/** Which words speak for which kind of app, in four languages. A word that misleads speaks for nothing by itself. */

export const KINDS = [
	'game',
	'tool',
	'planner',
	'records',
	'quiz',
	'lessons',
	'survey',
	'survey-desk',
	'advisor',
	'assistant',
	'readings',
	'resume',
	'portfolio',
	'landing',
	'brochure',
	'blog',
	'directory',
	'shop',
	'booking',
	'shifts',
	'media',
	'social',
	'links',
	'management'
] as const;
export type Kind = (typeof KINDS)[number];

/** How much a pattern says, from 1 (a hint) to 6 (its very name); negative words speak against. */
export const KIND_WORDS: Record<Kind, [RegExp, number][]> = {
	game: [
		[
			/\b(?:snake|2048|tetris|connect[ -]?(?:four|4)|tic[ -]?tac[ -]?toe|noughts and crosses|minesweeper|hangman|wordle|sudoku|breakout|\bpong\b|solitaire|whack[ -]?a|spin[- ]the[- ]wheel|wheel (?:app|spinner)|memory (?:card )?game|memory-?spiel|memoria|reaction (?:test|game)|reaktionstest|simon says|word game|wheel of|spinning wheel|rock[ ,-]+paper|battleships?|checkers|mastermind|typing (?:test|game)|dice (?:game|roller)|slot machine|platformer|catch(?:ing)? (?:the )?falling|gluecksrad|glücksrad|galgenmännchen|ruleta|ahorcado|tres en raya|贪吃蛇|记忆(?:翻牌|游戏)|翻牌|井字棋|扫雷|猜词|转盘)/i,
			6
		],
		[/\bgames?\b(?! (?:shop|store|club|night|collection|library|cafe|reviews?))|\bspiel\b|\bjuego\b|游戏/i, 4],
		[
			/\b(?:levels?|high ?scores?|best scores?|two[ -]player|game over|lives|confetti|moves? and (?:the )?time|player's name)\b/i,
			1
		]
	],
	tool: [
		[
			/\b(?:calculator|converter|stop ?watch|pomodoro|count(?:down)? timer|kitchen timer|timer|metronome|(?:markdown|html|text|code) editor|(?:password|name|colou?r|palette|qr|lorem|text) generator|tip splitter|bill splitter|splitter|word counter|unit conversion|rechner|umrechner|stoppuhr|calculadora|conversor|cronómetro|temporizador|计算器|换算|计时器|番茄钟|编辑器)\b|计算器|换算器|计时器|番茄钟|编辑器/i,
			6
		],
		[/\b(?:calculates?|computes?|converts?|tells me (?:how|the)|rounded up|previews?)\b|计算/i, 2],
		[/\bi (?:enter|type|put in)\b/i, 2],
		[/\bmoney\b.{0,20}\btracker\b/i, -3]
	],
	planner: [
		[
			/\b(?:unit|lesson|meal|week(?:ly)?|training|workout|study|trip|garden|party|seating|curriculum|wedding|day|revision) planner\b|\bplanner\b|\bwochenplaner\b|\bstundenplan\b|\bplanificador\b|计划表|课程表|周计划/i,
			6
		],
		[/\bgrid of\b|\bweeks by\b|\bmove (?:a|the|it|them)\b.{0,20}\banother (?:week|day)\b/i, 2]
	],
	records: [
		[/\btracker\b|\btracking my\b|\btrack my\b|\bfor me alone\b/i, 3],
		[
			/\b(?:habit|expense|spending|budget|plant|reading|book|mood|workout|water|weight|sleep|medication|calorie|time) (?:tracker|log|diary|journal|list)\b|\bto-?do list\b|\btodo app\b|\bpacking list\b|\bshopping list\b(?! made)|\bchecklist\b|\bwish ?list\b|\bdiary\b|\bjournal\b|\bnotes app\b|\bhaushaltsbuch\b|\btagebuch\b|\blista de (?:tareas|compras|gastos)\b|\bdiario\b|记账|待办|日记|清单/i,
			4
		],
		[
			/\b(?:just|only) (?:me|for me|for myself)\b|\bit's just me\b|\bmy laptop\b|\bin (?:the|my) browser\b|\bpersonal\b|\bfor myself\b|\boffline\b/i,
			2
		]
	],
	quiz: [
		[/\b(?:quiz|trivia|multiple[ -]choice|flash ?cards?|vokabel\w*|cuestionario de|知识问答|测验|抽认卡)\b|测验|问答游戏/i, 6],
		[
			/\bscore at the end\b|\bright\/wrong\b|\bright or wrong\b|\bfour answers\b|\bexplanation\b|\bquestions with (?:three|four|five|\d) answers\b/i,
			2
		]
	],
	lessons: [
		[
			/\b(?:\w+ )?lessons?\b(?! planner)(?=[^]{0,200}\b(?:exercise|next|locked|closed|progress|finished|learn))|\blearn(?:ing)? (?:site|app|platform|page)\b|\bsite for learn|\bonline course\b|\bcourse with\b|\blernkurs\b|\blektion(?:en)?\b|\blecciones\b|\bcurso\b|课程|学习网站/i,
			5
		],
		[/\bexercises?\b|\bprogress is not lost\b|\bcertificate\b|\bcurriculum\b/i, 1]
	],
	survey: [
		[/\b(?:survey|opinion poll|\bpoll\b|questionnaire|umfrage|encuesta|feedback form)\b|问卷|调查/i, 6],
		[/\bscale 1-5\b|\bresults as bars\b|\bfree text\b/i, 2]
	],
	'survey-desk': [
		[
			/\b(?:composes?|builds?|creates?|makes?) (?:an? |his |her |their )?(?:forms?|surveys?|polls?|questionnaires?)\b|\bform builder\b|\bsurvey builder\b/i,
			7
		],
		[/\bquestion types\b|\bopening and (?:a )?closing date\b/i, 3]
	],
	advisor: [
		[
			/\b(?:which (?:one|of \w+) (?:they|you|to) need|helps? (?:you |people |me )?(?:choose|pick|find the right|decide)|recommend(?:s|er|ation)? (?:tool|wizard|page)|product finder|decision (?:helper|tool)|question-and-answer helper|wizard|gift finder|personality test|self[ -]?(?:check|assessment|test)|assessment|which \w+ are you|berater|asistente para elegir)\b|自测|推荐器/i,
			5
		],
		[/\bback button to change an answer\b|\bstart over\b|\bthen it names\b|\bnames one or two\b/i, 3]
	],
	assistant: [
		[
			/\b(?:faq (?:bot|chat|assistant|page)|chat ?bot|help(?:er)? page|help cent(?:er|re)|customer (?:help|support) (?:page|site|assistant)|support (?:page|site|bot|chat|assistant)|knowledge base|virtual assistant|hilfeseite|centro de ayuda|chat de ayuda|客服|帮助中心|智能问答)\b|客服|帮助中心/i,
			5
		],
		[
			/\b(?:little chat|chat (?:bottom|window|box)|it replies with|best fitting answer|call ?back|hand(?:s|ed)? over to a (?:person|human)|way out to a person)\b/i,
			3
		],
		[/\bquestions and answers in\b/i, 2]
	],
	readings: [
		[
			/\b(?:public )?dashboard of\b|\b(?:water levels?|gauging|weather station|air quality|energy (?:use|consumption)|sensor|hives?|beehive|temperature|traffic|solar|meter readings?|rainfall|messwerte|pegel|mediciones)\b[^.]*\b(?:dashboard|chart|stations?|daily|readings?)\b|\breadings\b|\bbeehive dashboard\b|仪表盘|数据看板|监测/i,
			5
		],
		[
			/\bline charts?\b|\bdate range\b|\bpick dates\b|\bcompare two\b|\blowest, highest\b|\bexample (?:readings|data)\b|\bdashboard\b/i,
			2
		],
		[/\buser management\b|\binvite users\b|\bcustomers?\b/i, -5]
	],
	resume: [
		[/\b(?:cv|curriculum vitae|résumé|resume|lebenslauf|currículum|hoja de vida)\b(?! text)|简历/i, 6],
		[/\bexperience newest first\b|\beducation\b.{0,30}\blanguages\b/i, 3],
		[/\bcandidates?\b|\bapplicants?\b/i, -6]
	],
	portfolio: [
		[/\bportfolio\b|\bportafolio\b|\bmappe meiner\b|作品集/i, 6],
		[
			/\b(?:gallery|my (?:work|paintings|photos|projects|drawings)|commission|exhibitions?|photographer|illustrator|painter|sculptor|architect|designer|musician|band|artist|tattoo)\b|画廊|摄影/i,
			2
		]
	],
	landing: [
		[
			/\blanding page\b|\blaunch page\b|\bone[ -]page (?:web ?)?site\b|\bsingle (?:landing )?page\b|\bonepager\b|\bpágina de (?:aterrizaje|lanzamiento)\b|\blandingpage\b|落地页|单页/i,
			6
		],
		[
			/\bcount ?down\b|\bwaiting list\b|\bfestival\b|\bmenu jumps\b|\bevent (?:page|site)\b|\bvillage fair\b|\b(?:summer|street|school) (?:fair|fest|party)\b|\bwedding\b|\bcoming soon\b|倒计时/i,
			2
		],
		[/\bone page\b/i, 2]
	],
	brochure: [
		[
			/\b(?:web ?)?site (?:for|of) (?:a|an|the|my|our)\b|\bweb ?site\b(?=[^.]{0,60}\b(?:factory|company|firm|business|contractor|practice|church|club|school|workshop|restaurant|order|association|society|bakery|hotel|farm))|\bhomepage\b|\b(?:website|webseite) für\b|\bseiten: |\bpáginas: |\binternetseite\b|\bsitio web (?:para|de)\b|\bpágina web (?:para|de)\b|官网|企业网站|公司网站/i,
			3
		],
		[/\bpages: /i, 4],
		[
			/\bcontact form\b|\babout (?:us|page|factory)\b|\bopening hours\b|\bour services\b|\bonly show\b|\bdignified\b|\bkontaktformular\b|\bformulario de contacto\b|联系我们/i,
			2
		],
		[/\bpage ['"“‘]/i, 3]
	],
	blog: [
		[
			/\b(?:blog|online magazine|magazine|news(?:letter)? site|revista(?: digital)?|magazin|travel diary)\b(?! (?:rack|stand))|博客|杂志|文章/i,
			6
		],
		[/\barticles?\b(?! of)|\bdrafts?\b|\bold posts\b|\bcategories\b|\búltimos artículos\b|\bi write posts?\b/i, 2],
		[/\bno blog\b/i, -6]
	],
	directory: [
		[
			/\b(?:museum|city|travel|restaurant|plant|field|nature|audio) guide\b|\b(?:recipe|plant|film|book) (?:site|collection|database)\b/i,
			4
		],
		[
			/\bdirectory\b|\bverzeichnis\b|\bdirectorio\b|\bguide to\b|\b(?:map|list|database|index|collection|finder) of (?:all )?(?:local|free|public|the best|our|nearby) [a-z]+s\b|名录|目录|指南|大全/i,
			5
		],
		[
			/\bpeople look by\b|\blook up\b|\bfind (?:a|by|nearby)\b|\beach \w+ has a page\b|\bsuggest (?:a|an)\b|\bsearch by\b|\bbrowse\b|\bfilter by\b/i,
			2
		]
	],
	shop: [
		[
			/\b(?:web ?shop|online (?:shop|store)|e-?commerce|onlineshop|tienda(?: online| en línea)?|shop (?:for|with|selling)|store (?:for|selling))\b|^shop\b|网店|商店|商城/im,
			6
		],
		[/\b(?:cart|basket|checkout|buy|warenkorb|kasse|carrito|comprar)\b|购物车|下单|付款/i, 3],
		[/\b(?:selling|sells?) (?:\w+ )+|\bour catalogue\b|\bfake checkout\b|\bprice per\b/i, 3],
		[/\bprice\b|\bprecio\b|\bpreis\b|价格|\bsell(?:s|ing)?\b|\border (?:list|number|status)\b|\bcatalogue of\b/i, 1],
		[/\b(?:no|not an?|not|is not|without) (?:online )?(?:shop|store|cart|prices)\b/i, -9]
	],
	booking: [
		[
			/\b(?:book(?:ing|able)?s?|reserve|reservations?|buchung\w*|buchen|reserva(?:s|r)?)\b(?! (?:shop|store|club|list|review))|预约|预订/i,
			5
		],
		[
			/\bappointments?\b|\btime ?slots?\b|\bavailab\w+\b|\bdouble[ -]?book\w*|\bnot be reserved two times\b|\bborrow\b|\bfree or taken\b|\bfrei\b.{0,20}\bbelegt\b|\bstornieren\b|\bcancel\b|\bper night\b|\bpaper calendar\b/i,
			2
		],
		[/\bno (?:online )?bookings?\b|\barranged by (?:letter|telephone)\b|\b(?:renting or booking|date picker)\b/i, -9],
		[/\bbooks? with (?:title|price)\b/i, -6]
	],
	shifts: [
		[
			/\bvolunteers?\b[^]*\bshifts?\b|\bmatch (?:volunteers|people|them|members|students|tutors)\b|\bshifts\b[^]*\bplaces\b|\bhelferschichten\b|\bturnos de voluntari/i,
			7
		],
		[/\bmatch(?:es|ing)?\b|\bsuggests? the\b|\bneed them most\b|\bhow many are left\b/i, 1]
	],
	media: [
		[
			/\b(?:videos?|podcasts?|playlists?|audio ?books?|radio|songs|tracks|albums|music player|recordings)\b(?=[^]*\b(?:play(?:er|s)?|listen|episodes?|watch|jump)\b)|\bsite of (?:\w+ )?videos\b|播客|视频|音乐/i,
			6
		],
		[/\bepisodes?\b|\bplayer\b|\bfavourites? with heart\b/i, 2],
		[/\btwo[ -]player\b/i, -4]
	],
	social: [
		[
			/\bsocial (?:site|network|app|media)\b|\b(?:online )?community (?:for|of|site)\b|\bpen-?friend\b|\bdating\b|\bforum\b|\bsoziales netzwerk\b|\bred social\b|社交|社区|论坛/i,
			6
		],
		[
			/\bfollow (?:other|dogs|each|its|people|members)\b|\blikes? and comment\b|\bprivate (?:messages?|letters?)\b|\bfeed\b|\bprofile (?:with|for|\()/i,
			2
		],
		[/\bq&a\b|\bshare recipes\b/i, -4]
	],
	links: [[/\blink[ -]in[ -]bio\b|\blinktree\b|\blinks page\b|\bpage of (?:my )?links\b/i, 8]],
	management: [
		// 'A clinic keeps patients, doctors and appointments', 'Keep clients.'
		[/(?:^|[.:;] ?|\b(?:to|a \w+|our \w+|we|must|should) )keeps? (?:track of |a list of )?(?:[\w-]+ )?[a-z]+s\b/i, 4],
		[
			/\b(?:managers?|clerks?|auditors?|interns?|staff|admins?|receptionists?|teachers?|employees) (?:sees?|can|may|have|adds?|manages?|signs?)\b/i,
			4
		],
		[/: (?:[a-z]+s(?: with [a-z ,]+)?, ){1,}(?:[a-z ]+ )?(?:[a-z]+s)\b/i, 2],
		[
			/\b(?:management|case|inventory|ticket|crm|erp|admin(?:istration)?|borrowing|lending) (?:system|tool|app)\b|\bmanagement system\b|\bsystem for our\b|\bmake system\b|\bcrm\b|\bkanban\b|\bwarehouse\b|\bhelp ?desk\b|\bproject management\b|\bverwaltungssystem\b|\bsistema de gestión\b|管理系统|借阅系统|进销存/i,
			5
		],
		[
			/\b(?:customer|sales) dashboard\b|\buser management\b|\binvoices?\b|\bfreelancer?\b|\bclients\b.{0,40}\b(?:projects?|hours|cases?)\b|\bjob board\b/i,
			5
		],
		[
			/\b(?:roles?|administrators? (?:manages?|invites?)|each role|assigns?|log of who|who changed what|sees? only (?:the|what|their)|managers? sees?|detectives|driver login|receptionists?|doctors see)\b/i,
			2
		],
		[
			/\b(?:keep|track|manage|record|log) (?:my |our |all |the )?(?:\w+ )?(?:clients|customers|patients|products|stock|members|employees|vans|fleet|suppliers|students|tenants|pets|books|plants|trees|rooms)\b/i,
			2
		],
		[
			/\bq&a site\b|\breputation\b|\bshare recipes\b|\bcampsites with\b|\bowners manage their\b|\bappointment book\b|\breceptionists book\b|\bjob board\b|\bdog groom\w*|\bsalon\b/i,
			5
		],
		[/\breceptionists book\b|\bpatients \(|\bowners manage their\b|\bcampsites with\b/i, 4],
		[/\bnobody sees anything without signing in\b/i, 4],
		[/\bno (?:accounts?|log-?in|sign-?in)\b|\bwithout (?:an )?account\b|\bno sign in\b/i, -4]
	]
};
