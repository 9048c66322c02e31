-- Reads of 300 households, as clients send them.
local requests = {}
for household = 1, 300 do
  requests[household] = wrk.format("POST", "/shop/read-customer",
    { ["Content-Type"] = "application/json" },
    '{"opId":"' .. household .. '","hhNo":' .. household .. ',"custNo":' .. 3 * household .. '}')
end
local at = 0
function request()
  at = at % 300 + 1
  return requests[at]
end
