// A link into the chat: inside the phone's web view it tells the phone, on its own it opens the phone.

if (window.parent === window) {
  const text = new URLSearchParams(location.search).get('text');
  const target = new URLSearchParams({ chat: '1', ...(text === null ? {} : { text }) });
  location.replace(`/?${target.toString()}`);
} else {
  window.parent.postMessage({ type: 'open-zalo', url: location.href }, location.origin);
}
