// Lint rules that no built-in rule expresses: the engine computes from its arguments alone, and SQL is never built from text.
const pure = {
  meta: { type: 'problem' },
  create(context) {
    const report = (node, message) => context.report({ node, message })
    return {
      AwaitExpression: (node) => report(node, 'the engine is synchronous: no await'),
      ImportExpression: (node) => report(node, 'the engine is closed: no dynamic import'),
      ':function[async=true]': (node) => report(node, 'the engine is synchronous: no async function'),
      'NewExpression[callee.name="Date"][arguments.length=0]': (node) =>
        report(node, 'the engine has no clock: no empty new Date()'),
      'CallExpression[callee.name="Date"]': (node) => report(node, 'the engine has no clock: no Date()'),
      'CallExpression[callee.property.name=/^toLocale/]': (node) =>
        report(node, 'the engine has no locale: no toLocale*'),
      'CallExpression[callee.property.name="localeCompare"]': (node) =>
        report(node, 'the engine has no locale: no localeCompare'),
      'CallExpression[callee.name="eval"]': (node) => report(node, 'no eval'),
      'NewExpression[callee.name="Function"]': (node) => report(node, 'no new Function'),
    }
  },
}

const noUnsafeRaw = {
  meta: { type: 'problem' },
  create: (context) => ({
    'MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]': (node) =>
      context.report({
        node,
        message: 'SQL is a tagged template with parameters, never a text that was put together',
      }),
  }),
}

export default { meta: { name: 'house' }, rules: { pure, 'no-unsafe-raw': noUnsafeRaw } }
