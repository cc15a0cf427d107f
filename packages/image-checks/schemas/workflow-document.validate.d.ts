export { default } from "./component-document.validate";
