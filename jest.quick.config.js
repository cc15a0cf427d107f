/** `npm test` runs everything except the `*.full.test.ts` files, which `npm run test:all` also runs. */
module.exports = { ...require("./jest.config.js"), testPathIgnorePatterns: ["\\.full\\.test\\.ts$"] };
