import * as path from "node:path";
import { lockProblem } from "./provider-lock";

// Ends with 1 and the reason if the provider's lock of this checkout may not be used.
const problem = lockProblem(path.join(__dirname, "..", ".."));
if (problem !== undefined) process.stderr.write(`${problem}\n`);
process.exitCode = problem === undefined ? 0 : 1;
