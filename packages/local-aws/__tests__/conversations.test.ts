import * as fs from "node:fs";
import * as path from "node:path";
import { expectFile } from "@pipelines/testing/expected";
import { play } from "./conversation";

const folder = path.join(__dirname, "conversations");

// To add a request, write it without an answer, and update the file.
test.each(fs.readdirSync(folder))("every request in %s needs these permissions and gets this answer", async (name) => {
  const file = path.join(folder, name);
  expectFile(file, await play(fs.readFileSync(file, "utf8")));
});
