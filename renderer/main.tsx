import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import { App } from './App';
import { loadMessages } from './session/messages';
import './ui/theme.css';

// The page may not make code out of text, and zod need not try.
config({ jitless: true });

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
// What is shown first is shown in the person's language; where that cannot be had, in English.
void loadMessages()
  .catch(() => undefined)
  .finally(() => createRoot(root).render(<App />));
