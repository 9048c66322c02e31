-- Reads of 300 households, as clients send them.
local requests = {}

function init(args) -- only now does wrk know the host
  for household = 1, 300 do
    requests[household] = wrk.format("POST", "/shop/read-customer",
      { ["Content-Type"] = "application/json", ["Host"] = "127.0.0.1" },
      '{"opId":"' .. household .. '","hhNo":' .. household .. ',"custNo":' .. 3 * household .. '}')
  end
end

local at = 0
function request()
  at = at % 300 + 1
  return requests[at]
end
