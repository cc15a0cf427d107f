/** `npm test`: all but the files named `*.full.test.ts`, which `npm run test:all` runs too. */
module.exports = { ...require("./jest.config.js"), testPathIgnorePatterns: ["\\.full\\.test\\.ts$"] };
