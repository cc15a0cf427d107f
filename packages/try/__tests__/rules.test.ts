import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { bash, documentOf, phasesOf, runDocument } from "./run-document";

test("a failing step ends the document, and its exit code is reported", () => {
  const ran = runDocument(documentOf(bash("Bad", "echo a line of the log; exit 3"), bash("Never", "exit 0")));
  expect(ran).toMatchObject({ code: 1, outcomes: ["Bad: failed, exit code 3"] });
  expect(ran.steps[0]?.log).toEqual(["a line of the log"]);
});

test("a failing step with onFailure: Continue lets the next steps and phases run, and fails the document", () => {
  const document = phasesOf({
    build: [bash("Bad", "exit 3", "onFailure: Continue"), bash("Next", "exit 0")],
    validate: [bash("After", "exit 0")],
  });
  expect(runDocument(document)).toMatchObject({
    code: 1,
    outcomes: ["Bad: failed, exit code 3", "Next: ok", "After: ok"],
  });
});

test("a failing step with onFailure: Ignore does not make anything fail", () => {
  const ran = runDocument(documentOf(bash("Bad", "exit 3", "onFailure: Ignore"), bash("Next", "exit 0")));
  expect(ran).toMatchObject({ code: 0, outcomes: ["Bad: ignored, exit code 3", "Next: ok"] });
});

test("of three attempts, the last one succeeds, and the log shows why each was needed", () => {
  const counter = path.join(temporaryFolder(), "counter");
  const ran = runDocument(
    documentOf(bash("Flaky", `echo x >>${counter}; [ "$(wc -l <${counter})" -ge 3 ]`, "maxAttempts: 3")),
  );
  expect(ran).toMatchObject({ code: 0, outcomes: ["Flaky: ok"] });
  expect(ran.steps[0]?.attempts).toBe(3);
  expect(ran.log).toContain("exit code 1; attempt 3 of 3");
});

test("a step that fails in all attempts is tried at most maxAttempts times", () => {
  const counter = path.join(temporaryFolder(), "counter");
  const ran = runDocument(documentOf(bash("Bad", `echo x >>${counter}; exit 1`, "maxAttempts: 3")));
  expect(ran).toMatchObject({ code: 1, outcomes: ["Bad: failed, exit code 1"] });
  expect(fs.readFileSync(counter, "utf8")).toBe("x\nx\nx\n");
});

test("a step that exceeds its timeout is stopped", () => {
  const began = Date.now();
  const ran = runDocument(documentOf(bash("Slow", "echo waiting; sleep 60", "timeoutSeconds: 1")));
  expect(ran).toMatchObject({ code: 1, outcomes: ["Slow: failed, timed out after 1 s"] });
  expect(ran.log).toContain("waiting");
  expect(Date.now() - began).toBeLessThan(20_000);
});

test("every attempt gets the full time, and all iterations of a loop share it", () => {
  const fields = "timeoutSeconds: 4\nmaxAttempts: 2\nloop:\n  for: { start: 1, end: 4, updateBy: 1 }";
  const ran = runDocument(documentOf(bash("Slow", "echo at {{ loop.value }}; sleep 1.5", fields)));
  expect(ran.outcomes).toEqual([expect.stringMatching(/^Slow: failed, timed out after 4 s, in iteration [123]$/)]);
  expect(ran.log.match(/at 1/g)).toHaveLength(2);
});

test("a step does not end while a process that it started keeps the step's output open", () => {
  const ran = runDocument(documentOf(bash("Daemon", "sleep 30 &"), bash("Never", "exit 0")), { patience: 22 });
  expect(ran.code).toBe(1);
  expect(ran.outcomes).toEqual([
    "Daemon: failed, did not end: its command did, with exit code 0, but a process that it started keeps its output open",
  ]);
});

test("a process that closes its output or ends soon does not delay anything", () => {
  const ran = runDocument(documentOf(bash("Daemon", "sleep 30 >/dev/null 2>&1 & sleep 0.5 &"), bash("Next", "true")));
  expect(ran).toMatchObject({ code: 0, outcomes: ["Daemon: ok", "Next: ok"] });
});

test("outputs are chained through a loop, joined by newlines, and split again", () => {
  const document = documentOf(
    bash("First", "printf 'a b'; echo on the other stream >&2"),
    bash(
      "Each",
      "printf '%s' '{{ letters.index }}-{{ letters.value }}'",
      "loop:\n  name: letters\n  forEach: ['{{ build.First.outputs.stdout }}', \"it's\"]",
    ).replace("it's", "its"),
    bash(
      "Lines",
      "echo '[{{ loop.value }}]'",
      "loop:\n  forEach:\n    list: '{{ build.Each.outputs.stdout }}'\n    delimiter: \"\\n\"",
    ),
    bash("All", "cat <<'X'\n{{ build.Lines.outputs.stdout }}\nX"),
  );
  const ran = runDocument(document);
  expect(ran.outcomes).toEqual(["First: ok", "Each: ok", "Lines: ok", "All: ok"]);
  expect(ran.log.split("All (ExecuteBash)")[1]).toContain("| [0-a b]\n      | [1-its]\n");
});

