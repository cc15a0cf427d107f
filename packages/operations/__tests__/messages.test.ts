import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  DeleteRepositoryCommand,
  PutImageCommand,
} from "@aws-sdk/client-ecr";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as path from "node:path";
import { buffer } from "node:stream/consumers";
import { historyTag } from "@pipelines/image-definition/channel-tags";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import type { Faults } from "@pipelines/local-aws/faults";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { clientsOf } from "@pipelines/testing/clients";
import { expectFile } from "@pipelines/testing/expected";
import { built, deploy, environment, prod, run, staging } from "@pipelines/testing/local-environments";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import type { Options } from "@pipelines/findings/command-line";
import { ancestryCommand } from "../ancestry-cli";
import { buildCommand } from "../build-cli";
import type { Command } from "../command";
import { promoteCommand } from "../promote-cli";
import { revokeCommand } from "../revoke-cli";
import { statusCommand } from "../status-cli";

const commands = {
  ancestry: ancestryCommand,
  build: buildCommand,
  promote: promoteCommand,
  revoke: revokeCommand,
  status: statusCommand,
} as const;

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0, scans: { web: { counts: { CRITICAL: 2, HIGH: 3 } } } });
});
afterEach(async () => {
  await aws.close();
});

type Where = NonNullable<Parameters<typeof run>[3]>;

