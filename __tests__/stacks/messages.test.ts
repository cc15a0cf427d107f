import * as path from "node:path";
import type { ImageDefinition } from "@pipelines/image-definition";
import { expectFile } from "@pipelines/testing/expected";
import { reported, testImage } from "@pipelines/testing/stack";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";

type Settings = Partial<EnvironmentSettings>;

const hello = { document: "hello-world.yaml" };
const key = "arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef";
const ofOneRegion = key.replace(/[^/]*$/, "1234abcd-12ab-34cd-56ef-1234567890ab");
const base = testImage({ repository: "base", channels: ["stable"] }, "base");
const onBase = (tag?: string, more: Partial<ImageDefinition> = {}) =>
  testImage({ parentImage: { image: "base", ...(tag === undefined ? {} : { tag }) }, ...more });

/** Environments that contain a mistake, keyed by a description of it. */
const mistakes: Readonly<Record<string, readonly Settings[]>> = {
  "an environment twice": [{}, { images: [testImage({ repository: "other" }, "other")] }],
  "a name that cannot be a prefix": [{ environment: "Prod" }],
  "an invalid account": [{ account: "1234-5678-9012" }],
  "an unknown region": [{ region: "eu-centrall-1" }],
  "a subnet without security groups": [{ subnetId: "subnet-0123456789abcdef0" }],
  "invalid network ids": [{ subnetId: "subnet-x", securityGroupIds: ["default"] }],
  "no instance types": [{ instanceTypes: [] }],
  "two architectures": [{ instanceTypes: ["t3.micro", "t4g.micro"] }],
  "an unknown size": [{ instanceTypes: ["t3.micor"] }],
  "a key from another region": [{ encryptionKey: key.replace("eu-west-1", "us-east-1") }],
  "a key that additional regions cannot have": [{ regions: ["eu-central-1"], encryptionKey: ofOneRegion }],
  "the home region as an additional one": [{ regions: ["eu-west-1"] }],
  "a region in another partition": [{ regions: ["cn-north-1"] }],
  "a topic in another region": [
    { notifications: { topic: "arn:aws:sns:us-east-1:123456789012:builds", emails: ["a@example.com"] } },
  ],
  "an invalid address": [{ notifications: { emails: ["platform"] } }],
  "findings without a scan": [{ notifications: { emails: ["a@example.com"], findings: "high" } }],
  "a boundary from another account": [{ permissionsBoundary: "arn:aws:iam::999999999999:policy/boundary" }],
  "an invalid consumer": [{ consumers: { accounts: ["12"], organizations: ["acme"] } }],
  "an invalid schedule": [{ schedule: "daily" }],
  "a schedule too often": [{ images: [testImage({ schedule: "rate(5 minutes)" })] }],
  "a schedule in words": [{ images: [testImage({ schedule: "never" })] }],
  "no components": [{ images: [testImage({ components: [] })] }],
  "a component twice": [{ images: [testImage({ components: [hello, hello] })] }],
  "a file that does not exist": [{ images: [testImage({ components: [{ document: "gone.yaml" }] })] }],
  "a duplicate channel, and one that every build moves": [
    { images: [testImage({ channels: ["stable", "stable", "latest"] })] },
  ],
  "an old workflow version": [
    { images: [testImage({ workflows: [{ managed: "build-container", version: "1.0.0" }] })] },
  ],
  "both kinds of retention": [{ images: [testImage({ keep: { builds: 5, days: 30 } })] }],
  "an unknown parent": [{ images: [onBase()] }],
  "a parent with an unknown tag": [{ images: [base, onBase("beta")] }],
  "images built on each other": [
    {
      images: [
        testImage({ parentImage: { image: "one" }, repository: "two" }, "two"),
        testImage({ parentImage: { image: "two" }, repository: "one" }, "one"),
      ],
    },
  ],
  "a first build based on a channel": [{ images: [base, onBase("stable")] }],
  "a first build based on an image that is not built": [
    { images: [testImage({ repository: "base", buildOnDeploy: false }, "base"), onBase()] },
  ],
  "a moving parent under deletion protection": [
    { deletionProtection: true, images: [testImage({ parentImage: "public.ecr.aws/amazonlinux/amazonlinux:latest" })] },
  ],
  "a parent from another registry": [{ images: [testImage({ parentImage: "ghcr.io/acme/base:1" })] }],
  "an image twice": [{ images: [testImage(), testImage()] }],
  "names that AWS considers identical": [
    { images: [testImage({ repository: "a" }, "web_app"), testImage({ repository: "b" }, "Web-App")] },
  ],
  "one repository for two images": [
    { images: [testImage({ repository: "one" }, "a"), testImage({ repository: "one" }, "b")] },
  ],
  "one repository of two environments": [{}, { environment: "other" }],
  "one repository of two environments, of which one has a prefix": [
    { repositoryPrefix: "one" },
    { environment: "other", images: [testImage({ repository: "one/web" })] },
  ],
  "days that CloudWatch Logs does not have": [{ logRetentionDays: 2 }],
  "a tag reserved by AWS": [{ tags: { "aws:x": "y" } }],
  "a profile together with its permissions": [
    { instanceProfile: "golden", buildPermissions: { managedPolicies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] } },
  ],
};

test("Findings about an environment are reported with exactly the reviewed messages", () => {
  const texts = Object.entries(mistakes).map(([what, environments]) => `# ${what}\n\n${reported(...environments)}\n`);
  expectFile(path.join(__dirname, "messages.txt"), texts.join("\n"));
});

test.each(Object.entries(mistakes))("There is something wrong with %s", (_, environments) => {
  expect(reported(...environments)).not.toBe("");
});
