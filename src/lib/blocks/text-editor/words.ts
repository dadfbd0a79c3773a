import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		write: 'Write',
		preview: 'Preview',
		view: 'View',
		words: 'Words',
		signs: 'Characters',
		minutes: 'Minutes to read',
		sample: 'Back to the sample',
		emptied: 'Empty',
		nothing: 'Nothing to read yet.',
		kept: 'Kept on this device'
	},
	de: {
		write: 'Schreiben',
		preview: 'Vorschau',
		view: 'Ansicht',
		words: 'Wörter',
		signs: 'Zeichen',
		minutes: 'Minuten Lesezeit',
		sample: 'Zurück zum Beispiel',
		emptied: 'Leeren',
		nothing: 'Noch nichts zu lesen.',
		kept: 'Auf diesem Gerät gespeichert'
	},
	es: {
		write: 'Escribir',
		preview: 'Vista previa',
		view: 'Vista',
		words: 'Palabras',
		signs: 'Caracteres',
		minutes: 'Minutos de lectura',
		sample: 'Volver al ejemplo',
		emptied: 'Vaciar',
		nothing: 'Aún no hay nada que leer.',
		kept: 'Guardado en este dispositivo'
	},
	zh: {
		write: '编写',
		preview: '预览',
		view: '视图',
		words: '词数',
		signs: '字符',
		minutes: '阅读分钟',
		sample: '恢复示例',
		emptied: '清空',
		nothing: '还没有内容。',
		kept: '已保存在此设备'
	}
});