test("a loop counts down, and ends at the iteration that fails", () => {
  const fields = "loop:\n  for: { start: 3, end: 1, updateBy: -1 }";
  const ran = runDocument(documentOf(bash("Down", "echo at {{ loop.value }}; [ {{ loop.value }} -ne 2 ]", fields)));
  expect(ran.outcomes).toEqual(["Down: failed, exit code 1, in iteration 1"]);
  expect(ran.log).not.toContain("at 1");
});

test("parameters come from the recipe or their defaults, constants never change, and inputs from other steps are chained", () => {
  const head = `parameters:
  - Who: { type: string, default: nobody }
  - What: { type: string, default: "it's $HOME \`x\`" }
constants:
  - Folder: { type: string, value: /tmp }
`;
  const document = phasesOf(
    {
      build: [
        bash("Say", "cat <<'X'\n{{ Who }} {{What}} {{ Folder }} {{ Unknown }} ${{ secrets.x }}\nX"),
        bash("Chain", "cat <<'X'\n{{ build.File.inputs[1].content }}\nX"),
        "name: File\naction: CreateFile\ninputs:\n  - path: a\n  - path: b\n    content: '{{ Who }}!'",
      ],
    },
    head,
  );
  const ran = runDocument(document, { parameters: { Who: "somebody" } });
  expect(ran.log).toContain("| somebody it's $HOME `x` /tmp {{ Unknown }} ${{ secrets.x }}\n");
  expect(ran.log).toContain("| somebody!\n");
});

test("a reference to a loop other than the step's own stays unchanged", () => {
  expect(runDocument(documentOf(bash("Say", "echo '{{ loop.value }} {{ other.index }}'"))).log).toContain(
    "| {{ loop.value }} {{ other.index }}",
  );
});

test("external variables are resolved, or else the step is left out", () => {
  const ran = runDocument(
    documentOf(
      bash(
        "Environment",
        "echo '{{ env:GIVEN }} in {{ context:phase }}.{{ context:step }} on {{ context:osPlatform }}'",
      ),
      bash("Region", "echo '{{ context:region }}'"),
      bash("Secret", "echo '{{ aws:ssm:/token }}'"),
      bash("Metadata", "echo '{{ aws:imds:instance-id }}'"),
    ),
    { place: { account: "111122223333", region: "eu-central-1" } },
  );
  expect(ran.log).toContain("| from the environment in build.Environment on Linux");
  expect(ran.log).toContain("| eu-central-1");
  expect(ran.outcomes.slice(2)).toEqual([
    "Secret: left-out, the Systems Manager parameter /token",
    "Metadata: left-out, the instance metadata instance-id",
  ]);
  expect(ran.code).toBe(0);
});

test("what a container cannot do is left out and reported, and does not make anything fail", () => {
  const ran = runDocument(
    documentOf(
      "name: Restart\naction: Reboot\ninputs: { delaySeconds: 5 }",
      bash("Ask", "exit 194"),
      "name: Get\naction: S3Download\ninputs:\n  - { source: 's3://bucket/key', destination: /tmp/key }",
      "name: Shell\naction: ExecutePowerShell\ninputs: { commands: [dir] }",
      bash("Next", "true"),
    ),
  );
  expect(ran).toMatchObject({
    code: 0,
    outcomes: [
      "Restart: left-out, a container cannot restart",
      "Ask: left-out, it asks for a restart (exit code 194), which a container cannot have",
      "Get: left-out, there are no credentials for the bucket here",
      "Shell: left-out, ExecutePowerShell is for Windows",
      "Next: ok",
    ],
  });
});

test("a condition runs, skips or aborts a step, once for all attempts", () => {
  const never = "{ stringEquals: a, value: b }";
  const ran = runDocument(
    documentOf(
      bash("Skipped", "exit 1", `if: ${never}`),
      bash("Turned", "true", "if: { stringEquals: a, value: b, then: Skip, else: Execute }"),
      bash("Listed", "exit 1", "if: [{ fileExists: /etc/passwd, then: Skip }]"),
      bash("Ended", "true", "if: { folderExists: /etc, then: Abort }\nonFailure: Continue"),
      bash("Chained", "true", "if: { patternMatches: '^v\\d+$', value: '{{ build.Version.outputs.stdout }}' }"),
      bash("Version", "echo v12"),
      bash("Matched", "true", "if: { patternMatches: '^v\\d+$', value: '{{ build.Version.outputs.stdout }}' }"),
    ),
  );
  expect(ran.outcomes).toEqual([
    "Skipped: skipped",
    "Turned: ok",
    "Listed: skipped",
    "Ended: failed, its condition says Abort",
    "Chained: skipped",
    "Version: ok",
    "Matched: ok",
  ]);
});

