import * as path from "node:path";
import { importSource } from "./import-source";

void importSource(process.argv.slice(2), path.resolve(__dirname, "../..")).then((code) => {
  process.exitCode = code;
});
