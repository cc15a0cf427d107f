import { resolve } from "node:path";
import { importSource } from "./import-source";

process.exitCode = importSource(process.argv.slice(2), resolve(__dirname, "../.."));
