import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are a check of their own (npm run typecheck): a build does not do it twice.
  typescript: { ignoreBuildErrors: true },
  // A second build (screens, a trial) can live beside the served one.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pg-boss',
    'pg-copy-streams',
    '@prisma/adapter-pg',
    'date-holidays',
  ],
  experimental: {
    optimizePackageImports: [
      '@mantine/core',
      '@mantine/hooks',
      '@mantine/dates',
      '@mantine/charts',
      '@tabler/icons-react',
    ],
  },
}

export default createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  experimental: {
    createMessagesDeclaration: './src/i18n/fr.json',
    messages: { path: './src/i18n', format: 'json', locales: 'infer', precompile: true },
  },
})(config)
