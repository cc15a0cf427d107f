import { App } from "cdktf";
import type { EnvironmentSettings } from "../../../stacks/environment/environment-settings";
import { summarize } from "../../../stacks/synthesis/summary";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { withoutLifecycleRules } from "@pipelines/rehearsal/deployment";
import type { Target } from "@pipelines/rehearsal/workspace";
import { type PlanSummary, summarizePlan } from "@pipelines/plan-review/plan-summary";
import { type LockOptions, VersionLock } from "../version-lock";
import { place, SynthesizedStack, TestEnvironment, testImage } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";
import { GitProject } from "./git-project";

type Image = Parameters<typeof testImage>[0];

/** An environment that the real Terraform deploys to local AWS, with a lock in its own git repository. */
class Deployed {
  public readonly git = GitProject.begin();
  public readonly terraform: TerraformFolder;
  private initialised = false;

  public constructor(
    target: Target,
    private readonly aws: LocalAws,
    private readonly settings: Partial<EnvironmentSettings> = {},
  ) {
    this.terraform = TerraformFolder.withConfig(target, "{}");
    this.git.write("README", "");
    this.git.commit();
  }

  /** Runs one synth with these images, and commits the lock. @returns the synth's output */
  public synth(images: Readonly<Record<string, Image>>, options: Partial<LockOptions> = {}): string {
    const lock = VersionLock.open(this.git.lockFile, { frozen: false, ...options });
    const app = new App({ stackTraces: false, skipValidation: true, outdir: temporaryFolder() });
    const stack = new TestEnvironment(
      app,
      {
        environment: "dev",
        buildOnDeploy: true,
        ...this.settings,
        images: Object.entries(images).map(([name, image]) => testImage(image, name)),
      },
      lock,
    );
    this.terraform.write(new SynthesizedStack(stack).text);
    // The provider would wait almost a minute for the rule that expires logs.
    withoutLifecycleRules(this.terraform.folder);
    expect(lock.findings()).toEqual([]);
    lock.write();
    this.git.commit();
    return summarize(app, lock);
  }

  public async plan(): Promise<PlanSummary> {
    if (!this.initialised) await this.terraform.prepare();
    this.initialised = true;
    return summarizePlan(JSON.stringify(await this.terraform.plan()), {
      stack: "dev",
      base: { accounts: [place.account] },
    });
  }

  /** Applies the latest plan. @returns Terraform's errors */
  public async apply(): Promise<string> {
    const { code, output } = await this.terraform.terraform(["apply", "plan.bin"]);
    return code === 0 ? "" : output;
  }

  public async deploy(): Promise<PlanSummary> {
    const summary = await this.plan();
    expect(await this.apply()).toBe("");
    return summary;
  }

  /** Returns the tags of the images that were pushed to a repository in local AWS. */
  public tags(repository: string): string[] {
    return this.aws
      .remaining()
      .filter(({ service, kind, name }) => service === "ecr" && kind === "image" && name === repository)
      .flatMap(({ version = "" }) => version.split(", "));
  }

  /** Returns the tag in the output `image_uris`. */
  public async uriTag(image: string): Promise<string> {
    const outputs = JSON.parse(await this.terraform.succeed("output", "-json", "image_uris")) as Record<string, string>;
    return outputs[image]?.split(":")[1] ?? "";
  }
}

const immutable: Image = { imageTagMutability: "IMMUTABLE", containerTags: [] };

