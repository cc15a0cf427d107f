import { Progress } from "../progress";
import { summaryOf, type TryResult } from "../try-image";

function shown(...lines: readonly string[]): { readonly progress: Progress; readonly said: readonly string[] } {
  const said: string[] = [];
  const progress = new Progress((line) => said.push(line));
  for (const line of lines) progress.line(line);
  return { progress, said };
}

test("An engine's messages about its own work are not shown, but a step's output always is", () => {
  const noise = [
    ...["STEP 2/3: RUN x", "--> Using cache", "COMMIT web", "Successfully tagged web", "a".repeat(64), "[2/3] RUN x"],
    ...["[build 2/3] RUN x", "DONE 0.1s", "CACHED", "sha256:abc", 'time="2026"', "subprocess exited with status 3"],
    'Error: building at STEP "RUN --mount=type=bind,source=01-web.sh',
  ];
  expect(shown(...noise, "CACHED too").said).toEqual(["  CACHED too"]);
  expect(shown("##try step|build|A|ExecuteBash", ...noise).said.slice(1)).toEqual(
    noise.map((each) => `      | ${each}`),
  );
  expect(shown("#7 1.234 text", "#7 text\r").said).toEqual(["  text", "  text"]);
});

test("A step is shown with its output, its attempts and its end", () => {
  const { progress, said } = shown(
    ...["##try component|web", "##try step|build|A|ExecuteBash", "one", "", "two", ""],
    ...["##try retry|exit code 1|2|3", "", "##try end|failed|exit code 1|2", "##try end|ok", "##try note|a note"],
    ...["##try step|build|B|Reboot", "##try end|left-out|no restart", "##try left-out|web|build.B|no restart"],
    ...["##try left-out|web||outside", "##try nonsense|x", "##try tests|passed", "Error: on purpose"],
  );
  expect(said.map((line) => line.replace(/\d+\.\d s/, "0.0 s"))).toEqual([
    ...["  web", "    build.A (ExecuteBash)", "      | one", "      | ", "      | two"],
    ...["      exit code 1; attempt 2 of 3", "      failed: exit code 1|2 (0.0 s)", "    a note"],
    ...["    build.B (Reboot)", "      left out: no restart (0.0 s)", "  left out: web: outside"],
  ]);
  expect(progress.steps).toMatchObject([
    { component: "web", phase: "build", name: "A", outcome: "failed", attempts: 2, log: ["one", "", "two"] },
    { component: "web", phase: "build", name: "B", outcome: "left-out", attempts: 1, log: [] },
  ]);
  expect(progress).toMatchObject({ started: ["web"], testsPassed: true, lastLines: ["Error: on purpose"] });
  expect(progress.leftOut.map(({ step }) => step)).toEqual(["build.B", ""]);
});

test("Of a long output, the last lines are kept", () => {
  const numbers = Array.from({ length: 1000 }, (_, at) => `line ${at}`);
  expect(shown(...numbers).progress.lastLines).toEqual(numbers.slice(-20));
  const { progress } = shown("##try step|build|A|ExecuteBash", ...numbers, "##try end|failed|exit code 1");
  expect(progress.steps[0]?.log).toEqual(numbers.slice(-20));
});

test("The summary says what ran, what did not, and why it failed", () => {
  const step = { component: "web", phase: "build", name: "A", action: "ExecuteBash", seconds: 1, attempts: 1, log: [] };
  const result: TryResult = {
    ...{ image: "web", root: "debian:12", system: undefined, engine: "buildah", built: ["web"], seconds: 2.5 },
    steps: [{ ...step, outcome: "ok" }],
    ...{ cached: [], leftOut: [] },
  };
  expect(summaryOf(result)).toBe("\nweb passed on debian:12 in 2.5 s: 1 step run\n");
  const likely = { title: "A command failed.", advice: "Look at it." };
  expect(
    summaryOf({
      ...result,
      system: { id: "debian", name: "Debian 12" },
      steps: (["failed", "skipped", "skipped", "ignored"] as const).map((outcome) => ({ ...step, outcome })),
      cached: ["a", "b"],
      leftOut: [
        { component: "web", step: "build.B", reason: "no" },
        { component: "c", reason: "none" },
      ],
      failure: { where: "web build.A", reason: "exit code 1", lines: ["one", "two"], likely },
    }),
  ).toBe(`
web build.A failed: exit code 1
  | one
  | two
  likely: A command failed. Look at it.

web failed on debian:12 (Debian 12) in 2.5 s: 4 steps run, 2 skipped, 1 ignored, 2 components unchanged
left out: web build.B: no
left out: c: none
`);
});
