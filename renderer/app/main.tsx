import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/base.css';
import { prefetchBoard } from '../api/board.ts';
import { App } from './App.tsx';
import { loadPreferences } from './preferences.ts';

prefetchBoard();
await loadPreferences();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
