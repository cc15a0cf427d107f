import * as fs from "node:fs";
import * as path from "node:path";
import { TerraformStack } from "cdktf";
import { unplannable } from "../plannable";
import { main } from "../plannable-cli";
import { calledFunctions } from "../template-functions";
import { expectFile } from "@pipelines/testing/expected";
import { SynthesizedStack, testApp, TestEnvironment } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { AccountStack } from "../../../stacks/account/account-stack";

const backend = { s3: { bucket: "states", key: "dev/terraform.tfstate", region: "eu-west-1" } };
const requirement = { source: "hashicorp/aws", version: ">= 5.100.0, < 6.23.0" };
const terraform = { backend, required_providers: { aws: requirement }, required_version: ">= 1.10" };
const provider = { region: "eu-west-1", allowed_account_ids: ["111122223333"], default_tags: [{ tags: { a: "b" } }] };
const topic = { aws_sns_topic: { builds: { name: "builds" } } };
const base = { terraform, provider: { aws: [provider] }, resource: topic };

/** Returns the severity and place of each reason. */
const reasons = (config: object, from: object = base) =>
  unplannable({ ...base, ...config }, { ...from }, "dev").map(({ severity, field }) => `${severity} ${field}`);

describe("A stack is planned with credentials", () => {
  test("if it is one of the app's own, with the base's provider and state", () => {
    const app = testApp();
    new TestEnvironment(app, { environment: "dev" });
    new TestEnvironment(app, { environment: "prod", repositoryPrefix: "prod", deletionProtection: true });
    AccountStack.forEnvironmentsOf(app, { github: { repository: "acme/images", ownerId: 1, repositoryId: 2 } });
    const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
    const found = stacks.map((stack) => {
      const config = { ...new SynthesizedStack(stack).json };
      return unplannable(config, config, stack.node.id);
    });
    expect(stacks.length).toBeGreaterThan(0);
    expect(found).toEqual(stacks.map(() => []));
  });

  test.each<[string, object]>([
    ["another default tag", { provider: { aws: [{ ...provider, default_tags: [{ tags: { a: "c", d: "e" } }] }] } }],
    [
      "an alias for a further region",
      { provider: { aws: [provider, { ...provider, alias: "eu-central-1", region: "eu-central-1" }] } },
    ],
    ["another resource of a known type", { resource: { ...topic, aws_ecr_repository: { web: { name: "web" } } } }],
    ["what Terraform forgets", { removed: [{ from: "aws_sns_topic.a", lifecycle: { destroy: false } }] }],
    ["functions that compute", { output: { n: { value: '${length([for a in ["${x}"] : regex("a(b)", a)])}' } } }],
    [
      "text that only looks like a call",
      { output: { a: { value: 'file("/etc/passwd") $${file("a")} %%{file("a")}' } } },
    ],
    ["a tag of that name", { resource: { aws_sns_topic: { a: { tags: { provisioner: "x", count: "y" } } } } }],
  ])("with %s", (_what, change) => {
    expect(reasons(change)).toEqual([]);
  });
});

