import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		text: 'Text to type',
		here: 'Type here',
		speed: 'Words a minute',
		accuracy: 'Right',
		time: 'Time',
		best: 'Best',
		done: 'Done!',
		result: '{speed} words a minute, {accuracy} right',
		next: 'Next text',
		again: 'Same text again'
	},
	de: {
		text: 'Text zum Tippen',
		here: 'Hier tippen',
		speed: 'Wörter pro Minute',
		accuracy: 'Richtig',
		time: 'Zeit',
		best: 'Bestwert',
		done: 'Fertig!',
		result: '{speed} Wörter pro Minute, {accuracy} richtig',
		next: 'Nächster Text',
		again: 'Denselben Text noch einmal'
	},
	es: {
		text: 'Texto para escribir',
		here: 'Escriba aquí',
		speed: 'Palabras por minuto',
		accuracy: 'Correcto',
		time: 'Tiempo',
		best: 'Récord',
		done: '¡Listo!',
		result: '{speed} palabras por minuto, {accuracy} correcto',
		next: 'Otro texto',
		again: 'El mismo texto otra vez'
	},
	zh: {
		text: '要输入的文字',
		here: '在此输入',
		speed: '每分钟词数',
		accuracy: '正确率',
		time: '时间',
		best: '最好成绩',
		done: '完成!',
		result: '每分钟 {speed} 词,正确率 {accuracy}',
		next: '下一段',
		again: '重练这一段'
	}
});
