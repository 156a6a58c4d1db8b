// Runs at the CDN, before it looks for a file of the site: says which one an address means.
function handler(event) {
  const request = event.request;
  if (request.uri === '/' || request.uri === '/meeting') {
    const location = { value: '/meeting/' };
    return { statusCode: 302, statusDescription: 'Found', headers: { location } };
  }
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}
