import { createRoot } from 'react-dom/client';
import { App } from './app';
import './styles/main.css';

const host = document.getElementById('app');
if (host) createRoot(host).render(<App />);
