import * as names from "../full-names";
import { fromRegionalName, regionalName } from "../regional-repository";

const owner = { environment: "staging" };
const place = { account: "123456789012", region: "eu-west-1" };
const web = { name: "Web_App" };

test("Names start with the environment's name; a change to one would replace the resource", () => {
  expect({
    resource: names.resourceName(owner, web),
    part: names.partName(owner, web, { name: "harden" }),
    path: names.builderPath,
    builder: names.builderName(owner),
    ownBuilder: names.ownBuilderName(owner, web),
    workflowRole: names.workflowRoleName(owner),
    logBucket: names.logBucketName({ ...owner, ...place }),
    logKeys: names.logKeyPrefix(owner),
    rule: names.eventRuleName(owner, "image-builds"),
    notificationsRole: names.notificationsRoleName(owner, "bus"),
    rebuildsRole: names.rebuildsRoleName(owner, "-2"),
    rebuildRule: names.rebuildRuleName(owner, web),
    promotionRule: names.rebuildRuleName(owner, web, "stable"),
    followRule: names.followRuleName(owner, web),
    scans: names.scanRepositoryName(owner),
    stateBucket: names.stateBucketName(place),
    projectStateBucket: names.stateBucketName({ ...place, project: "shop" }),
    stateKey: names.stateKey(owner),
  }).toEqual({
    resource: "staging-Web_App",
    part: "staging-Web_App-harden",
    path: "/executionServiceEC2Role/",
    builder: "staging-image-builder",
    ownBuilder: "staging-image-builder-Web_App",
    workflowRole: "staging-image-builder-workflows",
    logBucket: "staging-image-builder-logs-123456789012-eu-west-1",
    logKeys: "imagebuilder-staging",
    rule: "staging-image-builds",
    notificationsRole: "staging-image-events-bus",
    rebuildsRole: "staging-image-rebuilds-2",
    rebuildRule: "staging-web-app-children",
    promotionRule: "staging-web-app-stable",
    followRule: "staging-web-app-parent",
    scans: "staging/image-scans",
    stateBucket: "image-builder-state-123456789012-eu-west-1",
    projectStateBucket: "image-builder-state-123456789012-eu-west-1-shop",
    stateKey: "staging/terraform.tfstate",
  });
});

test("A stack whose name starts with state- and an account belongs to that account", () => {
  const stacks = [names.accountStackName(place), "staging", "my-state-123456789012-eu-west-1", "state-12-eu-west-1"];
  expect(stacks.map(names.isAccountStackName)).toEqual([true, false, false, false]);
});

test("EventBridge names have at most 64 characters, and long ones remain different from each other", () => {
  expect(names.eventsName("x".repeat(64))).toBe("x".repeat(64));
  const [a, b] = ["a", "b"].map((end) => names.eventsName(`${"x".repeat(64)}${end}`));
  expect(a).toMatch(/^x{55}-[0-9a-f]{8}$/);
  expect(b).toMatch(/^x{55}-[0-9a-f]{8}$/);
  expect(a).not.toBe(b);
});

test("A repository's name includes its region unless it is in the home region", () => {
  expect([regionalName("team/web", undefined), regionalName("team/web", "eu-central-1")]).toEqual([
    "team/web",
    "eu-central-1:team/web",
  ]);
  expect(["team/web", "eu-central-1:team/web"].map(fromRegionalName)).toEqual([
    { repository: "team/web", region: undefined },
    { repository: "team/web", region: "eu-central-1" },
  ]);
});
