import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { address: 'Address', phone: 'Phone', email: 'E-mail' },
	de: { address: 'Adresse', phone: 'Telefon', email: 'E-Mail' },
	es: { address: 'Dirección', phone: 'Teléfono', email: 'Correo' },
	zh: { address: '地址', phone: '电话', email: '电子邮箱' }
});
