// What `node:assert/strict` is in the integration tests, whose bundle has no Node built-ins. The
// slash at the end means the package of that name, not the built-in.
module.exports = require('assert/').strict;
