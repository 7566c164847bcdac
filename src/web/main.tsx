import '@fontsource-variable/inter/wght.css';
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { reportCss } from '../report/index.ts';
import { App } from './app.tsx';

// The report brings its own style, the same as in the file that is saved; the page's own comes after it.
const style = document.createElement('style');
style.textContent = reportCss;
document.head.prepend(style);

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
