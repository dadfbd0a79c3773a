import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		...{
			found: 'Found: {n}',
			hearts: 'Favourites',
			heart: 'Favourite: {title}',
			back: 'Back to all',
			play: 'Play',
			pause: 'Pause'
		},
		...{
			position: 'Position',
			steps: 'Step by step',
			amounts: 'What you need',
			portions: 'Portions',
			example: 'An example without a recording'
		},
		...{ 'bad-portions': 'Enter a number above 0', next: 'Next: {title}', previous: 'Before: {title}', of: '{at} of {all}' }
	},
	de: {
		...{ found: 'Gefunden: {n}', hearts: 'Favoriten', heart: 'Favorit: {title}', back: 'Zurück zu allen', play: 'Abspielen' },
		...{ pause: 'Anhalten', position: 'Stelle', steps: 'Schritt für Schritt', amounts: 'Was man braucht', portions: 'Portionen' },
		...{ example: 'Ein Beispiel ohne Aufnahme', 'bad-portions': 'Bitte eine Zahl über 0 eingeben', next: 'Danach: {title}' },
		...{ previous: 'Davor: {title}', of: '{at} von {all}' }
	},
	es: {
		...{ found: 'Resultados: {n}', hearts: 'Favoritos', heart: 'Favorito: {title}', back: 'Volver a todo', play: 'Reproducir' },
		...{ pause: 'Pausar', position: 'Posición', steps: 'Paso a paso', amounts: 'Lo que hace falta', portions: 'Raciones' },
		...{ example: 'Un ejemplo sin grabación', 'bad-portions': 'Escriba un número mayor que 0', next: 'Siguiente: {title}' },
		...{ previous: 'Anterior: {title}', of: '{at} de {all}' }
	},
	zh: {
		...{
			found: '共 {n} 个',
			hearts: '收藏',
			heart: '收藏:{title}',
			back: '返回全部',
			play: '播放',
			pause: '暂停',
			position: '播放位置'
		},
		...{ steps: '步骤', amounts: '用料', portions: '份数', example: '示例,没有录音录像', 'bad-portions': '请输入大于 0 的数字' },
		...{ next: '下一个:{title}', previous: '上一个:{title}', of: '{at} / {all}' }
	}
});
