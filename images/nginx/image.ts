import { ImageDefinition } from "../image-definition";

/**
 * A web server from Amazon Linux's own packages, kept up to date by a component of AWS, with a Dockerfile of its own:
 * Image Builder builds containers on Amazon Linux, CentOS, RHEL, SLES, Ubuntu and Windows, and nginx's own image is Debian.
 */
const nginx: ImageDefinition = {
  description: "nginx on Amazon Linux 2023 with the week's security updates and a health check",
  parentImage: "public.ecr.aws/amazonlinux/amazonlinux:2023",
  components: [{ managed: "update-linux", version: "1.x.x" }, { document: "harden-nginx.yaml" }],
  repository: "web/nginx",
  // Pulled by build version alone: what runs is what was tested.
  imageTagMutability: "IMMUTABLE",
  containerTags: [],
  schedule: "rate(7 days)",
  tags: { Team: "web" },
};

export default nginx;
