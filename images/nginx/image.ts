import type { ImageDefinition } from "@pipelines/image-definition";

/**
 * A web server for Python applications, from Amazon Linux's own packages, with a Dockerfile of its own: Image Builder
 * builds containers on Amazon Linux, CentOS, RHEL, SLES, Ubuntu and Windows, and nginx's own image is Debian.
 */
const nginx: ImageDefinition = {
  description: "nginx on the Python runtime, with a health check",
  parentImage: { image: "python-runtime", tag: "3.12" },
  components: [{ document: "harden-nginx.yaml" }],
  repository: "web/nginx",
  // Pulled by build version alone: what runs is what was tested.
  imageTagMutability: "IMMUTABLE",
  containerTags: [],
  // Built whenever the runtime is, which is whenever the base is.
  schedule: null,
  tags: { Team: "web" },
};

export default nginx;
