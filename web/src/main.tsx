import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { makeQueryClient } from './http/index.ts';
import { firstLocale, LanguageProvider, loadMessages } from './language/index.ts';
import './fonts.css';
import './tokens.css';
import './base.css';

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no place for the page');
const locale = firstLocale();
const messages = await loadMessages(locale);
createRoot(place).render(
  <StrictMode>
    <LanguageProvider first={{ locale, messages }}>
      <App client={makeQueryClient()} />
    </LanguageProvider>
  </StrictMode>,
);
