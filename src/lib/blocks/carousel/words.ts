import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		place: '{n} of {all}',
		go: 'Show {n} of {all}: {title}',
		next: 'Next one',
		previous: 'Previous one',
		pause: 'Stop moving on',
		play: 'Move on by itself'
	},
	de: {
		place: '{n} von {all}',
		go: '{n} von {all} zeigen: {title}',
		next: 'Weiter blättern',
		previous: 'Zurück blättern',
		pause: 'Anhalten',
		play: 'Von selbst weiterblättern'
	},
	es: {
		place: '{n} de {all}',
		go: 'Mostrar {n} de {all}: {title}',
		next: 'Siguiente imagen',
		previous: 'Imagen anterior',
		pause: 'Detener',
		play: 'Pasar automáticamente'
	},
	zh: {
		place: '第 {n} 项,共 {all} 项',
		go: '显示第 {n} 项,共 {all} 项:{title}',
		next: '下一项',
		previous: '上一项',
		pause: '停止播放',
		play: '自动播放'
	}
});
