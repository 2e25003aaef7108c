import './zod-without-eval.ts';
import '../ui/base.css';
import '../ui/mantine.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followEngine } from '../bridge/engine-state.ts';
import { keepQueriesFresh } from '../bridge/queries.ts';
import { App } from './App.tsx';
import { applyRememberedTheme } from './theme.ts';

applyRememberedTheme();
keepQueriesFresh();
void followEngine();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
