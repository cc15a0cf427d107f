import * as fs from "node:fs";
import * as path from "node:path";
import { BatchGetImageCommand, PutImageCommand } from "@aws-sdk/client-ecr";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { clientsOf } from "@pipelines/testing/clients";
import { built, deploy } from "@pipelines/testing/local-environments";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { OperatedProject, profilesOf } from "./command-process";

/**
 * What a build may report about itself: text that controls a terminal, gives commands to a workflow, or closes HTML
 * tags.
 */
const hostile =
  "exit status 1\n::error::pwned\n  ::add-mask::x\n##[group]y\r\u001b[31mred\u001b[0m\u0007\u009b2J\u202e </p><script>alert(1)</script>";

const project = new OperatedProject();
const { staging, prod } = project;
const config = profilesOf(staging, prod);

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ speed: 0, failBuilds: {} });
  await deploy(aws, staging);
  await deploy(aws, prod);
  await built(aws, staging, "web");
  aws.failBuilds = { "staging-web": hostile };
});
afterAll(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

type Start = Parameters<OperatedProject["start"]>;

/** Runs a command the way `npm run` does. Its output must contain the hostile text, but only as plain text. */
async function prints(command: Start[0], args: Start[1]): Promise<string> {
  const profiles = ["--profile", "staging=staging", "--profile", "prod=prod"];
  const { child, ended } = project.start(command, [...args, ...profiles], aws, { config });
  const time = setInterval(() => {
    aws.clock.skip(5);
  }, 200);
  child.once("exit", () => {
    clearInterval(time);
  });
  const { code, out, err } = await ended;
  const printed = out + err;
  expect(code).toBe(command === "status" ? 0 : 1);
  expect(printed).toContain("exit status 1");
  expect(printed).toContain("pwned");
  expect(printed).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(printed).not.toMatch(/^\s*::|##\[/m);
  return printed;
}

describe("What a build reports about itself is only text", () => {
  test("in build, including its log; in status, including its page; and in promote", async () => {
    const log = await prints("build", ["staging", "web"]);
    expect(log).toMatch(/reason: exit status 1\n.*pwned/);
    expect(log).toMatch(/│ exit status 1\n.*pwned/);

    const page = path.join(temporaryFolder(), "status.html");
    await prints("status", ["staging", "--html", page]);
    const html = fs.readFileSync(page, "utf8");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toMatch(/<script>alert|[\u0007\u001b\u009b\u202e]/);

    // Someone gives an image the same tag as the failed build.
    const { ecr } = clientsOf(aws, staging.region, staging.account);
    const of = { repositoryName: "web", imageIds: [{ imageTag: "latest" }] };
    const { images: [image] = [] } = await ecr.send(new BatchGetImageCommand(of));
    const manifest = JSON.stringify({ ...(JSON.parse(image?.imageManifest ?? "") as object), annotations: { a: "b" } });
    await ecr.send(new PutImageCommand({ repositoryName: "web", imageManifest: manifest, imageTag: "1.0.0-2" }));
    await prints("promote", ["web", "--to", "prod", "--channel", "stable", "--from", "staging", "--build", "1.0.0-2"]);
  });
});
