import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GoldenQuestion } from './grade.ts'

export const questionsPath = join(import.meta.dirname, 'questions.jsonl')

export const readQuestions = (path = questionsPath): GoldenQuestion[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as GoldenQuestion)
