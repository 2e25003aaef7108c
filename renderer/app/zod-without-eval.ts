import { z } from 'zod';

// The page's policy forbids eval; zod must know before the first schema is made, so this file is imported first.
z.config({ jitless: true });
