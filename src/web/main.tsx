import '@fontsource-variable/inter/wght.css';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { reportCss } from '../report/index.ts';
import { AuditPage } from './audit-page.tsx';

// The report brings its own style, the same as in the file that is saved; the page's own comes after it.
const style = document.createElement('style');
style.textContent = reportCss;
document.head.prepend(style);

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <AuditPage />
  </StrictMode>,
);