test("a nested document has its own parameters, and its failure fails the step", () => {
  const inner = phasesOf(
    { build: [bash("Inside", "echo hello {{ Who }}; exit {{ Code }}")], test: [bash("Never", "exit 1")] },
    "parameters:\n  - Who: { type: string }\n  - Code: { type: string, default: '0' }\n",
  );
  const step = (name: string, code: string): string =>
    `name: ${name}\naction: ExecuteDocument\ninputs:\n  document: inner.yaml\n  phases: build\n  parameters:\n    - { name: Who, value: you }\n    - { name: Code, value: '${code}' }`;
  const document = documentOf(
    step("Good", "0"),
    step("Bad", "4"),
    "name: Other\naction: ExecuteDocument\ninputs: { document: none.yaml }",
  );
  const ran = runDocument(document, { documents: new Map([["inner.yaml", inner]]) });
  expect(ran.log).toContain("| hello you");
  expect(ran.outcomes).toContain("Inside: failed, exit code 4");
  expect(ran.code).toBe(1);
  const own = runDocument(documentOf("name: Me\naction: ExecuteDocument\ninputs: { document: document }"), {
    documents: new Map([["document", inner]]),
  });
  expect(own.log).toContain("document runs itself");
});

test("documents may be nested three deep, but not deeper, and none may run itself", () => {
  const inner = (name: string): string =>
    documentOf(`name: Go\naction: ExecuteDocument\ninputs: { document: ${name} }`);
  const documents = new Map([
    ["end", documentOf(bash("End", "echo the end"))],
    ["again", inner("document")],
  ]);
  for (const depth of [1, 2, 3]) documents.set(String(depth), inner(depth === 1 ? "end" : String(depth - 1)));
  expect(runDocument(inner("2"), { documents })).toMatchObject({ code: 0 });
  expect(runDocument(inner("2"), { documents }).log).toContain("| the end");
  const deep = runDocument(inner("3"), { documents });
  expect(deep.code).toBe(1);
  expect(deep.log).toContain("more than 3 documents within each other");
  const self = runDocument(inner("again"), { documents });
  expect(self.code).toBe(1);
  expect(self.log).toContain("document runs itself");
});

test("a parameter without a value, a chain that refers to itself and a document that is empty resolve to nothing", () => {
  const head = "parameters:\n  - Empty: { type: string, default: null }\n  - Given: { type: string, default: null }\n";
  const say = bash("Say", "cat <<'X'\n{{ Empty }} {{ Given }} {{ build.File.inputs.content }}\nX");
  const file = "name: File\naction: CreateFile\ninputs: { path: a, content: 'a{{ build.File.inputs.content }}' }";
  const ran = runDocument(phasesOf({ build: [say, file] }, head), { parameters: { Given: "" } });
  expect(ran.log).toMatch(/\| \{\{ Empty \}\} {2}a{2,30}\{\{ build\.File\.inputs\.content \}\}\n/);
  expect(runDocument("")).toMatchObject({ code: 0, steps: [] });
});

test("one iteration's output can be chained", () => {
  const each = bash("Each", "echo at {{ loop.value }}", "loop:\n  forEach: [a, b, c]");
  const ran = runDocument(documentOf(each, bash("One", "echo '[{{ build.Each[1].outputs.stdout }}]'")));
  expect(ran.log).toContain("| [at b]\n");
});

test.each([[["dash"]], [["bash", "--posix"]], [["busybox", "sh"]]])("the script runs in %j", (shell) => {
  const ran = runDocument(
    documentOf(
      bash("One", "printf 'no end of line'"),
      bash("Two", "echo '{{ build.One.outputs.stdout }}'; echo wrong >&2; exit 5", "maxAttempts: 2\nonFailure: Ignore"),
      bash("Three", "sleep 20", "timeoutSeconds: 1"),
    ),
    {},
    shell,
  );
  if (ran.code === -1) {
    console.warn(`SKIPPED: ${shell.join(" ")} is not installed on this machine`);
    return;
  }
  expect(ran.outcomes).toEqual(["One: ok", "Two: ignored, exit code 5", "Three: failed, timed out after 1 s"]);
});
