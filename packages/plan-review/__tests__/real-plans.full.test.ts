import * as fs from "node:fs";
import * as path from "node:path";
import { protectionsRemoved } from "../protections";
import { type PlanSummary, summarizePlan, summarizePlanFile } from "../plan-summary";
import type { EnvironmentSettings } from "../../../stacks/environment/environment-settings";
import { place, testImage } from "@pipelines/testing/stack";
import { readConfiguration } from "../unusable-plan";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { RealAccount, RealEnvironment, type RealPlan } from "./real-plans";

const base = { accounts: [place.account] };

/** As in dev, a deploy builds what it changed. */
const building: Partial<EnvironmentSettings> = { buildOnDeploy: true, images: [testImage()] };

const firstDay = "at 09:00 UTC on the first day of every month";
const replaced = "A new version replaces the old one in Image Builder; images already pushed to ECR stay as they are.";

function summarize(plan: RealPlan): PlanSummary {
  return summarizePlanFile(plan.file, { stack: "test", base });
}

/** Returns the paragraphs before the table. */
function sentences({ markdown }: PlanSummary): string[] {
  return (markdown.split("\n|")[0] ?? "").trim().split("\n\n");
}

/** The table's rows, without its header. */
function rows({ markdown }: PlanSummary): string[] {
  const [table = ""] = markdown.split("<details>");
  return table.split("\n").filter((line) => line.startsWith("| **"));
}

