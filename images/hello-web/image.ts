import { ImageDefinition } from "@pipelines/image-definition";

/** A web application on the Python runtime, as an example of a multi-stage Dockerfile. No environment builds it yet. */
const helloWeb: ImageDefinition = {
  description: "A web application on the Python runtime",
  parentImage: { image: "python-runtime" },
  components: [{ document: "serve-hello.yaml" }],
  repository: "apps/hello-web",
  containerTags: ["latest"],
  // Built whenever the runtime is built.
  schedule: null,
  tags: { Team: "web" },
};

export default helloWeb;
