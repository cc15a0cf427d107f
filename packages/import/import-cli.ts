import { resolve } from "node:path";
import { importSource } from "./import-source";

void importSource(process.argv.slice(2), resolve(__dirname, "../..")).then((code) => {
  process.exitCode = code;
});