describeWithTerraform("summaries of plans made by the real Terraform", (terraform) => {
  let environment: RealEnvironment;
  let first: RealPlan;

  beforeAll(async () => {
    environment = await RealEnvironment.start(terraform);
    first = await environment.apply(building);
  });
  afterAll(() => environment.close());

  /** There is no refresh: the state already contains what exists, and a plan takes half the time. */
  const plan = (settings: Partial<EnvironmentSettings>): Promise<RealPlan> =>
    environment.plan(settings, { args: ["-refresh=false"] });

  test("a new environment: its image, and everything else that is created", () => {
    const summary = summarize(first);
    expect(sentences(summary)).toEqual([
      expect.stringMatching(
        /^⚠️ test: \*\*approval is needed in \d+ places\*\*, 1 new image, 1 image will be built \(about 20 minutes\), 22 resources are created, nothing is deleted\.$/,
      ),
    ]);
    expect(summary.needsApproval).toBe(true);
    expect(rows(summary)).toEqual(
      expect.arrayContaining([
        "| **⚠️ Needs approval** | bucket `test-image-builder-logs-123456789012-eu-west-1` | created |",
        "| **⚠️ Needs approval** | IAM policy attachment `AmazonSSMManagedInstanceCore` | created |",
        `| **New image** | pipeline \`test-web\` | its pipeline builds it ${firstDay} |`,
        "| **New version** | component `test-web-hello-world` | `1.0.0`, the first |",
        "| **New version** | recipe `test-web` | `1.0.0`, the first |",
        "| **Created** | ECR repository `web` | created |",
      ]),
    );
  });

  test("no change, according to AWS itself: one sentence, and values that the provider reads back are not reported", async () => {
    const summary = summarize(await environment.plan(building));
    expect(sentences(summary)[0]).toBe("test: no changes.");
    expect(rows(summary)).toEqual([]);
    expect(summary.needsApproval).toBe(false);
  });

  test("a changed component: old and new versions, and the build", async () => {
    const summary = summarize(
      await plan({
        ...building,
        images: [testImage({ components: [{ document: "hello-world.yaml", description: "Says hello" }] })],
      }),
    );
    expect(sentences(summary)).toEqual([
      "test: 1 image will be rebuilt (about 20 minutes), nothing is deleted.",
      replaced,
    ]);
    expect(rows(summary)).toEqual([
      expect.stringMatching(
        /^\| \*\*New version\*\* \| component `test-web-hello-world` \| `1\.0\.0` → `1\.0\.1\d{4}` \(description\) \|$/,
      ),
      expect.stringMatching(
        /^\| \*\*New version\*\* \| recipe `test-web` \| `1\.0\.0` → `1\.0\.1\d{4}` \(components\) \|$/,
      ),
      "| **Rebuilt** | image `test-web` | built by this deploy, about 20 minutes |",
      `| **Pipeline updated** | pipeline \`test-web\` | builds the new version from its next run on: ${firstDay} |`,
      "| **Output changed** | 2 outputs | `recipe_arns`, `recipe_versions` |",
    ]);
    expect(summary.needsApproval).toBe(false);
    expect(summary.markdown.replace(/`1\.0\.1\d{4}`/g, "`new`")).toContain(
      "is re-created, and then the old one is destroyed, because `version` and `description` change\n\n| Attribute | Before | After |\n" +
        '|---|---|---|\n| `description` | `""` | `Says hello` |\n| `version` | `1.0.0` | `new` |',
    );
  });

  test("a different parent image and time of day: the version's cause, and both schedules in words", async () => {
    const summary = summarize(
      await plan({
        ...building,
        images: [testImage({ parentImage: "amazonlinux:2023" })],
        schedule: "cron(0 10 * * ? *)",
      }),
    );
    expect(sentences(summary)[0]).toBe(
      "test: 1 image will be rebuilt (about 20 minutes), 1 schedule changes, nothing is deleted.",
    );
    expect(rows(summary)).toEqual([
      "| **New version** | recipe `test-web` | `1.0.0` → `1.0.18841` (parent image) |",
      "| **Rebuilt** | image `test-web` | built by this deploy, about 20 minutes |",
      `| **Schedule changed** | pipeline \`test-web\` | ${firstDay} → **at 10:00 UTC every day** |`,
      "| **Pipeline updated** | pipeline `test-web` | builds the new version from its next run on: at 10:00 UTC every day |",
      "| **Output changed** | 3 outputs | `parent_images`, `recipe_arns`, `recipe_versions` |",
    ]);
    // The documentation shows this same comment.
    const page = fs.readFileSync(path.join(__dirname, "../../..", "docs", "plan-review.md"), "utf8");
    const [comment = ""] = summary.markdown.split("\n<details>");
    expect(page).toContain(comment.trim());
  });

  test("tags and instance types: values in the table, and a tag on many resources in one row", async () => {
    const summary = summarize(await plan({ ...building, tags: { Team: "platform" }, instanceTypes: ["t3.small"] }));
    expect(sentences(summary)).toEqual([
      "test: 1 resource is updated, tags change on 11 resources, nothing is deleted.",
    ]);
    expect(rows(summary)).toEqual([
      "| **Pipeline updated** | infrastructure configuration `test-image-builder` | `instance_types`, `resource_tags.Team`, `tags_all.Team` change |",
      "| **Tags** | 11 resources | `tags_all.Team`: nothing → `platform` |",
    ]);
  });

  test("a different repository: the images in the old one are at risk, which is reported first", async () => {
    const summary = summarize(await plan({ ...building, images: [testImage({ repository: "other" })] }));
    expect(summary.needsApproval).toBe(true);
    expect(sentences(summary)[0]).toBe(
      "⚠️ test: **data is at risk in 1 place**, 1 image will be rebuilt (about 20 minutes), 2 resources are deleted.",
    );
    expect(rows(summary).slice(0, 2)).toEqual([
      "| **⚠️ Data at risk** | ECR repository `web` | destroyed, and every image in it is lost |",
      "| **New version** | recipe `test-web` | `1.0.0` → `1.0.18196` (repository) |",
    ]);
    expect(rows(summary)).toContain("| **Created** | ECR repository `other` | created |");
  });

  test("a removed image: nothing builds it, and its repository and logs are at risk", async () => {
    const summary = summarize(await plan({ ...building, images: [testImage({}, "api")] }));
    expect(summary.needsApproval).toBe(true);
    expect(sentences(summary)[0]).toBe(
      "⚠️ test: **data is at risk in 3 places, approval is needed in 4 places**, 1 new image, 1 image is removed, 1 image will be built (about 20 minutes), " +
        "9 resources are created, 9 resources are deleted.",
    );
    expect(rows(summary)).toEqual(
      expect.arrayContaining([
        "| **⚠️ Data at risk** | log group `/aws/imagebuilder/test-web` | destroyed, and every log in it is lost |",
        "| **⚠️ Data at risk** | log group `/aws/imagebuilder/pipeline/test-web` | destroyed, and every log in it is lost |",
        "| **⚠️ Data at risk** | ECR repository `web` | destroyed, and every image in it is lost |",
        "| **⚠️ Needs approval** | pipeline `test-web` | destroyed |",
        "| **Image removed** | pipeline `test-web` | nothing builds this image any more |",
      ]),
    );
  });

  test("a removed protection: no plan shows it, but the two configurations do", async () => {
    const before = await plan({ ...building, deletionProtection: true });
    const after = await plan({ ...building, deletionProtection: false });
    const removed = protectionsRemoved(readConfiguration(before.config), readConfiguration(after.config));
    const summary = summarizePlanFile(after.file, { stack: "test", rows: removed, base });
    expect(summarize(after).needsApproval).toBe(false);
    expect(summary.needsApproval).toBe(true);
    expect(rows(summary).slice(0, 2)).toEqual(
      Array(2).fill(
        expect.stringMatching(
          /^\| \*\*⚠️ Data at risk\*\* \| `aws_(s3_bucket\.build_logs|ecr_repository\.repository_web)\w+` \| protection removed: from now on, a plan may destroy it \(`prevent_destroy` is gone\) \|$/,
        ),
      ),
    );
    expect(protectionsRemoved(readConfiguration(after.config), readConfiguration(before.config))).toEqual([]);
  });

  test("mutable tags and shorter log retention need approval", async () => {
    const immutable = testImage({ imageTagMutability: "IMMUTABLE", containerTags: [] });
    await environment.apply({ ...building, images: [immutable] });
    const summary = summarize(
      await plan({ ...building, images: [testImage({ containerTags: [] })], logRetentionDays: 30 }),
    );
    expect(summary.needsApproval).toBe(true);
    const shorter = "`90` → `30`; without approval only longer; 0 is forever";
    expect(rows(summary)).toEqual(
      expect.arrayContaining([
        '| **⚠️ Needs approval** | ECR repository `web` | `image_tag_mutability`: `"IMMUTABLE"` → `"MUTABLE"`; without approval only from left to right: `MUTABLE`, `IMMUTABLE` |',
        `| **⚠️ Needs approval** | log group \`/aws/imagebuilder/test-web\` | \`retention_in_days\`: ${shorter} |`,
        `| **⚠️ Needs approval** | bucket expiry \`test-image-builder-logs-123456789012-eu-west-1\` | \`rule.expiration.days\`: ${shorter} |`,
      ]),
    );
  });

  test("a destroy: everything that contains data is named", async () => {
    const summary = summarize(await environment.planDestroy());
    expect(summary.needsApproval).toBe(true);
    expect(sentences(summary)[0]).toMatch(
      /^⚠️ test: \*\*data is at risk in 4 places, approval is needed in \d+ places\*\*, 1 image is removed, 22 resources are deleted\.$/,
    );
    expect(rows(summary).slice(0, 4)).toEqual([
      "| **⚠️ Data at risk** | log group `/aws/imagebuilder/test-web` | destroyed, and every log in it is lost |",
      "| **⚠️ Data at risk** | log group `/aws/imagebuilder/pipeline/test-web` | destroyed, and every log in it is lost |",
      "| **⚠️ Data at risk** | ECR repository `web` | destroyed, and every image in it is lost |",
      "| **⚠️ Data at risk** | bucket `test-image-builder-logs-123456789012-eu-west-1` | destroyed, and every object in it is lost |",
    ]);
  });
});

