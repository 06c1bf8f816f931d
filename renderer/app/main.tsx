import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/base.css';
import { prefetchBoard } from '../api/board.ts';
import { App } from './App.tsx';
import { loadPreferences } from './preferences.ts';

prefetchBoard();
// Not awaited at the top: the words of another language are a chunk that waits for this one, and neither would end.
void loadPreferences().then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
