import * as fs from "node:fs";
import * as path from "node:path";
import { play } from "./conversation";

const folder = path.join(__dirname, "conversations");

/** To add a request, write it without an answer, and run this with `CONVERSATIONS=write`. */
test.each(fs.readdirSync(folder))("every request in %s needs these permissions and gets this answer", async (file) => {
  const conversation = fs.readFileSync(path.join(folder, file), "utf8");
  const played = await play(conversation);
  if (process.env["CONVERSATIONS"] === "write") fs.writeFileSync(path.join(folder, file), played);
  else expect(played).toBe(conversation);
});
