import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { experience: 'Experience', education: 'Education', languages: 'Languages', skills: 'Skills' },
	de: { experience: 'Berufserfahrung', education: 'Ausbildung', languages: 'Sprachen', skills: 'Kenntnisse' },
	es: { experience: 'Experiencia', education: 'Formación', languages: 'Idiomas', skills: 'Competencias' },
	zh: { experience: '工作经历', education: '教育背景', languages: '语言', skills: '技能' }
});
