import { expect, test } from 'vitest'
import { secretIn } from './secret.js'

test.each([
  [`SELECT 'dapi${'0123456789abcdef'.repeat(2)}'`, 'a Databricks token'],
  ["COPY INTO t FROM 's3://b' WITH (CREDENTIAL (AWS_SECRET_KEY = 'abcdefghij'))", 'a password'],
  ["SELECT * FROM f OPTIONS (url 'jdbc:postgresql://u:hunter22@host/db')", 'a URL with a password'],
  ["CREATE TABLE t OPTIONS (password = 'correct horse')", 'a password'],
  ["SELECT password FROM users WHERE token = :token AND name = 'secret admirer'", undefined],
  ["SELECT 'https://example.com/a:b@c'", undefined],
  ["SELECT word FROM words WHERE token = 'example'", undefined],
  ["CREATE TABLE f USING jdbc OPTIONS (user 'u', password 'hunter22')", 'a password'],
])('in %s it sees %s', (text, what) => expect(secretIn(text)).toBe(what))
