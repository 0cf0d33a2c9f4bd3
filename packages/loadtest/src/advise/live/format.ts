const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

export function count(value: number): string {
  return COUNT.format(value)
}

export function megabytes(bytes: number): string {
  const value = bytes / 1024 ** 2
  return `${value >= 10 ? count(value) : value.toFixed(1)} MB`
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0.99 || share < 0.1 ? 1 : 0)} %`
}
