import * as fs from "node:fs";
import * as path from "node:path";
import { play, stepsOf } from "@pipelines/testing/page";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

const page = `# A page

## Write

1. A file:

   \`\`\`ts
   // src/one.ts
   const one = 1;
   \`\`\`

2. A change, and what it prints:

   \`\`\`diff
   --- src/one.ts
   -const one = 1;
   +const one = 2;
   \`\`\`

   \`\`\`console
   $ cat src/one.ts
   const one = …;
   $ printf 'a\\nb\\nc\\n1 error\\n' && false
   a
   …
   1 error
   \`\`\`

\`\`\`sh
not played
\`\`\`

## Other

\`\`\`console
$ false
\`\`\`
`;

describe("The steps on a page", () => {
  it("are the files, changes and commands in a section, in order, and can be followed", () => {
    const steps = stepsOf(page, "Write");
    expect(steps.map(({ kind }) => kind)).toEqual(["file", "change", "command", "command"]);
    const folder = temporaryFolder();
    play(steps, folder);
    expect(fs.readFileSync(path.join(folder, "src/one.ts"), "utf8")).toBe("const one = 2;\n");
  });

  it.each([
    ["a command that fails", "```console\n$ false\n```\n", "ended with 1"],
    ["output other than shown", "```console\n$ echo one\ntwo\n```\n", "printed:\n\none\n\nThe page says:\n\ntwo"],
    ["success instead of the error shown", "```console\n$ echo 1 error\n1 error\n```\n", "ended with 0"],
    ["a line that is not in the file", "```diff\n--- a.txt\n-two\n+three\n```\n", "a.txt does not have:\ntwo"],
    ["nothing to follow", "```sh\nls\n```\n", "the page has no steps"],
  ])("cannot be followed with %s", (_what, text, message) => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, "a.txt"), "one\n");
    expect(() => {
      play(stepsOf(text), folder);
    }).toThrow(message);
  });

  it("must be in an existing section", () => {
    expect(() => stepsOf(page, "Nothing")).toThrow('the page has no section "Nothing"');
  });
});
