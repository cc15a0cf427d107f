import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { helloWorld } from "@pipelines/testing/fixture-app";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { planImage, runScript } from "../plan-image";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

const script = path.join(temporaryFolder(), "script.sh");
fs.writeFileSync(script, "printf 'no newline at the end'; exit 3");

/** Bytes that Buildah's chroot isolation may lose at the end of a command: a full pipe, and a full buffer of its relay. */
const losable = 64 * 1024 + 8 * 1024;

test.each([
  ["its own exit code", undefined, 3],
  ["success, if its failure is ignored", "0", 0],
])("a script ends with %s, after more output than an engine can lose", (_, exitCode, expected) => {
  const command = runScript([], script, exitCode).replace(/^RUN /, "");
  const { status, stdout } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  expect(status).toBe(expected);
  const [first, ...rest] = stdout.split("\n");
  expect(first).toBe("no newline at the end");
  expect(rest.join("\n").length).toBeGreaterThanOrEqual(losable);
  expect(rest.map((line) => line.trimEnd())).toEqual(["##try", ""]);
});

describe("The plan of an image", () => {
  const document = (phase: string, inputs = "{ commands: ['true'] }") =>
    `schemaVersion: 1.0
phases: [{ name: ${phase}, steps: [{ name: First, action: ExecuteBash, inputs: ${inputs} }] }]`;
  const image = resolveImage({
    name: "web",
    folder: helloWorld,
    definition: {
      components: [
        { document: "hello-world.yaml" },
        { managed: "update-linux" },
        { managed: "on-host" },
        { arn: "arn:aws:imagebuilder:us-east-1:444455556666:component/shared/x.x.x" },
      ],
    },
  });
  const documents = new Map([
    ["on-host", document("container-host-test")],
    ["shared", document("build", "{ commands: ['{{ build.First.inputs.nothing }}'] }")],
  ]);
  const { build, components, leftOut } = planImage(image, { parent: "docker.io/library/amazonlinux", documents });

  it("names what it leaves out, and why", () => {
    expect(leftOut).toEqual([
      {
        component: "update-linux",
        reason: "its document is not in this repository: provide it with --component update-linux=<file>",
      },
      {
        component: "on-host",
        reason: "the phase container-host-test runs on the instance, outside the container",
      },
    ]);
  });

  it("has a script for each component that does something, which keeps a list of what it leaves out", () => {
    expect(components).toEqual(["hello-world", "shared"]);
    expect([...build.files.keys()]).toEqual(["bootstrap.sh", "00-hello-world.sh", "01-shared.sh"]);
    expect(build.files.get("01-shared.sh")).toMatch(/^component 'shared' '\/tmp\/try-left-out'$/m);
  });

  it("keeps a reference to what no step has", () => {
    expect(build.files.get("01-shared.sh")).toContain("'{{ build.First.inputs.nothing }}'");
  });
});
