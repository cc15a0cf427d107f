import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { expectFile } from "@pipelines/testing/expected";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { compareWithAwstoe } from "../compare";
import { Engine } from "../engine";
import { awstoe, define, documentsOf, load, tinyRoot, whenBuilding } from "./fixture-images";
import { thrownBy } from "./run-document";

const request = { image: "web", load, awstoe };

whenBuilding("AWS's own executor", () => {
  test("is compared with the compiled scripts by exit codes and files", async () => {
    const compare = async (): Promise<readonly string[]> =>
      (await compareWithAwstoe(request, new Engine("buildah"), () => undefined)).differences;
    define("web", documentsOf("mkdir /made; echo a >/made/same", "test -e /made/same"));
    expect(await compare()).toEqual([]);
    const differently =
      "umask 022; mkdir /made; cd /made; echo a >same; echo a >mode; echo $AWSTOE >text; ln -s ${AWSTOE:-x} link; test -z $AWSTOE || chmod 600 mode; test $AWSTOE || touch 'only here'";
    define("web", documentsOf(differently, "test -z $AWSTOE || exit 3"));
    const sum = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
    expect(await compare()).toEqual([
      "web test.Look: ok here, failed, exit code 3 by AWSTOE",
      "awstoe './made/link' -> 'stand-in' lrwxrwxrwx 0:0",
      "here './made/link' -> 'x' lrwxrwxrwx 0:0",
      "awstoe ./made/mode -rw------- 0:0",
      "here ./made/mode -rw-r--r-- 0:0",
      "here ./made/only here -rw-r--r-- 0:0",
      `here ./made/only here sha256 ${sum("")}`,
      `here ./made/text sha256 ${sum("\n")}`,
      `awstoe ./made/text sha256 ${sum("stand-in\n")}`,
    ]);
  });

  test("cannot be compared on an image without the necessary tools, or saved in a file, with reviewed messages", async () => {
    define("web", documentsOf("ln -sf bash /bin/sh; rm /bin/stat", "true"));
    const engine = new Engine("buildah");
    const file = path.join(temporaryFolder(), "file");
    fs.writeFileSync(file, "");
    const mistakes: Readonly<Record<string, () => unknown>> = {
      "an image without stat": () => compareWithAwstoe(request, engine, () => undefined),
      "a file instead of a folder": () => {
        engine.save(tinyRoot, path.join(file, "folder"));
      },
    };
    const texts: string[] = [];
    for (const [what, run] of Object.entries(mistakes)) {
      const said = (await thrownBy(run)).replaceAll(path.dirname(file), "<folder>");
      // A busy engine adds lines to its log, which is all on the message's line.
      const engineWords = /(?<=found: {3}(?:there is no stat in the image\\n)?)(?!there is).*/;
      texts.push(`# ${what}\n\n${said.replace(engineWords, "<the engine's own words>")}\n`);
    }
    expectFile(path.join(__dirname, "engine-messages.txt"), texts.join("\n"));
  });
});
