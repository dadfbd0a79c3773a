import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { name: 'Your name', text: 'What you would like to say', write: 'Write it down', remove: 'Remove what {name} wrote' },
	de: { name: 'Ihr Name', text: 'Was Sie sagen möchten', write: 'Eintragen', remove: 'Eintrag von {name} entfernen' },
	es: { name: 'Su nombre', text: 'Lo que quiere decir', write: 'Escribirlo', remove: 'Quitar lo que escribió {name}' },
	zh: { name: '您的名字', text: '想说的话', write: '留言', remove: '删除{name}的留言' }
});
