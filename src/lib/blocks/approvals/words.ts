import { defineWords } from '../../core/words';

export const words = defineWords({
	en: {
		approve: 'Approve: {name}',
		'approve-it': 'Approve',
		reject: 'Reject: {name}',
		'reject-it': 'Reject',
		'sure-title': 'Reject this suggestion?',
		sure: '"{name}" will be gone for good.',
		approved: 'Listed now: {name}',
		waiting: 'Waiting: {n}'
	},
	de: {
		approve: 'Freigeben: {name}',
		'approve-it': 'Freigeben',
		reject: 'Ablehnen: {name}',
		'reject-it': 'Ablehnen',
		'sure-title': 'Diesen Vorschlag ablehnen?',
		sure: '„{name}“ ist dann endgültig weg.',
		approved: 'Jetzt aufgeführt: {name}',
		waiting: 'Warten: {n}'
	},
	es: {
		approve: 'Aprobar: {name}',
		'approve-it': 'Aprobar',
		reject: 'Rechazar: {name}',
		'reject-it': 'Rechazar',
		'sure-title': '¿Rechazar esta propuesta?',
		sure: '«{name}» se eliminará para siempre.',
		approved: 'Publicado: {name}',
		waiting: 'Pendientes: {n}'
	},
	zh: {
		approve: '通过:{name}',
		'approve-it': '通过',
		reject: '拒绝:{name}',
		'reject-it': '拒绝',
		'sure-title': '拒绝这条推荐吗?',
		sure: '“{name}”将被永久删除。',
		approved: '已列出:{name}',
		waiting: '待审核:{n}'
	}
});
