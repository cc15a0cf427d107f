import { ImageDefinition } from "@pipelines/image-definition";

/** A base for other images: Amazon Linux with the latest security updates. */
const base: ImageDefinition = {
  description: "Amazon Linux 2023 with the week's security updates",
  parentImage: "public.ecr.aws/amazonlinux/amazonlinux:2023",
  components: [{ managed: "update-linux", version: "1.x.x" }, { document: "prepare-base.yaml" }],
  repository: "base/amazonlinux",
  containerTags: ["2023", "latest"],
  // Every Sunday night; images built on it are rebuilt afterward.
  schedule: { expression: "cron(30 1 ? * sun *)", timezone: "Europe/Berlin" },
  tags: { Team: "platform" },
};

export default base;