const pull = { accounts: ["444455556666", "777788889999"] };
const web = testImage({ consumers: pull });
const child = testImage({ parentImage: { image: "web" } }, "child");
const daily: Partial<EnvironmentSettings> = { buildOnDeploy: true, images: [web, child] };
const withImages = (...images: EnvironmentSettings["images"]): Partial<EnvironmentSettings> => ({ images });
const otherWeb = (definition: Parameters<typeof testImage>[0]) => testImage({ consumers: pull, ...definition });

/** Changes that people make to an environment every day, and changes that need a second reviewer. */
const changes: readonly (readonly [routine: boolean, name: string, Partial<EnvironmentSettings>])[] = [
  [true, "nothing", {}],
  [true, "an image more", withImages(web, child, testImage({}, "api"))],
  [
    true,
    "one more image, built on another",
    withImages(web, child, testImage({ parentImage: { image: "child" } }, "leaf")),
  ],
  [true, "one more image, without a schedule", withImages(web, child, testImage({ schedule: null }, "api"))],
  [true, "an image changed", withImages(otherWeb({ parentImage: "amazonlinux:2023" }), child)],
  [
    true,
    "one component removed, another added",
    withImages(
      otherWeb({ components: [{ arn: "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x" }] }),
      child,
    ),
  ],
  [true, "another schedule", { schedule: "cron(0 10 * * ? *)" }],
  [true, "tags and instance types", { tags: { Team: "platform" }, instanceTypes: ["t3.small"] }],
  [true, "logs and builds kept for longer", { logRetentionDays: 365, keep: { builds: 200 } }],
  [true, "a consumer less", withImages(testImage({ consumers: { accounts: ["444455556666"] } }), child)],
  [true, "no consumers", withImages(testImage(), child)],
  [true, "a container tag more", withImages(otherWeb({ containerTags: ["latest", "stable"] }), child)],
  [true, "a larger volume", withImages(otherWeb({ buildInstance: { volumes: [{ size: 60, type: "gp3" }] } }), child)],
  [
    false,
    "a consumer more",
    withImages(testImage({ consumers: { accounts: [...pull.accounts, "123412341234"] } }), child),
  ],
  [false, "a removed image", withImages(web)],
  [false, "logs kept for a shorter time", { logRetentionDays: 30 }],
  [false, "fewer builds kept", { keep: { builds: 10 } }],
  [
    false,
    "more permissions for builds",
    { buildPermissions: { statements: [{ actions: ["s3:GetObject"], resources: ["*"] }] } },
  ],
  [
    false,
    "a managed policy for builds",
    { buildPermissions: { managedPolicies: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"] } },
  ],
  [false, "a key pair", { keyPair: "laptop" }],
  [false, "a pipeline switched off", withImages(otherWeb({ enabled: false }), child)],
  [false, "no tests", withImages(otherWeb({ tests: { enabled: false } }), child)],
  [false, "no scans of pushed images", { scan: false }],
  [false, "mails about builds", { notifications: { emails: ["a@example.com"] } }],
  [
    false,
    "events for another account's bus",
    { notifications: { eventBus: "arn:aws:events:eu-west-1:444455556666:event-bus/mine" } },
  ],
  [false, "a further region", { regions: ["eu-central-1"] }],
  [false, "a key", { encryptionKey: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" }],
  [false, "instances that are kept after a failure", { terminateInstanceOnFailure: false }],
];

describeWithTerraform("the gate, with plans of environments and accounts", (terraform) => {
  const github = { repository: "acme/images" };

  test("treats everyday changes to an environment as routine, and requires approval for all others", async () => {
    const environment = await RealEnvironment.start(terraform);
    try {
      await environment.apply(daily);
      // Only Terraform counts the values that the provider reads back after a first deploy as drift.
      expect(summarize(await environment.plan(daily)).needsApproval).toBe(false);
      const verdicts: (readonly [string, string])[] = [];
      for (const [, name, settings] of changes) {
        const { file } = await environment.plan({ ...daily, ...settings }, { args: ["-refresh=false"] });
        const { needsApproval, markdown } = summarizePlanFile(file, { stack: "test", base });
        verdicts.push([name, needsApproval ? `approval: ${markdown.split("\n", 1)[0] ?? ""}` : "routine"]);
      }
      expect(verdicts).toEqual(
        changes.map(([routine, name]) => [name, routine ? "routine" : (expect.stringMatching(/^approval/) as string)]),
      );
    } finally {
      await environment.close();
    }
  });

  test("treats new and changed images in a group as routine, and requires approval for changes that a group should not make", async () => {
    const own = await RealEnvironment.start(terraform);
    try {
      const group = await RealEnvironment.start(terraform, "test-web", own);
      const grouped = (...images: EnvironmentSettings["images"]): Partial<EnvironmentSettings> => {
        return { buildOnDeploy: true, images: [web], groups: { web: { images } } };
      };
      const inGroups = { ...base, environment: "test" };
      const config = readConfiguration((await own.apply(grouped(child))).config);
      const neighbours = { environment: "test", neighbours: [{ stack: "test", before: config, after: config }] };
      const judge = async (...images: EnvironmentSettings["images"]): Promise<boolean> => {
        const { file } = await group.plan(grouped(...images), { args: ["-refresh=false"] });
        return summarizePlanFile(file, { stack: "test-web", base: inGroups, neighbours }).needsApproval;
      };
      expect(await judge(child)).toBe(false);
      // Without confirmation from the base, an ARN in the plan could belong to anyone.
      const { file } = await group.apply(grouped(child));
      expect(summarizePlanFile(file, { base }).needsApproval).toBe(true);
      expect(summarizePlanFile(file, { base: { ...base, environment: "tes" } }).needsApproval).toBe(true);
      expect(await judge(child, testImage({}, "api"))).toBe(false);
      const volumes = [{ size: 60, type: "gp3" }] as const;
      const larger = testImage({ parentImage: { image: "web" }, buildInstance: { volumes } }, "child");
      expect(await judge(larger)).toBe(false);
      expect(await judge()).toBe(true);
      expect(await judge(testImage({ parentImage: { image: "web" }, consumers: pull }, "child"))).toBe(true);
    } finally {
      await own.close();
    }
  });

  test("treats the role that starts pipelines in all groups of an environment as routine, and no other role", async () => {
    const environment = await RealEnvironment.start(terraform);
    try {
      await environment.apply(daily);
      const { file } = await environment.plan({ ...daily, groups: {} }, { args: ["-refresh=false"] });
      const summary = summarizePlanFile(file, { stack: "test", base });
      expect(rows(summary).filter((row) => row.includes("start-pipelines"))).toEqual([
        expect.not.stringContaining("Needs approval") as string,
      ]);
      const wider = fs.readFileSync(file, "utf8").replaceAll("image-pipeline/test-*", "image-pipeline/*");
      const [row] = rows(summarizePlan(wider, { stack: "test", base })).filter((each) =>
        each.includes("image-pipeline/*"),
      );
      expect(row).toContain("Needs approval");
    } finally {
      await environment.close();
    }
  });

  test("treats an account's share of everyday changes as routine, and requires approval for one more environment", async () => {
    const account = await RealAccount.start(terraform, github);
    try {
      await account.apply(withImages(web));
      const judge = async (...environments: Partial<EnvironmentSettings>[]): Promise<boolean> =>
        summarizePlanFile(await account.plan(...environments), { base }).needsApproval;
      expect(await judge(withImages(web, testImage({}, "api")))).toBe(false);
      expect(await judge(withImages(web, child))).toBe(false);
      expect(await judge(withImages(testImage({ repository: "other" })))).toBe(false);
      expect(await judge(withImages(web), { environment: "other", repositoryPrefix: "other" })).toBe(true);
      expect(await judge({ ...withImages(web), encryptionKey: "arn:aws:kms:eu-west-1:123456789012:key/1" })).toBe(true);
    } finally {
      await account.close();
    }
  });
});
