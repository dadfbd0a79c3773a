import { defineWords } from '../../core/words';

export const words = defineWords({
	en: { play: 'Play: {title}', asks: 'Only when you play it, the film is loaded from {host}.' },
	de: { play: 'Abspielen: {title}', asks: 'Erst beim Abspielen wird der Film von {host} geladen.' },
	es: { play: 'Reproducir: {title}', asks: 'El vídeo solo se carga de {host} al reproducirlo.' },
	zh: { play: '播放:{title}', asks: '点击播放后才会从 {host} 加载视频。' }
});
