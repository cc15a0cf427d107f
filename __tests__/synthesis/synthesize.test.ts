import { App, TerraformStack } from "cdktf";
import * as fs from "node:fs";
import * as path from "node:path";
import { AccountStack } from "../../stacks/account/account-stack";
import { summarize } from "../../stacks/synthesis/summary";
import { synthesize } from "../../stacks/synthesis/synthesize";
import { withoutTokenTraces } from "../../stacks/synthesis/faster-cdktf";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import { expectFile } from "@pipelines/testing/expected";
import { TestEnvironment, testImage } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { tree } from "@pipelines/testing/tree";

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A separate project: an output folder and a version lock. */
class Project {
  public readonly folder = temporaryFolder();
  public readonly outdir = path.join(this.folder, "cdktf.out");
  public readonly lock = path.join(this.folder, "image-versions.lock");

  /** Runs a synth of the stacks that `build` adds. */
  public synth(
    build: (app: App, versions: VersionLock) => void,
    options: { readonly frozen?: boolean; readonly hclOutput?: boolean } = {},
  ): Run {
    const { frozen = false, hclOutput = false } = options;
    const versions = VersionLock.open(this.lock, { frozen, withoutHistory: true });
    const output = { out: "", err: "" };
    const code = withoutTokenTraces(() => {
      const app = new App({ stackTraces: false, skipValidation: true, outdir: this.outdir, hclOutput });
      build(app, versions);
      return synthesize(
        app,
        versions,
        { check: false, strict: false },
        {
          out: (text) => (output.out += text),
          err: (text) => (output.err += text),
        },
      );
    });
    return { code, ...output };
  }

  public files(): Record<string, string> {
    return tree(this.folder);
  }
}

type Settings = ConstructorParameters<typeof TestEnvironment>[1];

const environments =
  (...all: Settings[]) =>
  (app: App, versions: VersionLock): void => {
    for (const settings of all) new TestEnvironment(app, settings, versions);
  };

const dev: Settings = { environment: "dev", account: "111122223333" };
const prod: Settings = { environment: "prod", account: "444455556666" };

describe("A synth", () => {
  it("writes every stack and the lock, and returns 0", () => {
    const project = new Project();
    const { code, err } = project.synth(environments(dev, prod));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(Object.keys(project.files()).sort()).toEqual([
      "cdktf.out/manifest.json",
      "cdktf.out/stacks/dev/cdk.tf.json",
      "cdktf.out/stacks/prod/cdk.tf.json",
      "image-versions.lock",
    ]);
    expect(project.files()["image-versions.lock"]).toMatch(/^recipe dev\/web 1\.0\.0 /m);
  });

  it("writes the same bytes a second time", () => {
    const project = new Project();
    project.synth(environments(dev, prod));
    const before = project.files();
    expect(project.synth(environments(dev, prod)).code).toBe(0);
    expect(project.files()).toEqual(before);
  });

  it("removes the folders of former stacks, with whatever Terraform left in them", () => {
    const project = new Project();
    project.synth(environments(dev, prod));
    fs.mkdirSync(path.join(project.outdir, "stacks/prod/.terraform"));
    fs.writeFileSync(path.join(project.outdir, "stacks/prod/.terraform/modules.json"), "{}");
    fs.mkdirSync(path.join(project.outdir, "stacks/dev/.terraform"));
    fs.mkdirSync(path.join(project.outdir, "stacks/somebody-elses"));
    expect(project.synth(environments(dev)).code).toBe(0);
    expect(fs.readdirSync(path.join(project.outdir, "stacks")).sort()).toEqual(["dev", "somebody-elses"]);
    expect(fs.existsSync(path.join(project.outdir, "stacks/dev/.terraform"))).toBe(true);
  });

  it("refuses to write HCL, which CDKTF cannot turn into Terraform", () => {
    const { code, err } = new Project().synth(environments(dev), { hclOutput: true });
    expect(code).toBe(1);
    expectFile(path.join(__dirname, "hcl-message.txt"), err.replaceAll(/\S*cdktf\.out/g, "<folder>"));
  });

  it("continues if an earlier manifest cannot be read", () => {
    const project = new Project();
    project.synth(environments(dev));
    for (const manifest of ["{", "null", "5", '{"stacks":null}']) {
      fs.writeFileSync(path.join(project.outdir, "manifest.json"), manifest);
      expect(project.synth(environments(dev)).code).toBe(0);
    }
  });

  it("does not write a frozen lock, and writes the stacks if the lock matches", () => {
    const project = new Project();
    project.synth(environments(dev));
    fs.rmSync(project.outdir, { recursive: true });
    fs.writeFileSync(project.lock, `${fs.readFileSync(project.lock, "utf8")}# by hand\n`);
    const before = fs.readFileSync(project.lock, "utf8");
    expect(project.synth(environments(dev), { frozen: true }).code).toBe(0);
    expect(fs.readFileSync(project.lock, "utf8")).toBe(before);
    expect(fs.existsSync(path.join(project.outdir, "stacks/dev/cdk.tf.json"))).toBe(true);
  });
});

