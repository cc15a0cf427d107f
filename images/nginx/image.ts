import { ImageDefinition } from "../image-definition";

/** A web server on a parent from public ECR, kept up to date by a component of AWS, with a Dockerfile of its own. */
const nginx: ImageDefinition = {
  description: "nginx with the week's security updates and a health check",
  parentImage: "public.ecr.aws/nginx/nginx:1.27",
  components: [{ managed: "update-linux", version: "1.x.x" }, { document: "harden-nginx.yaml" }],
  repository: "web/nginx",
  // Pulled by build version alone: what runs is what was tested.
  imageTagMutability: "IMMUTABLE",
  containerTags: [],
  schedule: "rate(7 days)",
  tags: { Team: "web" },
};

export default nginx;
