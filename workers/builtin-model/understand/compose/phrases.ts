/** Words of the apps themselves, in each language: titles of pages, thanks, and what a generated sentence is made of. */
import type { Language } from '../reading/language';

const EN = {
	empty: 'There is nothing here yet.',
	helping: 'Thank you, we count on you.',
	allDone: 'All done.',
	home: 'Home',
	about: 'About',
	contact: 'Contact',
	services: 'Services',
	gallery: 'Gallery',
	faq: 'Questions',
	programme: 'Programme',
	registration: 'Registration',
	arrival: 'How to get there',
	send: 'Send',
	join: 'Join',
	thanks: 'Thank you. Your message has arrived.',
	registered: 'You are registered. See you there!',
	joined: 'Thank you. Your address is on the list.',
	taken: 'This address is already on the list.',
	inbox: 'Messages received',
	cart: 'Basket',
	shop: 'Shop',
	orders: 'Orders',
	lookup: 'Find my order',
	myBookings: 'My bookings',
	desk: 'All bookings',
	search: 'Search',
	suggest: 'Suggest one',
	approvals: 'Waiting for approval',
	write: 'Write',
	messages: 'Messages',
	members: 'Members',
	results: 'Results',
	questionWord: 'question',
	writeTo: 'Write to us',
	nothing: 'Nothing fits. Try fewer filters or another word.',
	all: 'All'
};
export type Phrases = typeof EN;

const DE: Phrases = {
	empty: 'Hier ist noch nichts.',
	helping: 'Danke, wir zählen auf Sie.',
	allDone: 'Alles erledigt.',
	home: 'Start',
	about: 'Über uns',
	contact: 'Kontakt',
	services: 'Leistungen',
	gallery: 'Galerie',
	faq: 'Fragen',
	programme: 'Programm',
	registration: 'Anmeldung',
	arrival: 'Anfahrt',
	send: 'Senden',
	join: 'Eintragen',
	thanks: 'Danke, Ihre Nachricht ist angekommen.',
	registered: 'Sie sind angemeldet. Bis dahin!',
	joined: 'Danke, Ihre Adresse steht auf der Liste.',
	taken: 'Diese Adresse steht schon auf der Liste.',
	inbox: 'Eingegangene Nachrichten',
	cart: 'Warenkorb',
	shop: 'Shop',
	orders: 'Bestellungen',
	lookup: 'Bestellung finden',
	myBookings: 'Meine Buchungen',
	desk: 'Alle Buchungen',
	search: 'Suchen',
	suggest: 'Vorschlagen',
	approvals: 'Zur Freigabe',
	write: 'Schreiben',
	messages: 'Nachrichten',
	members: 'Mitglieder',
	results: 'Ergebnisse',
	questionWord: 'Frage',
	writeTo: 'Schreiben Sie uns',
	nothing: 'Nichts gefunden. Weniger Filter oder ein anderes Wort helfen.',
	all: 'Alle'
};
const ES: Phrases = {
	empty: 'Aquí todavía no hay nada.',
	helping: 'Gracias, contamos contigo.',
	allDone: 'Todo hecho.',
	home: 'Inicio',
	about: 'Sobre nosotros',
	contact: 'Contacto',
	services: 'Servicios',
	gallery: 'Galería',
	faq: 'Preguntas',
	programme: 'Programa',
	registration: 'Inscripción',
	arrival: 'Cómo llegar',
	send: 'Enviar',
	join: 'Apuntarme',
	thanks: 'Gracias. Hemos recibido tu mensaje.',
	registered: 'Tu inscripción está hecha. ¡Hasta pronto!',
	joined: 'Gracias. Tu dirección está en la lista.',
	taken: 'Esta dirección ya está en la lista.',
	inbox: 'Mensajes recibidos',
	cart: 'Carrito',
	shop: 'Tienda',
	orders: 'Pedidos',
	lookup: 'Buscar mi pedido',
	myBookings: 'Mis reservas',
	desk: 'Todas las reservas',
	search: 'Buscar',
	suggest: 'Proponer',
	approvals: 'Por aprobar',
	write: 'Escribir',
	messages: 'Mensajes',
	members: 'Miembros',
	results: 'Resultados',
	questionWord: 'pregunta',
	writeTo: 'Escríbenos',
	nothing: 'No se ha encontrado nada. Prueba con menos filtros o con otra palabra.',
	all: 'Todo'
};
const ZH: Phrases = {
	empty: '这里还没有内容。',
	helping: '谢谢,期待您的到来。',
	allDone: '全部完成。',
	home: '首页',
	about: '关于我们',
	contact: '联系我们',
	services: '服务',
	gallery: '图库',
	faq: '常见问题',
	programme: '日程',
	registration: '报名',
	arrival: '交通指南',
	send: '提交',
	join: '加入',
	thanks: '谢谢,您的留言已收到。',
	registered: '报名成功,期待与您见面!',
	joined: '谢谢,您的邮箱已加入名单。',
	taken: '该邮箱已在名单中。',
	inbox: '收到的留言',
	cart: '购物车',
	shop: '商店',
	orders: '全部订单',
	lookup: '查询订单',
	myBookings: '我的预约',
	desk: '全部预约',
	search: '搜索',
	suggest: '推荐',
	approvals: '待审核',
	write: '写文章',
	messages: '私信',
	members: '成员',
	results: '结果',
	questionWord: '问题',
	writeTo: '给我们留言',
	nothing: '没有找到,请减少筛选条件或换个词。',
	all: '全部'
};

export const PHRASES: Record<Language, Phrases> = { en: EN, de: DE, es: ES, zh: ZH };

/** 'a, b and c' in the language. */
export function listWords(words: readonly string[], language: Language): string {
	if (language === 'zh') return words.length > 1 ? `${words.slice(0, -1).join('、')}和${words.at(-1) ?? ''}` : (words[0] ?? '');
	const and = { en: ' and ', de: ' und ', es: ' y ' }[language];
	return words.length > 1 ? `${words.slice(0, -1).join(', ')}${and}${words.at(-1) ?? ''}` : (words[0] ?? '');
}

/** The first letter large. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** A sentence: first letter large, one full stop. */
export const sentence = (text: string) => {
	const plain = text.trim().replace(/[.,;:\s]+$/, '');
	return plain ? `${capital(plain)}${/[!?。！？]$/.test(plain) ? '' : /\p{Script=Han}$/u.test(plain) ? '。' : '.'}` : '';
};
/** A name in an address. */
export const slugOf = (text: string) =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60) || 'page';
