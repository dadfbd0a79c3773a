/** Plausible values for example records, by language and by what a field is. Nobody real is meant. */
import type { FormField } from '../reading/form-fields';
import type { Language } from '../reading/language';

export const PEOPLE: Record<Language, string[]> = {
	en: [
		'Ada Moreland',
		'Ben Tarrant',
		'Cleo Wick',
		'Dan Fairlie',
		'Elsie Marsh',
		'Fergus Holt',
		'Greta Lowe',
		'Hugh Penrose',
		'Ines Caraway',
		'Jonah Pike'
	],
	de: [
		'Anna Berger',
		'Bernd Kolb',
		'Clara Wiese',
		'David Heller',
		'Eva Lindner',
		'Frieda Moos',
		'Georg Sander',
		'Hanna Vogt',
		'Ida Brand',
		'Jonas Reiter'
	],
	es: [
		'Ana Beltrán',
		'Bruno Salas',
		'Carmen Olmo',
		'Diego Prieto',
		'Elena Rivas',
		'Fermín Soto',
		'Gloria Vega',
		'Hugo Lara',
		'Irene Campos',
		'Javier Roca'
	],
	zh: ['李安', '王博', '陈晨', '张敏', '刘洋', '赵静', '孙磊', '周宁', '吴越', '郑好']
};
export const TOWNS: Record<Language, string[]> = {
	en: ['Ashford Mill', 'Brindleton', 'Coldwater', 'Dunmere', 'Eastholm', 'Fallow Green'],
	de: ['Auental', 'Birkenau', 'Dornhain', 'Eichfeld', 'Fahrnau', 'Grünbach'],
	es: ['Alameda', 'Boscos', 'Cerralba', 'Dehesa', 'Encinar', 'Fuentefría'],
	zh: ['云山', '临河', '青溪', '东林', '南浦', '西岭']
};
const PLACES: Record<Language, string[]> = {
	en: ['Community hall', 'Library, first floor', 'Parish room', 'Old school', 'Health centre', 'Village hall'],
	de: ['Gemeindesaal', 'Bibliothek', 'Pfarrheim', 'Alte Schule', 'Bürgerhaus', 'Vereinsheim'],
	es: ['Centro cívico', 'Biblioteca', 'Casa parroquial', 'Antigua escuela', 'Centro de salud', 'Casa del pueblo'],
	zh: ['社区中心', '图书馆二楼', '文化站', '老学校', '活动室', '会议室']
};
export const DAYS: Record<Language, string[]> = {
	en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
	de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
	es: ['Lunes', 'Martes', 'Miércoles', 'Jueves', 'Viernes', 'Sábado', 'Domingo'],
	zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日']
};
const STREETS: Record<Language, string[]> = {
	en: ['3 Mill Lane', '18 Station Road', '7 Church Walk', '41 Harbour Street', '2 Orchard Close'],
	de: ['Mühlweg 3', 'Bahnhofstraße 18', 'Kirchgasse 7', 'Hafenstraße 41'],
	es: ['Calle del Molino 3', 'Avenida de la Estación 18', 'Plaza de la Iglesia 7', 'Calle del Puerto 41'],
	zh: ['磨坊路3号', '车站路18号', '教堂街7号', '港口街41号']
};
export const YES_NO: Record<Language, [string, string]> = {
	en: ['Yes', 'No'],
	de: ['Ja', 'Nein'],
	es: ['Sí', 'No'],
	zh: ['是', '否']
};
const COUNTRIES: Record<Language, string[]> = {
	en: ['Italy', 'India', 'Mexico', 'Poland', 'Japan', 'Morocco'],
	de: ['Italien', 'Indien', 'Mexiko', 'Polen', 'Japan', 'Marokko'],
	es: ['Italia', 'India', 'México', 'Polonia', 'Japón', 'Marruecos'],
	zh: ['意大利', '印度', '墨西哥', '波兰', '日本', '摩洛哥']
};
const SEASONS: Record<Language, string[]> = {
	en: ['Spring', 'Summer', 'Autumn', 'All year'],
	de: ['Frühling', 'Sommer', 'Herbst', 'Ganzjährig'],
	es: ['Primavera', 'Verano', 'Otoño', 'Todo el año'],
	zh: ['春季', '夏季', '秋季', '全年']
};
const WOODS = ['Oak', 'Walnut', 'Maple', 'Cherry', 'Beech', 'Olive', 'Ash'];
const SPOKEN: Record<Language, string[]> = {
	en: ['English', 'German', 'Spanish', 'French', 'Italian', 'Polish', 'Japanese'],
	de: ['Deutsch', 'Englisch', 'Spanisch', 'Französisch', 'Italienisch'],
	es: ['español', 'inglés', 'francés', 'alemán', 'italiano'],
	zh: ['中文', '英语', '日语', '法语', '西班牙语']
};
const INTERESTS: Record<Language, string[]> = {
	en: ['gardening', 'old films', 'cooking', 'hiking', 'choir', 'chess', 'birds'],
	de: ['Garten', 'alte Filme', 'Kochen', 'Wandern', 'Chor', 'Schach'],
	es: ['jardín', 'cine antiguo', 'cocina', 'senderismo', 'coro', 'ajedrez'],
	zh: ['园艺', '老电影', '烹饪', '徒步', '合唱', '象棋']
};

