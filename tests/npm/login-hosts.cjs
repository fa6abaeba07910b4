// Takes Microsoft's login hosts, which agents-hosting has as constants, to the test's own login server; to a library nothing looks different. What would leave this machine
// for another host fails.
const http = require('http');
const https = require('https');

module.exports = login => {
  const { hostname, port } = new URL(login);
  const local = host => {
    if (host !== 'login.microsoftonline.com' && host !== 'login.botframework.com') throw new Error('No host of this test: ' + host);
    return { hostname, port };
  };
  // jwks-rsa asks for keys with it,
  https.request = (options, answered) => http.request({ ...options, ...local(options.hostname) }, answered);
  // and msal-node for tokens with this one.
  const { fetch } = globalThis;
  globalThis.fetch = (address, options) => {
    const { protocol, host, pathname, search } = new URL(address);
    return fetch(protocol === 'https:' && local(host) ? `http://${hostname}:${port}${pathname}${search}` : address, options);
  };
};
