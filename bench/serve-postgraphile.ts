// The peer a user would pick: PostGraphile as its documentation runs it in production (no watch, no GraphiQL, no query log).

import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';

// Nobody is left behind when a run breaks off.
process.once('disconnect', () => process.exit());

const [connectionString = ''] = process.argv.slice(2);
const handle = postgraphile(connectionString, 'public', {
  graphiql: false,
  enhanceGraphiql: false,
  disableQueryLog: true,
  dynamicJson: true,
  setofFunctionsContainNulls: false,
  ignoreRBAC: false,
  ignoreIndexes: false,
  legacyRelations: 'omit',
  retryOnInitFail: false,
});
const server = createServer((request, response) => void handle(request, response));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
