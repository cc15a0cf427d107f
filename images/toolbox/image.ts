import { ImageDefinition } from "@pipelines/image-definition";

/**
 * An example of most of the settings that an image can have; the others are off or come from the environment. No
 * environment builds it yet; docs/example.md contains one that does.
 */
const toolbox: ImageDefinition = {
  description: "Command-line tools for jobs and pipelines",
  parentImage: "public.ecr.aws/amazonlinux/amazonlinux:2023",
  components: [
    { managed: "update-linux", version: "1.x.x" },
    { document: "install-tools.yaml", supportedOsVersions: ["Amazon Linux 2023"] },
  ],
  repository: "platform/toolbox",
  // Jobs pull `stable`, which is moved only to tested builds. Images that have either tag are kept forever.
  containerTags: ["latest"],
  channels: ["stable"],
  keep: { builds: 20 },
  // Scanned by Image Builder and Amazon Inspector before anyone can pull it.
  scan: "enhanced",
  workflows: [
    { managed: "build-container" },
    { managed: "test-container" },
    { document: "approve-release.yaml", type: "TEST", parameters: { waitForApproval: "true" } },
    { managed: "distribute-container" },
  ],
  schedule: { expression: "cron(0 4 ? * mon *)", timezone: "Europe/Berlin" },
  tests: { timeoutMinutes: 90 },
  buildInstance: { volumes: [{ size: 30 }] },
  distributionDescription: "The platform's tools, for every account in the organization",
  tags: { Team: "platform" },
};

export default toolbox;
