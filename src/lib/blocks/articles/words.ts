import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		...{ category: 'Category', months: 'By month', 'all-months': 'All months', found: 'Articles: {n}', back: 'All articles' },
		...{ comments: 'Comments', 'no-comments': 'No comments yet.', name: 'Your name', text: 'Your comment', write: 'Comment' },
		...{ 'remove-comment': 'Remove the comment of {name}', facts: 'At a glance', by: 'by {author}' }
	},
	de: {
		...{ category: 'Rubrik', months: 'Nach Monaten', 'all-months': 'Alle Monate', found: 'Beiträge: {n}', back: 'Alle Beiträge' },
		...{ comments: 'Kommentare', 'no-comments': 'Noch keine Kommentare.', name: 'Ihr Name', text: 'Ihr Kommentar' },
		...{ write: 'Kommentieren', 'remove-comment': 'Kommentar von {name} entfernen', facts: 'Auf einen Blick', by: 'von {author}' }
	},
	es: {
		...{ category: 'Sección', months: 'Por meses', 'all-months': 'Todos los meses', found: 'Artículos: {n}' },
		...{ back: 'Todos los artículos', comments: 'Comentarios', 'no-comments': 'Aún no hay comentarios.' },
		...{ name: 'Su nombre', text: 'Su comentario', write: 'Comentar', 'remove-comment': 'Quitar el comentario de {name}' },
		...{ facts: 'De un vistazo', by: 'por {author}' }
	},
	zh: {
		...{ category: '分类', months: '按月份', 'all-months': '全部月份', found: '共 {n} 篇', back: '全部文章', comments: '评论' },
		...{
			'no-comments': '还没有评论。',
			name: '您的名字',
			text: '您的评论',
			write: '发表评论',
			facts: '概览',
			by: '作者:{author}'
		},
		...{ 'remove-comment': '删除{name}的评论' }
	}
});
