import { ImageDefinition } from "@pipelines/image-definition";

/**
 * Most of the settings that an image can have, in one example. No environment builds it yet; docs/example.md has an
 * environment that does. Settings left out are off or come from the environment.
 */
const toolbox: ImageDefinition = {
  description: "Command-line tools for jobs and pipelines",
  parentImage: "public.ecr.aws/amazonlinux/amazonlinux:2023",
  components: [
    { managed: "update-linux", version: "1.x.x" },
    { document: "install-tools.yaml", supportedOsVersions: ["Amazon Linux 2023"] },
  ],
  repository: "platform/toolbox",
  // Jobs pull `stable`, which moves to a tested build; images with either tag are kept forever.
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
  distributionDescription: "The platform's tools, for every account of the organization",
  tags: { Team: "platform" },
};

export default toolbox;
