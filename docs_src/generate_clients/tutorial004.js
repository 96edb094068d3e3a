import { readFileSync, writeFileSync } from "node:fs"

const file = "openapi.json"
const schema = JSON.parse(readFileSync(file, "utf-8"))
const seen = new Set()

for (const operations of Object.values(schema.paths)) {
  for (const operation of Object.values(operations)) {
    const old = operation.operationId
    const prefix = `${operation.tags[0]}-`
    const name = old.startsWith(prefix) ? old.slice(prefix.length) : old
    if (seen.has(name)) {
      console.error(`Two operations would be called ${name}.`)
      process.exit(1)
    }
    seen.add(name)
    operation.operationId = name
    console.log(`${old} -> ${name}`)
  }
}

writeFileSync(file, JSON.stringify(schema, null, 2))
