/** A changelog of sentences: what a user gets, and the versions of ours that come with it. */
module.exports = {
  getReleaseLine: async ({ summary }) => {
    const [first, ...more] = summary.split('\n').map((line) => line.trimEnd())
    return [`- ${first}`, ...more.map((line) => (line === '' ? '' : `  ${line}`))].join('\n')
  },
  getDependencyReleaseLine: async (_changesets, updated) => {
    const names = updated.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`)
    return names.length === 0 ? '' : `- Comes with ${names.join(', ')}.`
  },
}
