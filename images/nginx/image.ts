import { ImageDefinition } from "@pipelines/image-definition";

/**
 * nginx for Python applications, from Amazon Linux's own packages. It is not based on nginx's official image, which uses
 * Debian: Image Builder builds containers only on Amazon Linux, CentOS, RHEL, SLES, Ubuntu and Windows.
 */
const nginx: ImageDefinition = {
  description: "nginx on the Python runtime, with a health check",
  parentImage: { image: "python-runtime", tag: "3.12" },
  components: [{ document: "harden-nginx.yaml" }],
  repository: "web/nginx",
  // Consumers can pull only build versions, so they run exactly what was tested.
  imageTagMutability: "IMMUTABLE",
  containerTags: [],
  // Rebuilt with the runtime, which is rebuilt with the base.
  schedule: null,
  tags: { Team: "web" },
};

export default nginx;