describe("A synth with mistakes", () => {
  const broken = environments(
    { ...dev, account: "1", images: [testImage({ dockerfile: "nowhere" })] },
    { ...prod, region: "eu-west-9", images: [testImage({ version: "one" })] },
  );

  it("reports the mistakes in all stacks together, and returns 1", () => {
    const { code, out, err } = new Project().synth(broken);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    for (const words of ["IB-ACCOUNT", "IB-FILE-READ", "IB-REGION", "IB-VERSION-LINE", "nowhere", "eu-west-9"]) {
      expect(err).toContain(words);
    }
    expect(err).toMatch(/Nothing was written: .* are unchanged\.\n$/);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it("leaves the output folder and the lock byte for byte as they were", () => {
    const project = new Project();
    project.synth(environments(dev, prod));
    fs.writeFileSync(path.join(project.outdir, "stacks/dev/terraform.tfvars"), "");
    const before = project.files();
    expect(project.synth(broken).code).toBe(1);
    expect(project.files()).toEqual(before);
  });

  it("leaves no output folder if none existed before", () => {
    const project = new Project();
    expect(project.synth(broken).code).toBe(1);
    expect(project.files()).toEqual({});
    expect(fs.existsSync(project.outdir)).toBe(false);
  });

  it("writes neither stacks nor the lock if the last stack has a mistake", () => {
    const project = new Project();
    expect(project.synth(environments(dev, { ...prod, account: "1" })).code).toBe(1);
    expect(project.files()).toEqual({});
  });

  it("also reports CDKTF's own validations", () => {
    const project = new Project();
    const { code, err } = project.synth((app, versions) => {
      environments(dev)(app, versions);
      const stack = new TerraformStack(app, "other");
      stack.node.addValidation({ validate: () => ["the moon is not full"] });
    });
    expect(code).toBe(1);
    expect(err).toContain("the moon is not full");
    expect(project.files()).toEqual({});
  });

  it("reports a stale lock if it is frozen, resource by resource, and writes nothing", () => {
    const project = new Project();
    project.synth(environments(dev));
    const before = project.files();
    const { code, err } = project.synth(environments({ ...dev, images: [testImage({ parentImage: "alpine:3" })] }), {
      frozen: true,
    });
    expect(code).toBe(1);
    expect(err).toContain("IB-LOCK-STALE");
    expect(err).toMatch(/dev: web: recipe 1\.0\.0 → 1\.0\.1\d{4} \(parent image changed\)/);
    expect(err).toContain("npm run synth");
    expect(project.files()).toEqual(before);
  });

  it("does not report an image as removed from a frozen lock if its definition is merely invalid", () => {
    const project = new Project();
    project.synth(environments(dev));
    const { err } = project.synth(environments({ ...dev, images: [testImage({ dockerfile: "nowhere" })] }), {
      frozen: true,
    });
    expect(err).toContain("IB-FILE-READ");
    expect(err).not.toContain("IB-LOCK-STALE");
  });

  it("reports that nothing was written if the lock cannot be written, and leaves no output folder", () => {
    const project = new Project();
    // A folder at the path of the lock's temporary file, which is named after the process.
    fs.mkdirSync(`${project.lock}.${process.pid}.tmp`);
    const { code, out, err } = project.synth(environments(dev));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^image-versions\.lock cannot be written: .*EISDIR.*\nNothing was written\.\n$/);
    expect(fs.existsSync(project.outdir)).toBe(false);
    expect(fs.existsSync(project.lock)).toBe(false);
  });
});

describe("A warning", () => {
  it("is reported without failing the synth", () => {
    const project = new Project();
    const { code, err, out } = project.synth(environments({ ...prod, deletionProtection: true }));
    expect(code).toBe(0);
    expect(err).toContain("IB-PARENT-UNPINNED");
    expect(err).not.toContain("Nothing was written");
    expect(out).toContain("stacks/prod/cdk.tf.json");
  });
});

describe("Synth output", () => {
  it("lists each stack with its path and content, followed by the next steps", () => {
    const project = new Project();
    const build = (app: App, versions: VersionLock): void => {
      environments(dev, { ...prod, region: "us-east-1", buildOnDeploy: false })(app, versions);
      AccountStack.forEnvironmentsOf(app);
    };
    project.synth(build);
    const { out } = project.synth(build);
    const stacks = path.join(path.relative(process.cwd(), project.outdir), "stacks");
    expect(out.split("\n").slice(0, 6)).toEqual([
      `${stacks}/dev/cdk.tf.json: 22 resources, in 111122223333 eu-west-1`,
      "  web 1.0.0, built at 09:00 UTC on the first day of every month",
      `${stacks}/prod/cdk.tf.json: 21 resources, in 444455556666 us-east-1`,
      "  web 1.0.0, built at 09:00 UTC on the first day of every month",
      `${stacks}/state-111122223333-eu-west-1/cdk.tf.json: 7 resources, for the states in that account and region`,
      `${stacks}/state-444455556666-us-east-1/cdk.tf.json: 7 resources, for the states in that account and region`,
    ]);
    expect(out).toContain("\nNext:\n  npm run diff -- dev ");
    expect(out).toContain("\n  npm run deploy -- dev ");
    expect(out.endsWith("\n")).toBe(true);
  });

  it("lists the roles in an account's stack if anyone is trusted", () => {
    const { out } = new Project().synth((app, versions) => {
      environments(dev)(app, versions);
      AccountStack.forEnvironmentsOf(app, { github: { repository: "acme/images", ownerId: 1, repositoryId: 2 } });
    });
    expect(out).toMatch(/: \d\d resources, for the states and the roles in that account and region$/m);
  });

  it("lists no stacks if there are none", () => {
    const { out } = new Project().synth(() => undefined);
    expect(out).toContain("\nNext:\n  add an environment to main.ts: CONTRIBUTING.md lists the steps\n  cat help");
  });

  it("reports as many resources as the file contains", () => {
    const project = new Project();
    const { out } = project.synth(environments(dev));
    const json = JSON.parse(project.files()["cdktf.out/stacks/dev/cdk.tf.json"] ?? "") as {
      resource: Record<string, Record<string, unknown>>;
    };
    const resources = Object.values(json.resource).flatMap((ofType) => Object.keys(ofType));
    expect(out).toContain(`: ${resources.length} resources, `);
  });

  it("shows in plain English when each image is built", () => {
    const { out } = new Project().synth(
      environments({
        ...dev,
        images: [
          testImage({ schedule: "rate(1 day)" }, "rated"),
          testImage({ schedule: null }, "manual"),
          testImage({ schedule: { expression: "cron(30 22 ? * mon *)", timezone: "Europe/Berlin" } }, "zoned"),
          testImage({ enabled: false, schedule: "cron(0 10 * * ? *)" }, "off"),
        ],
      }),
    );
    expect(out).toMatch(/^ {2}rated 1\.0\.0, built every day\b/m);
    expect(out).toMatch(/^ {2}manual 1\.0\.0, built by hand only$/m);
    expect(out).toMatch(/^ {2}zoned 1\.0\.0, built at 22:30 .*Europe\/Berlin.* every Monday$/m);
    expect(out).toMatch(/^ {2}off 1\.0\.0, built at 10:00 UTC every day once it is enabled$/m);
  });

  it("shows the next builds in UTC, whatever the schedule's time zone", () => {
    const project = new Project();
    const app = new App({ stackTraces: false, skipValidation: true, outdir: project.outdir });
    const versions = VersionLock.open(project.lock, { frozen: false, withoutHistory: true });
    const schedules = [
      { expression: "cron(30 22 ? * mon *)", timezone: "Europe/Berlin" },
      "cron(0 10 * * ? *)",
      "cron(0 10 1 1 ? 2020)",
    ];
    const images = schedules.map((schedule, index) => testImage({ schedule }, `image-${index}`));
    environments({ ...dev, images })(app, versions);
    // The clocks go back on the last Sunday of October.
    const lines = summarize(app, versions, [], new Date("2026-10-19T20:00:00Z")).split("\n");
    expect(lines.filter((line) => line.includes(": next ") || line.includes(": never"))).toEqual([
      "at 22:30 Europe/Berlin every Monday: next 2026-10-19 20:30, 2026-10-26 21:30, 2026-11-02 21:30 UTC",
      "at 10:00 UTC every day: next 2026-10-20 10:00, 2026-10-21 10:00, 2026-10-22 10:00 UTC",
      "at 10:00 UTC on the first day of January in 2020: never again",
    ]);
  });

  it("lists the environments that are protected from deletion", () => {
    const pinned = [testImage({ parentImage: "alpine:3" })];
    const { out } = new Project().synth(environments(dev, { ...prod, deletionProtection: true, images: pinned }));
    expect(out).toMatch(/in 111122223333 eu-west-1$/m);
    expect(out).toMatch(/in 444455556666 eu-west-1, protected from deletion$/m);
  });

  it("shows what an enhanced scan requires of the account", () => {
    const { out } = new Project().synth(environments({ ...dev, scan: "enhanced" }, { ...prod, scan: false }));
    expect(out.match(/^ {2}scan: .*$/gm)).toEqual([
      '  scan: "enhanced" needs Amazon Inspector to be on for ECR in 111122223333 eu-west-1, with its service-linked role; without it, AWS refuses the pipeline. To switch it off again, write scan: "basic"',
    ]);
  });

  it("shows what moved and why, once for all environments in which it moved", () => {
    const project = new Project();
    const both = (parentImage: string, inProd = parentImage): Run =>
      project.synth(
        environments(
          { ...dev, images: [testImage({ parentImage })] },
          { ...prod, images: [testImage({ parentImage: inProd })] },
        ),
      );
    expect(both("alpine:1").out.split("\n").slice(0, 2)).toEqual([
      "web: component hello-world 1.0.0 (new) in dev, prod",
      "web: recipe 1.0.0 (new) in dev, prod",
    ]);
    expect(both("alpine:2").out.split("\n")[0]).toBe(
      "web: recipe 1.0.0 → 1.0.13137 (parent image changed) in dev, prod",
    );
    expect(both("alpine:3", "alpine:2").out.split("\n")[0]).toBe(
      "web: recipe 1.0.13137 → 1.0.25665 (parent image changed) in dev",
    );
    expect(both("alpine:3", "alpine:2").out).not.toContain("→");
  });

  it("shows what was removed", () => {
    const project = new Project();
    project.synth(environments(dev));
    expect(
      project
        .synth(environments({ ...dev, images: [] }))
        .out.split("\n")
        .slice(0, 2)
        .sort(),
    ).toEqual([
      "component dev/web/hello-world removed; its number 1.0.0 is kept",
      "recipe dev/web removed; its number 1.0.0 is kept",
    ]);
  });

  it("shows that a changed document moves its component and therefore the recipe", () => {
    const project = new Project();
    const images = (description: string): Settings => ({
      ...dev,
      images: [testImage({ components: [{ document: "hello-world.yaml", description }] })],
    });
    project.synth(environments(images("One")));
    expect(
      project
        .synth(environments(images("Two")))
        .out.split("\n")
        .slice(0, 2),
    ).toEqual([
      "web: component hello-world 1.0.0 → 1.0.18945 (settings changed) in dev",
      "web: recipe 1.0.0 → 1.0.11826 (components changed) in dev",
    ]);
  });
});