describe("A stack needs approval before it is planned", () => {
  const other = (change: object) => ({ provider: { aws: [{ ...provider, ...change }] } });
  test.each<[string, object, string[]]>([
    ["another account", other({ allowed_account_ids: ["444455556666"] }), ["provider.aws[0].allowed_account_ids"]],
    ["no fixed account", other({ allowed_account_ids: undefined }), ["provider.aws[0].allowed_account_ids"]],
    ["another region", other({ region: "eu-west-2" }), ["provider.aws[0].region"]],
    ["a role", other({ assume_role: [{ role_arn: "arn" }] }), ["provider.aws[0].assume_role"]],
    ["default tags with a different shape", other({ default_tags: { a: "b" } }), ["provider.aws[0].default_tags"]],
    [
      "an alias with different settings",
      { provider: { aws: [provider, { alias: "b", region: "eu-west-3", allowed_account_ids: ["1"] }] } },
      ["provider.aws[1].allowed_account_ids"],
    ],
    [
      "an alias in another partition",
      { provider: { aws: [provider, { ...provider, alias: "b", region: "cn-north-1" }] } },
      ["provider.aws[1].region", "provider.aws[1].allowed_account_ids"],
    ],
    ["a second provider", { provider: { aws: [provider, provider] } }, ["provider.aws"]],
    [
      "another state",
      { terraform: { ...terraform, backend: { s3: { ...backend.s3, key: "prod/terraform.tfstate" } } } },
      ["terraform.backend.s3.key"],
    ],
    [
      "a backend without settings",
      { terraform: { ...terraform, backend: { local: {} } } },
      ["terraform.backend.local", "terraform.backend.s3"],
    ],
    [
      "another backend",
      { terraform: { ...terraform, backend: undefined, cloud: { organization: "a" } } },
      ["terraform.backend", "terraform.cloud"],
    ],
    [
      "a different provider version range",
      { terraform: { ...terraform, required_providers: { aws: { ...requirement, version: "4.0.0" } } } },
      ["terraform.required_providers.aws.version"],
    ],
    [
      "no provider version range",
      { terraform: { ...terraform, required_providers: {} } },
      ["terraform.required_providers.aws"],
    ],
    ["a setting of Terraform", { terraform: { ...terraform, experiments: ["a"] } }, ["terraform.experiments"]],
    ["an import", { import: [{ id: "a", to: "aws_sns_topic.a" }] }, ["import"]],
    ["a data source", { data: { aws_region: { here: {} } } }, ["data", "data.aws_region"]],
    ["an unknown block", { check: { a: { assert: [] } } }, ["check"]],
    ["an unknown type", { resource: { aws_lambda_function: { a: {} } } }, ["resource.aws_lambda_function"]],
    ["a repeated resource", { resource: { aws_sns_topic: { a: { count: 2 } } } }, ["resource.aws_sns_topic.a.count"]],
    ["a function that hides", { output: { a: { value: '${sensitive("a")}' } } }, ["output.a.value"]],
    ["a provider's function", { output: { a: { value: '${provider::aws::arn_parse("a")}' } } }, ["output.a.value"]],
    ["a here-document", { output: { a: { value: "${<<E\nE\n}" } } }, ["output.a.value"]],
  ])("with %s", (_what, change, at) => {
    const found = unplannable({ ...base, ...JSON.parse(JSON.stringify(change)) } as object as never, base, "dev");
    expect(found.map(({ field }) => field).sort()).toEqual([...at].sort());
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(["warning"]));
  });

  test("if the base does not have it", () => {
    expect(unplannable(base, undefined, "dev")).toEqual([
      expect.objectContaining({ severity: "warning", found: "a stack that the base does not have" }),
    ]);
  });
});

const external = { run: { program: ["sh", "-c", "env"] } };
const provisioner = { "local-exec": { command: "env" } };
const withProvider = (change: object) => ({ provider: { aws: [{ ...provider, ...change }] } });
const withBackend = (change: object) => ({
  terraform: { ...terraform, backend: { s3: { ...backend.s3, ...change } } },
});
const withProviders = (required_providers: object) => ({ terraform: { ...terraform, required_providers } });

