import { ImageDefinition } from "@pipelines/image-definition";

/** The base of all the platform's images: Amazon Linux with its security updates. */
const base: ImageDefinition = {
  description: "Amazon Linux 2023 with the week's security updates",
  parentImage: "public.ecr.aws/amazonlinux/amazonlinux:2023",
  components: [{ managed: "update-linux", version: "1.x.x" }, { document: "prepare-base.yaml" }],
  repository: "base/amazonlinux",
  containerTags: ["2023", "latest"],
  // Every Sunday night; images built on it follow.
  schedule: { expression: "cron(30 1 ? * sun *)", timezone: "Europe/Berlin" },
  tags: { Team: "platform" },
};

export default base;
