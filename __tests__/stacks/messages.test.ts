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

/** Environments of one app with a mistake, by what is wrong. */
const mistakes: Readonly<Record<string, readonly Settings[]>> = {
  "an environment twice": [{}, { images: [testImage({ repository: "other" }, "other")] }],
  "a name that cannot be a prefix": [{ environment: "Prod" }],
  "an account that is none": [{ account: "1234-5678-9012" }],
  "an unknown region": [{ region: "eu-centrall-1" }],
  "a subnet without security groups": [{ subnetId: "subnet-0123456789abcdef0" }],
  "network ids that are none": [{ subnetId: "subnet-x", securityGroupIds: ["default"] }],
  "no instance types": [{ instanceTypes: [] }],
  "two architectures": [{ instanceTypes: ["t3.micro", "t4g.micro"] }],
  "an unknown size": [{ instanceTypes: ["t3.micor"] }],
  "a key of another region": [{ encryptionKey: key.replace("eu-west-1", "us-east-1") }],
  "a key that no further region can have": [{ regions: ["eu-central-1"], encryptionKey: ofOneRegion }],
  "the home region as a further one": [{ regions: ["eu-west-1"] }],
  "a region of another partition": [{ regions: ["cn-north-1"] }],
  "a topic of another region": [
    { notifications: { topic: "arn:aws:sns:us-east-1:123456789012:builds", emails: ["a@example.com"] } },
  ],
  "an address that is none": [{ notifications: { emails: ["platform"] } }],
  "findings of no scan": [{ notifications: { emails: ["a@example.com"], findings: "high" } }],
  "a boundary of another account": [{ permissionsBoundary: "arn:aws:iam::999999999999:policy/boundary" }],
  "a consumer that is none": [{ consumers: { accounts: ["12"], organizations: ["acme"] } }],
  "a schedule that is none": [{ schedule: "daily" }],
  "a schedule too often": [{ images: [testImage({ schedule: "rate(5 minutes)" })] }],
  "a schedule in words": [{ images: [testImage({ schedule: "never" })] }],
  "no components": [{ images: [testImage({ components: [] })] }],
  "a component twice": [{ images: [testImage({ components: [hello, hello] })] }],
  "a file that does not exist": [{ images: [testImage({ components: [{ document: "gone.yaml" }] })] }],
  "a channel twice, and one that every build moves": [
    { images: [testImage({ channels: ["stable", "stable", "latest"] })] },
  ],
  "an old version of a workflow": [
    { images: [testImage({ workflows: [{ managed: "build-container", version: "1.0.0" }] })] },
  ],
  "a retention of both kinds": [{ images: [testImage({ keep: { builds: 5, days: 30 } })] }],
  "no parent of this name": [{ images: [onBase()] }],
  "a parent on a tag that it does not have": [{ images: [base, onBase("beta")] }],
  "images built on each other": [
    {
      images: [
        testImage({ parentImage: { image: "one" }, repository: "two" }, "two"),
        testImage({ parentImage: { image: "two" }, repository: "one" }, "one"),
      ],
    },
  ],
  "a first build on a channel": [{ images: [base, onBase("stable")] }],
  "a first build on what is not built": [
    { images: [testImage({ repository: "base", buildOnDeploy: false }, "base"), onBase()] },
  ],
  "a parent that moves, under protection": [
    { deletionProtection: true, images: [testImage({ parentImage: "public.ecr.aws/amazonlinux/amazonlinux:latest" })] },
  ],
  "a parent from another registry": [{ images: [testImage({ parentImage: "ghcr.io/acme/base:1" })] }],
  "an image twice": [{ images: [testImage(), testImage()] }],
  "names that AWS considers the same": [
    { images: [testImage({ repository: "a" }, "web_app"), testImage({ repository: "b" }, "Web-App")] },
  ],
  "one repository of two images": [
    { images: [testImage({ repository: "one" }, "a"), testImage({ repository: "one" }, "b")] },
  ],
  "one repository of two environments": [{}, { environment: "other" }],
  "one repository of two environments, of which one has a prefix": [
    { repositoryPrefix: "one" },
    { environment: "other", images: [testImage({ repository: "one/web" })] },
  ],
  "days that CloudWatch Logs does not have": [{ logRetentionDays: 2 }],
  "a tag that AWS reserves": [{ tags: { "aws:x": "y" } }],
  "a profile and its permissions": [
    { instanceProfile: "golden", buildPermissions: { managedPolicies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] } },
  ],
};

test("What is wrong with an environment is reported with words that somebody read", () => {
  const texts = Object.entries(mistakes).map(([what, environments]) => `# ${what}\n\n${reported(...environments)}\n`);
  expectFile(path.join(__dirname, "messages.txt"), texts.join("\n"));
});

test.each(Object.entries(mistakes))("There is something wrong with %s", (_, environments) => {
  expect(reported(...environments)).not.toBe("");
});