/** What may stand in a field, by its words: the first that fits. */
const POOLS: [RegExp, (language: Language) => readonly string[]][] = [
	[/\btown|city|village|ort\b|stadt|ciudad|pueblo|城市|产地|origin/i, (language) => TOWNS[language]],
	[/district|quarter|neighbourhood|region|area\b|barrio|bezirk/i, (language) => TOWNS[language]],
	[/cuisine|küche|cocina|菜系/i, () => ['Italian', 'Indian', 'Mexican', 'Polish', 'Japanese']],
	[/age group|alter/i, () => ['0 to 3 years', '3 to 6 years', '6 to 12 years', 'All ages']],
	[/address|adresse|dirección|地址/i, (language) => STREETS[language]],
	[/\bweek ?day|\bday\b|wochentag|día|星期/i, (language) => DAYS[language]],
	[/place|venue|where|treffpunkt|lugar|地点|park\b/i, (language) => PLACES[language]],
	[/country|land\b|país|国家/i, (language) => COUNTRIES[language]],
	[/season|época|jahreszeit|季节/i, (language) => SEASONS[language]],
	[/wood|holz|madera|material/i, () => WOODS],
	[/languages?|sprachen?|idiomas?|语言/i, (language) => SPOKEN[language]],
	[/interests|grow|intereses|interessen|爱好/i, (language) => INTERESTS[language]],
	[/breed/i, () => ['Terrier', 'Sheepdog', 'Dachshund', 'Mixed breed', 'Spaniel', 'Beagle']],
	[/who|lead|name|contact|author|leiter|quien|姓名/i, (language) => PEOPLE[language]],
	[/size|dimension|cross/i, () => ['20 × 20 mm', '30 × 15 mm', '40 × 20 mm', '50 × 25 mm', '60 × 30 mm']],
	[/title|model/i, () => ['First', 'Second', 'Third', 'Fourth', 'Fifth']]
];

/** One value for a field of the record at this place. */
export function sampleValue(field: FormField, at: number, language: Language): string | number | boolean | string[] {
	const { type, label, options } = field;
	if (type === 'choice' && options?.length) return options[at % options.length] ?? '';
	if (type === 'tick') return at % 3 !== 1;
	if (type === 'number') return numberFor(label, at);
	if (type === 'date') return `2026-0${1 + (at % 9)}-${10 + ((at * 7) % 18)}`;
	if (type === 'time') return `${String(9 + ((at * 3) % 11)).padStart(2, '0')}:${at % 2 ? '30' : '00'}`;
	if (/languages|interests/i.test(field.name))
		return [0, 1].map((step) => (/lang/i.test(field.name) ? SPOKEN : INTERESTS)[language][(at * 2 + step) % 5] ?? '');
	const pool = POOLS.find(([words]) => words.test(label) || words.test(field.name))?.[1](language);
	if (pool) return pool[(at * 5 + 1) % pool.length] ?? '';
	return `${label} ${at + 1}`;
}

function numberFor(label: string, at: number): number {
	if (/distan|kilomet|距离/i.test(label)) return 6 + ((at * 7) % 19);
	if (/desnivel|height|elevation|höhenmeter/i.test(label)) return 150 + ((at * 170) % 1100);
	if (/year|jahr|año|年份/i.test(label)) return 2025 - (at % 6);
	if (/weight|gewicht|peso|克重/i.test(label)) return 50 + (at % 5) * 50;
	if (/min|time|dauer|duration|takes/i.test(label)) return 15 + ((at * 10) % 60);
	if (/age|alter|edad/i.test(label)) return 1 + ((at * 3) % 12);
	return 10 + ((at * 7) % 40);
}
