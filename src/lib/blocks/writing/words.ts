import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		...{
			new: 'Write something new',
			title: 'Title',
			category: 'Category',
			place: 'Place',
			lead: 'In one sentence',
			text: 'Text'
		},
		...{ 'text-hint': 'An empty line begins a new paragraph.', photo: 'Photo', draft: 'Draft', published: 'Published' },
		...{ 'save-draft': 'Save as a draft', publish: 'Publish: {title}', 'take-back': 'Make it a draft again: {title}' },
		...{
			edit: 'Edit: {title}',
			delete: 'Delete: {title}',
			'delete-title': 'Delete “{title}”?',
			'delete-text': 'It cannot be brought back.'
		},
		...{ none: 'Nothing written yet' }
	},
	de: {
		...{ new: 'Neuen Beitrag schreiben', title: 'Titel', category: 'Rubrik', place: 'Ort', lead: 'In einem Satz', text: 'Text' },
		...{
			'text-hint': 'Eine leere Zeile beginnt einen neuen Absatz.',
			photo: 'Foto',
			draft: 'Entwurf',
			published: 'Veröffentlicht'
		},
		...{
			'save-draft': 'Als Entwurf speichern',
			publish: 'Veröffentlichen: {title}',
			'take-back': 'Wieder zum Entwurf machen: {title}'
		},
		...{ edit: 'Bearbeiten: {title}', delete: 'Löschen: {title}', 'delete-title': '„{title}“ löschen?' },
		...{ 'delete-text': 'Das lässt sich nicht rückgängig machen.', none: 'Noch nichts geschrieben' }
	},
	es: {
		...{ new: 'Escribir un artículo', title: 'Título', category: 'Sección', place: 'Lugar', lead: 'En una frase', text: 'Texto' },
		...{ 'text-hint': 'Una línea vacía empieza un párrafo nuevo.', photo: 'Foto', draft: 'Borrador', published: 'Publicado' },
		...{ 'save-draft': 'Guardar como borrador', publish: 'Publicar: {title}', 'take-back': 'Volver a borrador: {title}' },
		...{ edit: 'Editar: {title}', delete: 'Eliminar: {title}', 'delete-title': '¿Eliminar «{title}»?' },
		...{ 'delete-text': 'No se puede deshacer.', none: 'Aún no hay nada escrito' }
	},
	zh: {
		...{ new: '写新文章', title: '标题', category: '分类', place: '地点', lead: '一句话简介', text: '正文' },
		...{ 'text-hint': '空一行即为新段落。', photo: '照片', draft: '草稿', published: '已发布', 'save-draft': '存为草稿' },
		...{ publish: '发布:{title}', 'take-back': '改回草稿:{title}', edit: '编辑:{title}', delete: '删除:{title}' },
		...{ 'delete-title': '删除“{title}”?', 'delete-text': '删除后无法恢复。', none: '还没有文章' }
	}
});
