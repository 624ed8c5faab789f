import { OWN_MEMORY } from './ownMemory';

// This process has read them as it began. The programs that it starts are run as they are for people.
for (const name of Object.keys(OWN_MEMORY)) Reflect.deleteProperty(process.env, name);
