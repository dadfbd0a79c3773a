import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { app } from '../app';
import { App } from './app';
import './font.css';
import './theme.css';
import './base.css';
import './shell.css';
import './ui/ui.css';

createRoot(document.getElementById('root')!).render(
	<StrictMode>
		<App app={app} />
	</StrictMode>
);
