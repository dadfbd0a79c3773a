import { defineWords } from '../core/words';

export const words = defineWords({
	en: {
		email: 'E-mail',
		first: 'Nobody has registered yet: whoever does so first becomes the owner of this site, and manages what it shows.',
		'have-account': 'You have an account?',
		name: 'Name',
		new: 'New here?',
		password: 'Password',
		'password-hint': 'At least 12 characters',
		register: 'Register',
		'sign-in': 'Sign in',
		'sign-out': 'Sign out'
	},
	de: {
		email: 'E-Mail',
		first: 'Noch niemand hat sich registriert: Wer es zuerst tut, dem gehört diese Seite und er verwaltet, was sie zeigt.',
		'have-account': 'Schon ein Konto?',
		name: 'Name',
		new: 'Neu hier?',
		password: 'Passwort',
		'password-hint': 'Mindestens 12 Zeichen',
		register: 'Registrieren',
		'sign-in': 'Anmelden',
		'sign-out': 'Abmelden'
	},
	es: {
		email: 'Correo electrónico',
		first: 'Nadie se ha registrado todavía: quien lo haga primero será dueño de este sitio y gestionará lo que muestra.',
		'have-account': '¿Ya tiene una cuenta?',
		name: 'Nombre',
		new: '¿Es nuevo aquí?',
		password: 'Contraseña',
		'password-hint': 'Al menos 12 caracteres',
		register: 'Registrarse',
		'sign-in': 'Iniciar sesión',
		'sign-out': 'Cerrar sesión'
	},
	zh: {
		email: '电子邮箱',
		first: '还没有人注册:第一个注册的人成为本站的所有者,并管理其内容。',
		'have-account': '已有账户?',
		name: '姓名',
		new: '还没有账户?',
		password: '密码',
		'password-hint': '至少 12 个字符',
		register: '注册',
		'sign-in': '登录',
		'sign-out': '退出'
	}
});
