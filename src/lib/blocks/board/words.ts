import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		add: 'Add {one}',
		move: 'Column of {name}',
		up: 'Up: {name}',
		down: 'Down: {name}',
		edit: 'Edit {name}',
		delete: 'Delete {name}',
		'sure-title': 'Delete this?',
		sure: '"{name}" will be gone for good.',
		full: '"{column}" takes only {n}.',
		none: 'Nothing here',
		moved: '{name} is in "{column}" now.'
	},
	de: {
		add: '{one} hinzufügen',
		move: 'Spalte von {name}',
		up: 'Nach oben: {name}',
		down: 'Nach unten: {name}',
		edit: 'Bearbeiten: {name}',
		delete: 'Löschen: {name}',
		'sure-title': 'Wirklich löschen?',
		sure: '„{name}“ ist dann endgültig weg.',
		full: 'In „{column}“ passen nur {n}.',
		none: 'Nichts hier',
		moved: '{name} ist jetzt in „{column}“.'
	},
	es: {
		add: 'Añadir {one}',
		move: 'Columna de {name}',
		up: 'Subir: {name}',
		down: 'Bajar: {name}',
		edit: 'Editar: {name}',
		delete: 'Eliminar: {name}',
		'sure-title': '¿Eliminar?',
		sure: '«{name}» se eliminará para siempre.',
		full: 'En «{column}» solo caben {n}.',
		none: 'Nada aquí',
		moved: '{name} está ahora en «{column}».'
	},
	zh: {
		add: '添加{one}',
		move: '{name} 所在列',
		up: '上移:{name}',
		down: '下移:{name}',
		edit: '编辑:{name}',
		delete: '删除:{name}',
		'sure-title': '确定删除吗?',
		sure: '“{name}”将被永久删除。',
		full: '“{column}”最多 {n} 张。',
		none: '暂无内容',
		moved: '{name} 已移到“{column}”。'
	}
});
