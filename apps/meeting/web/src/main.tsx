import { createRoot } from 'react-dom/client';
import { App } from './app';
import './styles/main.css';
import { ErrorBoundary } from './ui/error-boundary';

const host = document.getElementById('app');
if (host)
  createRoot(host).render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  );
