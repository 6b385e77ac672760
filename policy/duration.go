package policy

// A Duration is a length of time in the form of ISO 8601, such as "P3Y",
// "P18M", "P2W", "P30D" or "PT72H". The empty Duration means that none is
// stated.
type Duration string
