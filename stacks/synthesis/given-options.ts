import { readOptions } from "./options";

/** What this process's command line asks a synth to do. Asking for help, or a mistake, ends the process. */
export const options = readOptions(process.argv.slice(2), process.env);
