import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		...{ text: 'What is new', category: 'Under', photo: 'Photo', post: 'Post it', all: 'All', followed: 'Only whom I follow' },
		...{
			like: 'I like it',
			'like-join': 'Sign in to like it',
			comments: 'Comments',
			comment: 'Your comment',
			'say-it': 'Comment'
		},
		...{ mark: 'Mark as {word}', unmark: 'No longer {word}', hide: 'Hide', unhide: 'Show again', hidden: 'Hidden from others' },
		...{ delete: 'Delete', 'delete-title': 'Delete this post?', 'delete-text': 'It cannot be brought back.' },
		...{ none: 'Nothing here yet', profile: 'Make your profile to take part', by: 'Post of {name}' }
	},
	de: {
		...{ text: 'Was gibt es Neues?', category: 'Unter', photo: 'Foto', post: 'Veröffentlichen', all: 'Alle' },
		...{ followed: 'Nur denen ich folge', like: 'Gefällt mir', 'like-join': 'Anmelden, um es zu mögen', comments: 'Kommentare' },
		...{ comment: 'Ihr Kommentar', 'say-it': 'Kommentieren', mark: 'Als {word} markieren', unmark: 'Nicht mehr {word}' },
		...{ hide: 'Verbergen', unhide: 'Wieder zeigen', hidden: 'Für andere verborgen', delete: 'Löschen' },
		...{ 'delete-title': 'Diesen Beitrag löschen?', 'delete-text': 'Das lässt sich nicht rückgängig machen.' },
		...{ none: 'Hier ist noch nichts', profile: 'Zum Mitmachen ein Profil anlegen', by: 'Beitrag von {name}' }
	},
	es: {
		...{
			text: '¿Qué hay de nuevo?',
			category: 'En',
			photo: 'Foto',
			post: 'Publicar',
			all: 'Todo',
			followed: 'Solo a quien sigo'
		},
		...{ like: 'Me gusta', 'like-join': 'Inicie sesión para indicarlo', comments: 'Comentarios', comment: 'Su comentario' },
		...{ 'say-it': 'Comentar', mark: 'Marcar como {word}', unmark: 'Ya no {word}', hide: 'Ocultar', unhide: 'Mostrar de nuevo' },
		...{ hidden: 'Oculto para los demás', delete: 'Eliminar', 'delete-title': '¿Eliminar esta publicación?' },
		...{ 'delete-text': 'No se puede deshacer.', none: 'Aún no hay nada', profile: 'Cree su perfil para participar' },
		...{ by: 'Publicación de {name}' }
	},
	zh: {
		...{
			text: '有什么新鲜事',
			category: '分类',
			photo: '照片',
			post: '发布',
			all: '全部',
			followed: '只看我关注的',
			like: '喜欢'
		},
		...{ 'like-join': '登录后点赞', comments: '评论', comment: '您的评论', 'say-it': '发表评论', mark: '标记为{word}' },
		...{
			unmark: '取消{word}',
			hide: '隐藏',
			unhide: '重新显示',
			hidden: '对他人隐藏',
			delete: '删除',
			'delete-title': '删除这条动态?'
		},
		...{ 'delete-text': '删除后无法恢复。', none: '这里还没有内容', profile: '创建资料后即可参与', by: '{name}的动态' }
	}
});
