/** Words of the interface by language. What belongs to one block is in that block's words.ts. */

export const LANGUAGES = ['en', 'de', 'es', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

let language: Language = 'en';

export function setLanguage(to: Language): void {
	language = to;
}

/** The language of the app's words. */
export const languageNow = (): Language => language;

type Texts<K extends string> = Record<Language, Record<K, string>>;
type Values = Record<string, string | number>;

/**
 * Declares words in all languages; answers with what says them: `t('question', { n: 2, all: 5 })` for 'Question {n} of {all}'.
 * Said when a page is shown, never when a file is loaded: the language is not known before.
 */
export function defineWords<K extends string>(texts: Texts<K>): (key: K, values?: Values) => string {
	return (key, values = {}) => texts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export const t = defineWords({
	en: {
		add: 'Add',
		back: 'Back',
		cancel: 'Cancel',
		close: 'Close',
		delete: 'Delete',
		download: 'Download',
		edit: 'Edit',
		menu: 'Menu',
		next: 'Next',
		none: 'None',
		'not-found': 'There is no such page',
		'not-found-hint': 'The link may be old. The start page has everything.',
		optional: 'optional',
		print: 'Print',
		remove: 'Remove',
		save: 'Save',
		saved: 'Saved',
		search: 'Search',
		send: 'Send',
		skip: 'Skip to content',
		start: 'Start',
		'start-again': 'Start again',
		'start-page': 'Start page',
		yes: 'Yes',
		no: 'No',
		'bad-email': 'Enter an e-mail address, such as name@example.com',
		'bad-number': 'Enter a number',
		'bad-phone': 'Enter a phone number',
		'bad-url': 'Enter an address that starts with https://',
		'choose-one': 'Please choose',
		'is-missing': '{label} is missing',
		'must-agree': 'Please tick this',
		'too-big': 'At most {max}',
		'too-small': 'At least {min}',
		'too-long': 'At most {max} characters',
		'check-fields': 'Please look at the marked fields.'
	},
	de: {
		add: 'Hinzufügen',
		back: 'Zurück',
		cancel: 'Abbrechen',
		close: 'Schließen',
		delete: 'Löschen',
		download: 'Herunterladen',
		edit: 'Bearbeiten',
		menu: 'Menü',
		next: 'Weiter',
		none: 'Keine',
		'not-found': 'Diese Seite gibt es nicht',
		'not-found-hint': 'Vielleicht ist der Link alt. Auf der Startseite ist alles zu finden.',
		optional: 'freiwillig',
		print: 'Drucken',
		remove: 'Entfernen',
		save: 'Speichern',
		saved: 'Gespeichert',
		search: 'Suchen',
		send: 'Senden',
		skip: 'Zum Inhalt',
		start: 'Los',
		'start-again': 'Von vorn beginnen',
		'start-page': 'Startseite',
		yes: 'Ja',
		no: 'Nein',
		'bad-email': 'Bitte eine E-Mail-Adresse eingeben, etwa name@example.com',
		'bad-number': 'Bitte eine Zahl eingeben',
		'bad-phone': 'Bitte eine Telefonnummer eingeben',
		'bad-url': 'Bitte eine Adresse eingeben, die mit https:// beginnt',
		'choose-one': 'Bitte wählen',
		'is-missing': '{label} fehlt',
		'must-agree': 'Bitte ankreuzen',
		'too-big': 'Höchstens {max}',
		'too-small': 'Mindestens {min}',
		'too-long': 'Höchstens {max} Zeichen',
		'check-fields': 'Bitte die markierten Felder ansehen.'
	},
	es: {
		add: 'Añadir',
		back: 'Atrás',
		cancel: 'Cancelar',
		close: 'Cerrar',
		delete: 'Eliminar',
		download: 'Descargar',
		edit: 'Editar',
		menu: 'Menú',
		next: 'Siguiente',
		none: 'Ninguno',
		'not-found': 'Esta página no existe',
		'not-found-hint': 'Puede que el enlace sea antiguo. En la página de inicio está todo.',
		optional: 'opcional',
		print: 'Imprimir',
		remove: 'Quitar',
		save: 'Guardar',
		saved: 'Guardado',
		search: 'Buscar',
		send: 'Enviar',
		skip: 'Ir al contenido',
		start: 'Empezar',
		'start-again': 'Empezar de nuevo',
		'start-page': 'Inicio',
		yes: 'Sí',
		no: 'No',
		'bad-email': 'Escriba un correo, por ejemplo nombre@example.com',
		'bad-number': 'Escriba un número',
		'bad-phone': 'Escriba un teléfono',
		'bad-url': 'Escriba una dirección que empiece por https://',
		'choose-one': 'Elija una opción',
		'is-missing': 'Falta: {label}',
		'must-agree': 'Marque esta casilla',
		'too-big': 'Como máximo {max}',
		'too-small': 'Como mínimo {min}',
		'too-long': 'Como máximo {max} caracteres',
		'check-fields': 'Revise los campos marcados.'
	},
	zh: {
		add: '添加',
		back: '返回',
		cancel: '取消',
		close: '关闭',
		delete: '删除',
		download: '下载',
		edit: '编辑',
		menu: '菜单',
		next: '下一步',
		none: '无',
		'not-found': '没有这个页面',
		'not-found-hint': '链接可能已过期。请从首页开始。',
		optional: '选填',
		print: '打印',
		remove: '移除',
		save: '保存',
		saved: '已保存',
		search: '搜索',
		send: '发送',
		skip: '跳到内容',
		start: '开始',
		'start-again': '重新开始',
		'start-page': '首页',
		yes: '是',
		no: '否',
		'bad-email': '请输入电子邮箱,例如 name@example.com',
		'bad-number': '请输入数字',
		'bad-phone': '请输入电话号码',
		'bad-url': '请输入以 https:// 开头的网址',
		'choose-one': '请选择',
		'is-missing': '请填写{label}',
		'must-agree': '请勾选',
		'too-big': '最大为 {max}',
		'too-small': '最小为 {min}',
		'too-long': '最多 {max} 个字符',
		'check-fields': '请检查标出的内容。'
	}
});