/** Things that would run a program, connect to something or read files, each with the place that is refused. */
const hostile: [string, object, string][] = [
  ["a data source that runs a program", { data: { external } }, "data.external"],
  ["one in a list", { data: [{ aws_region: {} }, { external }] }, "data.external"],
  ["one in a check", { check: { c: { data: { external } } } }, "data.external"],
  ["a data source that sends a request", { data: { http: { a: { url: "https://evil" } } } }, "data.http"],
  ["one that calls a function", { data: { aws_lambda_invocation: { a: {} } } }, "data.aws_lambda_invocation"],
  ["another state", { data: { terraform_remote_state: { a: {} } } }, "data.terraform_remote_state"],
  ["an ephemeral resource", { ephemeral: { random_password: { a: {} } } }, "ephemeral.random_password"],
  ["a resource from another provider", { resource: { null_resource: { a: {} } } }, "resource.null_resource"],
  ["another provider", { provider: { aws: [provider], random: {} } }, "provider.random"],
  ["a module", { module: { a: { source: "./a" } } }, "module"],
  ["an action", { action: { a: {} } }, "action"],
  ["a provisioner", { resource: { aws_sns_topic: { a: { provisioner } } } }, "resource.aws_sns_topic.a.provisioner"],
  [
    "a provisioner in a list, before another block of the type",
    { resource: [{ aws_sns_topic: { a: [{ provisioner }] } }, { aws_sns_topic: { b: {} } }] },
    "resource.aws_sns_topic.a.provisioner",
  ],
  ["a provisioner for something removed", { removed: [{ from: "aws_x.a", provisioner }] }, "removed.provisioner"],
  [
    "another provider with the name",
    withProviders({ aws: { source: "evil/aws" } }),
    "terraform.required_providers.aws",
  ],
  [
    "another provider with the name, in lists",
    {
      terraform: [{ ...terraform, required_providers: {} }, { required_providers: [{ aws: { source: "evil/aws" } }] }],
    },
    "terraform.required_providers.aws",
  ],
  [
    "a source that is not text",
    withProviders({ aws: { source: { toString: 1 } } }),
    "terraform.required_providers.aws",
  ],
  [
    "a provider that nothing requires",
    { resource: { aws_sns_topic: { a: { provider: "external" } } } },
    "resource.aws_sns_topic.a.provider",
  ],
  ["a profile, which may run a program", withProvider({ profile: "a" }), "provider.aws[0].profile"],
  ["a file of profiles", withProvider({ shared_config_files: ["a"] }), "provider.aws[0].shared_config_files"],
  ["different AWS endpoints", withProvider({ endpoints: [{ iam: "https://evil" }] }), "provider.aws[0].endpoints"],
  ["a proxy", withProvider({ https_proxy: "https://evil" }), "provider.aws[0].https_proxy"],
  ["no certificate checks", withProvider({ insecure: true }), "provider.aws[0].insecure"],
  ["other certificates", withProvider({ custom_ca_bundle: "a" }), "provider.aws[0].custom_ca_bundle"],
  [
    "a token from a file",
    withProvider({ assume_role_with_web_identity: [{ web_identity_token_file: "a" }] }),
    "provider.aws[0].assume_role_with_web_identity",
  ],
  [
    "an alias with a profile",
    { provider: { aws: [provider, { ...provider, alias: "b", region: "eu-west-3", profile: "a" }] } },
    "provider.aws[1].profile",
  ],
  ["a state's profile", withBackend({ profile: "a" }), "terraform.backend.s3.profile"],
  ["a state's files", withBackend({ shared_config_files: ["a"] }), "terraform.backend.s3.shared_config_files"],
  ["a state's address", withBackend({ endpoints: { s3: "https://evil" } }), "terraform.backend.s3.endpoints"],
  [
    "a state elsewhere",
    { terraform: { ...terraform, backend: { http: { address: "https://evil" } } } },
    "terraform.backend.http",
  ],
  ["a file in an output", { output: { a: { value: '${filebase64("/proc/self/environ")}' } } }, "output.a.value"],
  ["a file behind a comment", { output: { a: { value: '${ file /* a */\n("a") }' } } }, "output.a.value"],
  [
    "a file in a string in an expression",
    { output: { a: { value: '${"a ${"b" == "c" ? file("a") : ""}"}' } } },
    "output.a.value",
  ],
  ["a file in a directive", { output: { a: { value: '%{ for a in [file("a")] }%{ endfor }' } } }, "output.a.value"],
  ["a file in a local value", { locals: { a: '${fileset("/", "*")}' } }, "locals.a"],
  ["a file in a member's name", { output: { a: { value: { '${file("a")}': 1 } } } }, "output.a.value"],
  [
    "a file in a tag on everything",
    withProvider({ default_tags: [{ tags: { a: '${file("a")}' } }] }),
    "provider.aws[0].default_tags[0].tags.a",
  ],
  [
    "a template in a file",
    { resource: { aws_sns_topic: { a: { name: '${templatefile("a", {})}' } } } },
    "resource.aws_sns_topic.a.name",
  ],
];

