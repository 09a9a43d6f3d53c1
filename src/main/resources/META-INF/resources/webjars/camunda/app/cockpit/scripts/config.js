// Cockpit stays English; only the product's name and the quiet first visit differ from the default.
export default {
  app: {
    vendor: 'Wenzheng',
    name: 'Cockpit'
  },
  disableWelcomeMessage: true,
  customScripts: ['wenzheng/plugin']
};
