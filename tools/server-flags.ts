/** What the server's Node is started with. Its young objects die early: more room for them costs 100 MB and wins nothing. */
export const serverFlags = ['--max-semi-space-size=4']
