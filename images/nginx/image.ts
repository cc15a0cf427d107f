import { ImageDefinition } from "@pipelines/image-definition";

/**
 * A web server for Python applications, from Amazon Linux's own packages. It has its own Dockerfile because Image
 * Builder builds containers on Amazon Linux, CentOS, RHEL, SLES, Ubuntu and Windows, and nginx's own image is based on
 * Debian.
 */
const nginx: ImageDefinition = {
  description: "nginx on the Python runtime, with a health check",
  parentImage: { image: "python-runtime", tag: "3.12" },
  components: [{ document: "harden-nginx.yaml" }],
  repository: "web/nginx",
  // Pulled only by build version, so what runs is what was tested.
  imageTagMutability: "IMMUTABLE",
  containerTags: [],
  // Built whenever the runtime is built, which happens whenever the base is built.
  schedule: null,
  tags: { Team: "web" },
};

export default nginx;
