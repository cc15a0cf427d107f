import type { ImageDefinition } from "@pipelines/image-definition";

/** A web application on the Python runtime: the example of a Dockerfile in stages. No environment builds it yet. */
const helloWeb: ImageDefinition = {
  description: "A web application on the Python runtime",
  parentImage: { image: "python-runtime" },
  components: [{ document: "serve-hello.yaml" }],
  repository: "apps/hello-web",
  containerTags: ["latest"],
  // Built whenever the runtime is.
  schedule: null,
  tags: { Team: "web" },
};

export default helloWeb;
