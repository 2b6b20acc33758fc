import { config } from 'zod';

// zod compiles schemas with `new Function`, which the content security policy forbids. Said before any schema is made:
// import this before what brings schemas along.
config({ jitless: true });
