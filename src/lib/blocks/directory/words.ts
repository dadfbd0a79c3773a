import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		found: '{n} {all}',
		'all-of': 'All {all}',
		favourite: 'Favourite: {name}',
		favourites: 'Favourites',
		'bad-portions': 'Enter a number above 0',
		more: 'More',
		fewer: 'Fewer'
	},
	de: {
		found: '{n} {all}',
		'all-of': 'Alle {all}',
		favourite: 'Merken: {name}',
		favourites: 'Gemerkt',
		'bad-portions': 'Bitte eine Zahl über 0 eingeben',
		more: 'Mehr',
		fewer: 'Weniger'
	},
	es: {
		found: '{n} {all}',
		'all-of': 'Ver todo: {all}',
		favourite: 'Favorito: {name}',
		favourites: 'Favoritos',
		'bad-portions': 'Escriba un número mayor que 0',
		more: 'Más',
		fewer: 'Menos'
	},
	zh: {
		found: '共 {n} 个{all}',
		'all-of': '全部{all}',
		favourite: '收藏:{name}',
		favourites: '我的收藏',
		'bad-portions': '请输入大于 0 的数字',
		more: '增加',
		fewer: '减少'
	}
});