describeWithTerraform("Versions in AWS", (terraform) => {
  let aws: LocalAws;
  let target: Target;
  beforeEach(async () => {
    aws = await startLocalAws({ speed: 8000 });
    target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: place.account });
  });
  afterEach(() => aws.close());

  it("hold if a branch, then main, then the branch again deploys to one environment with an immutable repository", async () => {
    const dev = new Deployed(target, aws);
    const main = { web: immutable };
    const branch = { web: { ...immutable, parentImage: "alpine:3" } };
    dev.synth(main);
    await dev.deploy();
    dev.git.git("checkout", "--quiet", "-b", "branch");
    dev.synth(branch);
    expect((await dev.deploy()).needsApproval).toBe(false);

    // Main has not advanced, so its n is lower than the one that the branch deployed.
    dev.git.git("checkout", "--quiet", "main");
    dev.synth(main);
    const refused = await dev.plan();
    expect(refused.needsApproval).toBe(true);
    expect(refused.markdown).toMatch(/^⚠️ dev: \*\*versions conflict in 1 place\*\*/m);
    expect(refused.markdown).toContain("`npm run synth -- --forward web --environment dev`");

    // With a change of its own, main gets the same n, and so does the branch afterward.
    const changed = { web: { ...immutable, parentImage: "alpine:4" } };
    dev.synth(changed);
    expect((await dev.deploy()).needsApproval).toBe(false);
    dev.git.git("checkout", "--quiet", "branch");
    dev.synth(branch);
    expect((await dev.plan()).needsApproval).toBe(false);

    // The repository already has the tag with the branch's number.
    expect(await dev.apply()).toMatch(/already exists in the 'web' repository/);
    const forward = { forward: [{ image: "web", environment: "dev", past: undefined }] };
    dev.synth(branch, forward);
    // Only the leftovers of the failed deploy need approval.
    expect((await dev.deploy()).markdown).toMatch(
      /^⚠️ dev: \*\*approval is needed in 1 place\*\*[^]*recipe `dev-web` \| a leftover from an earlier replacement is destroyed/,
    );
    expect(dev.tags("web")).toContain(await dev.uriTag("web"));

    // The remedy in the message works.
    dev.git.git("checkout", "--quiet", "main");
    dev.synth(changed);
    expect((await dev.plan()).markdown).toContain("`npm run synth -- --forward web --environment dev`");
    dev.synth(changed, forward);
    expect((await dev.deploy()).needsApproval).toBe(false);
    expect(dev.tags("web")).toContain(await dev.uriTag("web"));
  });

  it("move forward if a deployed change is reverted in git", async () => {
    const dev = new Deployed(target, aws);
    dev.synth({ web: immutable });
    await dev.deploy();
    dev.synth({ web: { ...immutable, parentImage: "alpine:3" } });
    await dev.deploy();
    dev.git.git("revert", "--no-edit", "HEAD");
    expect(dev.synth({ web: immutable })).toMatch(/^web: recipe 1\.0\.0 → 1\.0\.2\d{4} \(after 1\.0\.1\d{4}\)/m);
    expect((await dev.deploy()).needsApproval).toBe(false);
    expect(dev.tags("web")).toHaveLength(3);
  });

  it.each<[string, Image, Image]>([
    ["tests change in a mutable repository", {}, { tests: { timeoutMinutes: 90 } }],
    ["tests change in an immutable repository", immutable, { ...immutable, tests: { timeoutMinutes: 90 } }],
    ["container tags change in a mutable repository", {}, { containerTags: ["stable"] }],
  ])("are new when %s, and the image in image_uris exists", async (_what, before, after) => {
    const dev = new Deployed(target, aws);
    dev.synth({ web: before });
    await dev.deploy();
    const tags = dev.tags("web");
    dev.synth({ web: after });
    await dev.deploy();
    expect(dev.tags("web")).toContain(await dev.uriTag("web"));
    expect(dev.tags("web")).toEqual(expect.arrayContaining(tags.filter((tag) => /^\d/.test(tag))));
    expect((await dev.plan()).markdown).toContain("no changes");
  });

  it("leave behind the repository of an image that is removed from a protected environment, and import it again", async () => {
    const dev = new Deployed(target, aws, { deletionProtection: true });
    const api = { parentImage: "alpine:3" };
    dev.synth({ api, web: api });
    await dev.deploy();
    const pushed = dev.tags("web");
    expect(pushed.length).toBeGreaterThan(0);

    dev.synth({ api });
    // Only the image's log groups are at risk.
    const { markdown } = await dev.deploy();
    expect(markdown.match(/⚠️ Data at risk\*\* \| .*?\|/g)).toEqual([
      expect.stringContaining("log group `/aws/imagebuilder/dev-web`"),
      expect.stringContaining("log group `/aws/imagebuilder/pipeline/dev-web`"),
    ]);
    expect(markdown).toMatch(/ECR repository `web` \| left as it is; Terraform will no longer manage it/);
    expect(dev.tags("web")).toEqual(pushed);

    const message = dev.synth({ api, web: api });
    const [, address = "", name = ""] = /import (aws_ecr_repository\.\S+) (\S+)$/m.exec(message) ?? [];
    expect(name).toBe("web");
    await dev.plan();
    expect(await dev.apply()).toContain("RepositoryAlreadyExistsException");
    await dev.terraform.succeed("import", address, name);
    await dev.deploy();
    expect(dev.tags("web")).toEqual(expect.arrayContaining(pushed.filter((tag) => /^\d/.test(tag))));
  });

  it("keep the old repository of an image that gets a different one in a protected environment", async () => {
    const dev = new Deployed(target, aws, { deletionProtection: true });
    const web = { parentImage: "alpine:3", imageTagMutability: "IMMUTABLE", containerTags: [] } as const;
    dev.synth({ web });
    await dev.deploy();
    const pushed = dev.tags("web");
    dev.synth({ web: { ...web, repository: "team/web" } });
    const { markdown } = await dev.deploy();
    expect(markdown).not.toMatch(/⚠️|ECR repository `web`/);
    expect(dev.tags("web")).toEqual(pushed);
    expect(dev.tags("team/web")).toContain(await dev.uriTag("web"));
    // Terraform still manages the old repository, so a deploy can return to it without an import.
    dev.synth({ web });
    await dev.deploy();
    expect(dev.tags("web")).toHaveLength(2);
  });
});
