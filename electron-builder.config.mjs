// Every system gets its whole list: a list of exclusions alone would pack the entire repository.
const prebuilds = [
  'darwin-arm64',
  'darwin-x64',
  'linux-arm64',
  'linux-x64',
  'linuxmusl-arm64',
  'linuxmusl-x64',
  'win32-arm64',
  'win32-x64',
]

/** Weights of the Chinese faces that documents and seals are set in; the packages hold nine each. */
const weights = ['100Thin', '200ExtraLight', '300Light', '800ExtraBold', '900Black']

const systems = ['darwin', 'linux', 'win32']

const files = (system) => [
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  'drizzle/**',
  'assets/fonts/**',
  'assets/sample/**',
  'assets/templates/**',
  'package.json',
  '!**/*.map',
  '!**/*.d.ts',
  '!node_modules/better-sqlite3/{deps,src}/**',
  '!node_modules/better-sqlite3/binding.gyp',
  '!node_modules/node-addon-api/**',
  '!node_modules/piscina/{benchmark,docs,scripts,src,test,test-jest}/**',
  ...systems
    .filter((each) => each !== system)
    .flatMap((each) => [
      `!node_modules/@myriaddreamin/typst-ts-node-compiler-${each}-*/**`,
      `!node_modules/@napi-rs/nice-${each}-*/**`,
    ]),
  ...weights.map((weight) => `!node_modules/@expo-google-fonts/*/${weight}{,_Italic}/**`),
  ...prebuilds
    .filter((each) => !each.startsWith(`${system}-`))
    .map((each) => `!node_modules/better-sqlite3/prebuilds/${each}.node`),
]

// Where installed copies look for new versions at first; the person can set another address. Without it none is looked for.
const feed = process.env.QIDAN_UPDATE_FEED

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'com.qidan.desktop',
  productName: 'Qidan',
  copyright: 'Apache-2.0',
  directories: { output: 'out/packages', buildResources: 'assets/icons' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  asar: true,
  // The system loads native code, and the typesetter reads fonts, by path: neither can look into the archive.
  asarUnpack: ['**/*.node', '**/*.ttf', 'assets/fonts/**'],
  npmRebuild: false,
  electronLanguages: ['zh_CN', 'zh-CN', 'en', 'en-US'],
  publish: feed ? [{ provider: 'generic', url: feed, channel: 'latest' }] : null,
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'assets/icons/icon.ico',
    files: files('win32'),
  },
  nsis: { oneClick: false, allowToChangeInstallationDirectory: true, perMachine: false, differentialPackage: true },
  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    category: 'public.app-category.business',
    icon: 'assets/icons/icon.icns',
    hardenedRuntime: true,
    files: files('darwin'),
  },
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    executableName: 'qidan',
    maintainer: 'Qidan <dev@example.invalid>',
    icon: 'assets/icons',
    files: files('linux'),
  },
}
