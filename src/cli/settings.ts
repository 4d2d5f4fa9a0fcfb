import { type Config, environmentOf, readConfig } from '../config.ts'

/** The settings of the folder we run in. @param data in place of RAKEL_DATA */
export function settingsOf(data: string | undefined): Config {
  const base = process.cwd()
  const environment = environmentOf(base)
  return readConfig(data === undefined ? environment : { ...environment, RAKEL_DATA: data }, base)
}
