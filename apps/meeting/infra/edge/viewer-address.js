// Runs at the CDN, before it asks the API: tells it the viewer's address, whatever the viewer wrote there.
function handler(event) {
  const request = event.request;
  request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return request;
}
