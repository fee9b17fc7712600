import { closeSync, constants, openSync, readdirSync, readSync, realpathSync } from 'node:fs'
import nodePath from 'node:path'
import { t } from '@vscode/l10n'
import { kindOfPath, leadsOutside } from '../language/node/files.js'
import { headOf, type TableHead } from '../language/workspace/data-columns.js'
import { headBytes } from '../language/workspace/text-size.js'
import type { Source } from '../plan/elements/elements.js'
import { compareText } from '../plan/text/compare-text.js'
import { importTarget, isPattern } from '../plan/text/import-target.js'
import { DataProblem } from './data-problem.js'

/** A file with data; `head` of delimited text. */
export interface DataFile {
  /** Absolute, links followed. */
  readonly path: string
  readonly label: string
  readonly form: 'csv' | 'parquet' | 'json'
  readonly head: (TableHead & { readonly encoding: 'utf-8' | 'utf-16' }) | undefined
}

/** The files of a source, by name; none of them lies outside the workspace. Throws where there is none or one cannot be used. */
export function filesOf(source: Source, root: string): readonly DataFile[] {
  const { file, place } = source
  if (!file) return []
  const target = importTarget(place.file, file.text)
  const found = target === undefined ? [] : isPattern(file.text) ? matching(root, target) : [target]
  const files = found.filter((one) => kindOfPath(nodePath.join(root, one)) === 'file' && !leadsOutside(root, nodePath.join(root, one)))
  if (files.length === 0)
    throw new DataProblem(
      t('`{file}` of the source `{source}` is not in the workspace. Bring the file there, or correct the path behind `file`.', {
        file: file.text,
        source: source.name,
      }),
    )
  const all = files.map((one) => dataFile(nodePath.join(root, one), one))
  const [first] = all
  const other = all.find(({ form, head }) => form !== first?.form || layout(head) !== layout(first.head))
  if (first && other)
    throw new DataProblem(
      t('`{file}` has other columns, another delimiter or another encoding than `{first}`. The files of one source must be alike.', {
        file: other.label,
        first: first.label,
      }),
    )
  return all
}

function layout(head: DataFile['head']): string {
  return JSON.stringify(head)
}

function dataFile(path: string, label: string): DataFile {
  const ending = /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase()
  const form =
    ending === 'parquet'
      ? 'parquet'
      : /^(jsonl|ndjson)$/.test(ending ?? '')
        ? 'json'
        : /^(csv|tsv|txt)$/.test(ending ?? '')
          ? 'csv'
          : undefined
  if (form === undefined)
    throw new DataProblem(
      t('`{file}` cannot be measured: mops reads CSV, TSV, Parquet and JSON lines (.jsonl, .ndjson). Save it as one of them.', {
        file: label,
      }),
    )
  // A name with these signs would stand for other files.
  if (/[*?[\]{}]/.test(path))
    throw new DataProblem(
      t('`{file}` cannot be measured, since its path has one of * ? [ ] {open} {close}. Rename it.', {
        file: label,
        open: '{',
        close: '}',
      }),
    )
  return { path: realpathSync(path), label, form, head: form === 'csv' ? headOfFile(path, label) : undefined }
}

function headOfFile(path: string, label: string): DataFile['head'] {
  const bytes = Buffer.alloc(headBytes)
  const descriptor = openSync(path, constants.O_RDONLY)
  let length: number
  try {
    length = readSync(descriptor, bytes, 0, bytes.length, 0)
  } finally {
    closeSync(descriptor)
  }
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (!isWide && bytes.subarray(0, length).includes(0)))
    throw new DataProblem(t('`{file}` is neither UTF-8 nor UTF-16 with a byte order mark. Save it as UTF-8.', { file: label }))
  const encoding = isWide ? 'utf-16' : 'utf-8'
  const head = headOf(new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, length)))
  const twin = head.columns.find((column, index) => head.columns.indexOf(column) !== index)
  if (twin !== undefined)
    throw new DataProblem(t('`{file}` has two columns `{column}`. Give each its own name.', { file: label, column: twin }))
  return { ...head, encoding }
}

/** Workspace paths of which each part fits the part of a pattern, in the order of code units. */
function matching(root: string, pattern: string): readonly string[] {
  let found = ['']
  for (const part of pattern.split('/')) {
    const fits = new RegExp(
      `^${part
        .replace(/[.+^${}()|\\[\]]/g, '\\$&')
        .replace(/\*+/g, '.*')
        .replace(/\?/g, '.')}$`,
      'u',
    )
    found = found.flatMap((folder) =>
      isPattern(part)
        ? namesIn(nodePath.join(root, folder))
            .filter((name) => fits.test(name))
            .map((name) => nodePath.posix.join(folder, name))
        : [nodePath.posix.join(folder, part)],
    )
  }
  return found.sort(compareText)
}

function namesIn(folder: string): readonly string[] {
  return kindOfPath(folder) === 'folder' ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []
}