describe("A stack is refused", () => {
  test.each(hostile)("with %s", (_what, change, at) => {
    const refused = (from: object | undefined) =>
      unplannable({ ...base, ...change }, from && { ...from }, "dev")
        .filter(({ severity }) => severity === "error")
        .map(({ field }) => field);
    expect(refused(base)).toContain(at);
    // A new stack is no exception.
    expect(refused(undefined)).toContain(at);
  });

  test("with nesting that would break its parser", () => {
    let value: unknown = "a";
    for (let depth = 0; depth < 100_000; depth++) value = [value];
    expect(reasons({ output: { a: { value } } })).toEqual(["error undefined"]);
  });

  test("even if it is already in the base, where an earlier pull request could have introduced it", () => {
    const old = { ...base, ...withProvider({ https_proxy: "http://proxy" }) };
    expect(reasons(old, old)).toEqual(["error provider.aws[0].https_proxy"]);
  });
});

describe("Functions of a template", () => {
  test.each([
    ["a ${b(c(d))} %{if(e)}${f[g(1)]}%{endif}", ["b", "c", "g"]],
    ['${{a = "}"}} ${x("}\\"${y()}")}', ["x", "y"]],
    ["${a # b(\n(1)}", ["a"]],
    ["${a", undefined],
    ['${"a}', undefined],
    ["a } b ( c", []],
  ])("of %s", (template, names) => {
    expect(calledFunctions(template)).toEqual(names);
  });
});

describe("npm run plannable", () => {
  const folder = temporaryFolder();
  let printed = "";
  beforeEach(() => {
    printed = "";
    const print = (text: string | Uint8Array) => {
      printed += String(text);
      return true;
    };
    jest.spyOn(process.stdout, "write").mockImplementation(print);
    jest.spyOn(process.stderr, "write").mockImplementation(print);
  });
  afterEach(() => jest.restoreAllMocks());

  const file = (name: string, content: unknown) => {
    const whole = path.join(folder, name);
    fs.writeFileSync(whole, typeof content === "string" ? content : JSON.stringify(content));
    return whole;
  };
  const run = (content: unknown, ...more: string[]) =>
    main([file("change.json", content), "--base", file("base.json", base), ...more]);

  test("exits with 0, 2 or 1: planned, needs approval, refused", () => {
    expect(run(base)).toBe(0);
    expect(printed).toBe("");
    expect(run({ ...base, locals: { a: 1 } })).toBe(2);
    expect(run({ ...base, data: { external } })).toBe(1);
    expect(main([file("change.json", base), "--base", path.join(folder, "none.json")])).toBe(2);
  });

  test("says what was found, what is allowed, and what to do", () => {
    run({ ...base, ...withProvider({ region: "eu-west-2" }) });
    run({ ...base, data: { external } });
    expectFile(path.join(__dirname, "plannable-messages.txt"), printed.replaceAll(folder, ""));
  });

  test("writes what it understood, without duplicate members and without anything that is refused", () => {
    const out = path.join(folder, "out.json");
    const twice = `${JSON.stringify({ data: { external } }).slice(0, -1)},${JSON.stringify({ ...base, data: {} }).slice(1)}`;
    // Terraform would merge both "resource" objects.
    expect(run(twice, "--out", out)).toBe(2);
    expect(JSON.parse(fs.readFileSync(out, "utf8"))).toEqual({ ...base, data: {} });
    fs.rmSync(out);
    expect(run({ ...base, data: { external } }, "--out", out)).toBe(1);
    expect(fs.existsSync(out)).toBe(false);
  });

  test("refuses what it cannot read, with a message", () => {
    expect(run("[]")).toBe(1);
    expect(run('{"a":')).toBe(1);
    expect(main([])).toBe(1);
    expect(printed).toContain("is not a JSON object");
    expect(printed).toContain("no cdk.tf.json");
  });
});