/** What a command prints, without what differs from run to run. */
async function said(
  line: string,
  environments: readonly EnvironmentDescription[] = [staging, prod],
  options: Where = {},
): Promise<string> {
  const [name = "", ...args] = line.split(" ");
  const command = commands[name as keyof typeof commands] as Command<Options>;
  const { code, out, err } = await run(
    aws,
    command,
    args.map((arg) => arg.replaceAll("_", " ")),
    { environments, ...options },
  );
  const text = `${out}${err}`
    .replaceAll(/sha256:[0-9a-f]{64}/g, "sha256:<64 digits>")
    .replaceAll(/sha256:[0-9a-f]{12}/g, "sha256:<12 digits>")
    .replaceAll(/\d+ [A-Z][a-z]{2} \d{4} \d\d:\d\d UTC/g, "<time>")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
    .replaceAll(/\d{8}T\d{9}Z/g, "<time>")
    // Jest's own errors are not those of Node.
    .replaceAll("Error: ENOENT", "ENOENT")
    // Layers are copied side by side.
    .replaceAll(/(\d\/\d sha256:<12 digits>) \d+ kB/g, "$1 <size>")
    .replaceAll(/broke off: .*/g, "broke off: <why>")
    .replaceAll(/in \d+\.\d s/g, "in <seconds>");
  return `$ ${line}\n${text}exit code ${code}\n`.replaceAll(/[^' ]*image-pipelines-\w+/g, "<folder>");
}

async function tagIn(place: EnvironmentDescription, name: string, from: string, imageTag: string): Promise<void> {
  const { ecr } = clientsOf(aws, place.region, place.account);
  const imageIds = [{ imageTag: from }];
  const { images } = await ecr.send(new BatchGetImageCommand({ repositoryName: name, imageIds }));
  await ecr.send(new PutImageCommand({ repositoryName: name, imageManifest: images?.[0]?.imageManifest, imageTag }));
}

/** Starts a proxy that passes everything on to local AWS, but changes the bytes of layers. */
async function changingProxy(): Promise<Server> {
  const proxy = createServer((request, response) => {
    const { method = "GET", headers, url = "/" } = request;
    const passed = httpRequest(`${aws.endpoint}${url}`, { method, headers }, (answer) => {
      void buffer(answer).then((body) => {
        const text = body.toString().replaceAll(aws.endpoint, `http://${headers.host ?? ""}`);
        const changed = url.startsWith("/layer/") ? Buffer.alloc(body.length) : Buffer.from(text);
        response.writeHead(answer.statusCode ?? 500, { ...answer.headers, "content-length": changed.length });
        response.end(changed);
      });
    });
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return proxy;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Refuses every call with an error code. */
function refused(code: string): Faults {
  return () => ({ kind: "throttle", code });
}

/** Runs code after a tag has been written for the nth time. */
function afterTag(number: number, work: () => Promise<void>): Faults {
  let count = 0;
  return ({ operation }) =>
    operation === "PutImage" && ++count === number ? { kind: "hook", when: "after", run: work } : undefined;
}

const promoteBase = "promote base --to prod --channel stable";

test("What commands print, right or wrong, is in a file that somebody read", async () => {
  const texts: string[] = [];
  const say = async (line: string, environments?: readonly EnvironmentDescription[]) => {
    texts.push(await said(line, environments));
  };
  for (const name of Object.keys(commands)) await say(`${name} --help`);
  await say("revoke prod base 1.0.0-1 --reason _");
  await say("revoke prod base 1.0.0-1");
  await say(`${promoteBase} --previous --build 1.0.0-1`);
  await deploy(aws, staging);
  await deploy(aws, prod);
  await say("status staging");
  await say("ancestry staging base");
  await say(`${promoteBase} --from staging`);
  await say(`${promoteBase} --previous`);
  await built(aws, staging, "base", "web", "tool", "base", "web");
  await say("ancestry staging web");
  await say("ancestry staging base --build 1.0.0-1 --json");
  await say("ancestry staging base --build 1.0.0-7");
  await say(`${promoteBase} --from staging --build 1.0.0-1`);
  await say(`${promoteBase} --from staging --build 1.0.0-1`);
  await say(`${promoteBase} --from staging --json`);
  await say("promote web --to prod --channel stable --from staging");
  await say("status prod staging");
  await say("status prod --json");
  await say("revoke prod base staging.1.0.0-2 --reason CVE-1_in_zlib");
  await say(`${promoteBase} --build staging.1.0.0-2`);
  await say(`${promoteBase} --from staging`);
  await say("revoke prod base staging.1.0.0-2 --reason again --descendants --delete --json");
  await say("revoke prod base staging.1.0.0-1 --reason bad --delete");
  await say(`${promoteBase} --previous`);
  await say("status prod");
  await tagIn(staging, "base", "1.0.0-2", historyTag("stable", aws.clock.now(), "bob"));
  await say("promote base --to staging --channel stable --build 1.0.0-1");
  aws.clock.skip(3);
  await say("status staging");
  await say(`status prod --html ${path.join(temporaryFolder(), "none", "status.html")}`);
  aws.faults = ({ operation }) => (operation === "GetLayer" ? { kind: "cut" } : undefined);
  await say("promote tool --to prod --channel stable --from staging");
  aws.faults = undefined;
  const { ecr } = clientsOf(aws, prod.region, prod.account);
  await ecr.send(new DeleteRepositoryCommand({ repositoryName: "base", force: true }));
  await say(promoteBase);
  const existing = prod.images.map((image) => ({ ...image, repositoryExists: true }));
  await say(promoteBase, [{ ...prod, images: existing }]);
  const untested = environment("prod", prod.account, [{ name: "tool", tested: false }]);
  await say("promote tool --to prod --channel stable --build x", [untested]);
  await say("build staging nginx");
  await say("build prod web --json");
  await say("build staging tool --cancel");
  aws.failBuilds = { "staging-tool": "toomanyrequests: pull rate limit" };
  await say("build staging tool");
  // A build can fail after it has pushed its image.
  await tagIn(staging, "tool", "1.0.0-1", "1.0.0-2");
  const earlier = { repositoryName: "tool", imageIds: [{ imageTag: "1.0.0-1" }] };
  await clientsOf(aws, staging.region, staging.account).ecr.send(new BatchDeleteImageCommand(earlier));
  await say("promote tool --to staging --channel stable --build 1.0.0-2");
  await say("build staging base --json");
  await say("status staging");
  expectFile(path.join(__dirname, "messages.txt"), texts.join("\n"));
});

test("What commands print if AWS refuses, or something comes between, is in a file that somebody read", async () => {
  const texts: string[] = [];
  const say = async (
    line: string,
    faults?: Faults,
    ...rest: [environments?: EnvironmentDescription[], options?: Where]
  ) => {
    aws.faults = faults;
    texts.push(await said(line, ...rest));
    aws.faults = undefined;
  };
  await say("build staging base");
  await deploy(aws, staging);
  await deploy(aws, prod);
  await built(aws, staging, "base", "base", "base");
  for (const code of ["AccessDeniedException", "ExpiredTokenException", "UnrecognizedClientException"]) {
    await say("status staging", refused(code));
  }
  await say("status staging", () => ({ kind: "internal-error" }), undefined, { settings: { maxAttempts: 1 } });
  await say("ancestry staging base", undefined, undefined, { account: prod.account });
  await say("promote base --to staging --channel beta");
  const withoutChannels = staging.images.map((image) => ({ ...image, channels: [] }));
  await say("promote base --to staging --channel stable", undefined, [{ ...staging, images: withoutChannels }]);
  const proxy = await changingProxy();
  await say("promote base --to prod --channel stable --from staging", undefined, undefined, {
    settings: { endpoint: urlOf(proxy) },
  });
  proxy.close();
  proxy.closeAllConnections();
  const moveStable = () => tagIn(staging, "base", "1.0.0-3", "stable");
  await say("promote base --to staging --channel stable --build 1.0.0-1", afterTag(1, moveStable));
  await say("promote base --to staging --channel stable --build 1.0.0-2", afterTag(2, moveStable));
  expectFile(path.join(__dirname, "refusals.txt"), texts.join("\n"));
});
