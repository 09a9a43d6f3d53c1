// Admin stays English; it also tells the administrator where the engine's own line of releases ends.
export default {
  app: {
    vendor: 'Wenzheng',
    name: 'Admin'
  },
  disableWelcomeMessage: true,
  customScripts: ['wenzheng/plugin']
};
