import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		...{ found: 'Found: {n}', make: 'Make your profile', edit: 'Change your profile', photo: 'Photo', yours: 'This is you' },
		...{ 'name-taken': 'This name is taken already', follow: 'Follow', followed: 'You follow', write: 'Write to {name}' },
		...{
			block: 'Shut out',
			blocked: 'Shut out',
			'let-in': 'Let {name} in again',
			back: 'Back',
			'list-hint': 'Several, with commas'
		},
		...{ join: 'Sign in to take part', 'join-hint': 'Who has no account yet makes one there.', shut: 'Whom you have shut out' }
	},
	de: {
		...{
			found: 'Gefunden: {n}',
			make: 'Eigenes Profil anlegen',
			edit: 'Eigenes Profil ändern',
			photo: 'Foto',
			yours: 'Das sind Sie'
		},
		...{ 'name-taken': 'Diesen Namen gibt es schon', follow: 'Folgen', followed: 'Sie folgen', write: '{name} schreiben' },
		...{
			block: 'Sperren',
			blocked: 'Gesperrt',
			'let-in': '{name} wieder zulassen',
			back: 'Zurück',
			'list-hint': 'Mehrere mit Kommas'
		},
		...{ join: 'Zum Mitmachen anmelden', 'join-hint': 'Wer noch kein Konto hat, legt dort eines an.', shut: 'Von Ihnen gesperrt' }
	},
	es: {
		...{ found: 'Resultados: {n}', make: 'Crear mi perfil', edit: 'Cambiar mi perfil', photo: 'Foto', yours: 'Es usted' },
		...{
			'name-taken': 'Ese nombre ya existe',
			follow: 'Seguir',
			followed: 'Siguiendo',
			write: 'Escribir a {name}',
			block: 'Bloquear'
		},
		...{ blocked: 'Bloqueado', 'let-in': 'Desbloquear a {name}', back: 'Volver', 'list-hint': 'Varios, separados por comas' },
		...{
			join: 'Inicie sesión para participar',
			'join-hint': 'Quien aún no tenga cuenta puede crearla allí.',
			shut: 'Bloqueados por usted'
		}
	},
	zh: {
		...{
			found: '共 {n} 个',
			make: '创建我的资料',
			edit: '修改我的资料',
			photo: '照片',
			yours: '这是您',
			'name-taken': '这个名字已被使用'
		},
		...{
			follow: '关注',
			followed: '已关注',
			write: '写信给{name}',
			block: '屏蔽',
			blocked: '已屏蔽',
			'let-in': '取消屏蔽{name}'
		},
		...{
			back: '返回',
			'list-hint': '多项请用逗号隔开',
			join: '登录后参与',
			'join-hint': '还没有账户的话,可以在那里注册。',
			shut: '您屏蔽的人'
		}
	}
});
