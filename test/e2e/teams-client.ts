import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Locator, type Page } from 'playwright-core'

/** The playground's page in headless Chromium, by what a user sees and does. */
export interface TeamsClient {
  readonly page: Page
  /** Opens a chat or channel by the name in the list. */
  open(name: string): Promise<void>
  /** Writes in the chat that is open, and sends it. */
  write(text: string): Promise<void>
  /** Begins a post in the channel that is open with a mention of Rakel, and posts it. */
  postToRakel(text: string): Promise<void>
  /** The latest message that holds this text. */
  messageWith(text: string | RegExp): Locator
  /** Kept in artifacts/e2e. */
  picture(name: string): Promise<void>
  /** Addresses outside this machine that the page asked for. None was let through. */
  readonly blocked: readonly string[]
  close(): Promise<void>
}

export const CHROMIUM = process.env['CHROMIUM_PATH'] || '/usr/bin/chromium'
export const hasChromium = existsSync(CHROMIUM)

const pictures = join(import.meta.dirname, '..', '..', 'artifacts', 'e2e')
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openTeamsClient(url: string): Promise<TeamsClient> {
  mkdirSync(pictures, { recursive: true })
  const profile = mkdtempSync(join(tmpdir(), 'rakel-chromium-'))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: FLAGS,
    viewport: { width: 1280, height: 800 },
  })
  browser.setDefaultTimeout(15_000)
  const page = browser.pages()[0] ?? (await browser.newPage())
  const blocked: string[] = []
  // The page asks a content network for its fonts and animations, and does without them.
  await page.route(
    (target) => !target.href.startsWith(url) && target.protocol !== 'data:',
    (route) => {
      blocked.push(route.request().url())
      return route.abort()
    },
  )
  await page.goto(url)
  await page.getByRole('button', { name: 'Hide log panel' }).click()
  return {
    page,
    blocked,
    async open(name) {
      await page.getByRole('treeitem', { name }).click()
    },
    async write(text) {
      await page.getByRole('textbox').last().click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    async postToRakel(text) {
      await page.getByText('Start a new post').waitFor()
      await page.getByRole('textbox').first().click()
      await page.keyboard.type('@Rak')
      await page.getByRole('menuitem', { name: 'Rakel' }).click()
      await page.keyboard.type(` ${text}`)
      await page.getByRole('button', { name: 'Post', exact: true }).click()
    },
    // The list of chats previews messages too; only in a message is it a paragraph.
    messageWith: (text) => page.getByRole('paragraph').filter({ hasText: text }).last(),
    async picture(name) {
      await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
    },
    async close() {
      await browser.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
