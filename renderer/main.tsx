import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import { App } from './App';
import { loadMessages } from './session/messages';
import './ui/theme.css';

// The page may not make code out of text, and this keeps zod from trying.
config({ jitless: true });

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
// The first screen is in the person's language, or in English where that cannot be had.
void loadMessages()
  .catch(() => undefined)
  .finally(() => createRoot(root).render(<App />));
