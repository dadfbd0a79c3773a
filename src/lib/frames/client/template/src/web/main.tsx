import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// First: the styles of blocks, which come with the app, go on from these.
import './font.css';
import './theme.css';
import './base.css';
import './shell.css';
import './ui/ui.css';
import './ui/picture.css';
import { app } from '../app';
import { App } from './app';

createRoot(document.getElementById('root')!).render(
	<StrictMode>
		<App app={app} />
	</StrictMode>
);
