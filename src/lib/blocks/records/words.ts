import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		add: 'Add {one}',
		edit: 'Edit: {name}',
		delete: 'Delete: {name}',
		'sure-title': 'Delete this?',
		sure: '"{name}" will be gone for good.',
		added: 'Added: {name}',
		deleted: 'Deleted: {name}',
		found: '{n} {all}',
		'none-yet': 'Nothing here yet',
		overdue: 'overdue',
		actions: 'Actions',
		ticked: '{label}: {name}'
	},
	de: {
		add: '{one} hinzufügen',
		edit: 'Bearbeiten: {name}',
		delete: 'Löschen: {name}',
		'sure-title': 'Wirklich löschen?',
		sure: '„{name}“ ist dann endgültig weg.',
		added: 'Hinzugefügt: {name}',
		deleted: 'Gelöscht: {name}',
		found: '{n} {all}',
		'none-yet': 'Noch nichts da',
		overdue: 'überfällig',
		actions: 'Aktionen',
		ticked: '{label}: {name}'
	},
	es: {
		add: 'Añadir {one}',
		edit: 'Editar: {name}',
		delete: 'Eliminar: {name}',
		'sure-title': '¿Eliminar?',
		sure: '«{name}» se eliminará para siempre.',
		added: 'Añadido: {name}',
		deleted: 'Eliminado: {name}',
		found: '{n} {all}',
		'none-yet': 'Todavía no hay nada',
		overdue: 'vencido',
		actions: 'Acciones',
		ticked: '{label}: {name}'
	},
	zh: {
		add: '添加{one}',
		edit: '编辑:{name}',
		delete: '删除:{name}',
		'sure-title': '确定删除吗?',
		sure: '“{name}”将被永久删除。',
		added: '已添加:{name}',
		deleted: '已删除:{name}',
		found: '共 {n} 条{all}',
		'none-yet': '还没有内容',
		overdue: '已逾期',
		actions: '操作',
		ticked: '{label}:{name}'
	}
});
