import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		task: 'What',
		where: 'Where',
		found: '{n} shifts',
		left: '{n} of {all} places left',
		full: 'Full',
		join: 'Join',
		'join-it': 'Join: {name}',
		clash: 'With this e-mail you have joined "{title}" at the same time.',
		'clash-any': 'With this e-mail you have joined another shift at the same time.',
		'is-full': 'The last place has just gone.'
	},
	de: {
		task: 'Was',
		where: 'Wo',
		found: '{n} Schichten',
		left: 'noch {n} von {all} Plätzen',
		full: 'Voll',
		join: 'Mitmachen',
		'join-it': 'Mitmachen: {name}',
		clash: 'Mit dieser E-Mail-Adresse machen Sie zur gleichen Zeit schon bei „{title}“ mit.',
		'clash-any': 'Mit dieser E-Mail-Adresse machen Sie zur gleichen Zeit schon woanders mit.',
		'is-full': 'Der letzte Platz ist gerade weg.'
	},
	es: {
		task: 'Qué',
		where: 'Dónde',
		found: '{n} turnos',
		left: 'quedan {n} de {all} plazas',
		full: 'Completo',
		join: 'Apuntarse',
		'join-it': 'Apuntarse: {name}',
		clash: 'Con este correo ya está en «{title}» a la misma hora.',
		'clash-any': 'Con este correo ya está en otro turno a la misma hora.',
		'is-full': 'La última plaza se acaba de ocupar.'
	},
	zh: {
		task: '任务',
		where: '地点',
		found: '共 {n} 个班次',
		left: '剩 {n} / {all} 个名额',
		full: '已满',
		join: '报名',
		'join-it': '报名:{name}',
		clash: '此邮箱已报名同一时间的“{title}”。',
		'clash-any': '此邮箱已报名同一时间的其他班次。',
		'is-full': '最后一个名额刚刚被占。'
	}
});
