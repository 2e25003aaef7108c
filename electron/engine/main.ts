import { keepYoungSpaceSmall } from './young-space.ts';

keepYoungSpaceSmall();
await import('./serve.ts');
