import type { ImageDefinition } from "@pipelines/image-definition";

/**
 * A web server for Python applications, from Amazon Linux's own packages, with its own Dockerfile. Image Builder builds
 * containers on Amazon Linux, CentOS, RHEL, SLES, Ubuntu and Windows, but nginx's own image is Debian.
 */
const nginx: ImageDefinition = {
  description: "nginx on the Python runtime, with a health check",
  parentImage: { image: "python-runtime", tag: "3.12" },
  components: [{ document: "harden-nginx.yaml" }],
  repository: "web/nginx",
  // Pulled only by build version, so that what runs is what was tested.
  imageTagMutability: "IMMUTABLE",
  containerTags: [],
  // Built whenever the runtime is, and therefore whenever the base is.
  schedule: null,
  tags: { Team: "web" },
};

export default nginx;
