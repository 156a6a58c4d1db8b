/** For services on this machine, where nobody looks at them. */
export const LOCAL = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
};

// It will be told by those who run the app; here it would be said once a file.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
