-- Drives Neovim's own client and writes down what a writer would see.
local out = io.open(vim.env.TRANSCRIPT, "w")
local function say(...) out:write(string.format(...), "\n") end
local function wait(what, ready)
  if not vim.wait(5000, ready, 20) then say("! waited in vain for %s", what) end
end
local function show_diagnostics()
  for _, d in ipairs(vim.diagnostic.get(0)) do
    say("  %d:%d-%d %s %s: %s", d.lnum + 1, d.col + 1, d.end_col, vim.diagnostic.severity[d.severity], d.code or "",
      d.message:gsub("\n.*", ""))
  end
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 5000)
  for _, answer in pairs(answers or {}) do return answer.result end
end

vim.g.statlint_program = vim.env.STATLINT
dofile(vim.env.EDITORS .. "/neovim/statlint.lua")
vim.cmd("filetype on")
vim.cmd("edit draft.md")
say("> :edit draft.md")
wait("diagnostics", function() return #vim.diagnostic.get(0) == 2 end)
show_diagnostics()

say("> hover over \"One in five\"")
vim.api.nvim_win_set_cursor(0, { 3, 2 })
local hover = ask("textDocument/hover", vim.lsp.util.make_position_params())
for line in hover.contents.value:gmatch("[^\n]+") do say("  %s", line) end

say("> code actions there")
local range = vim.lsp.util.make_range_params()
range.context = { diagnostics = {} }
local actions = ask("textDocument/codeAction", range)
for _, action in ipairs(actions) do say("  %s", action.title) end

say("> the first one is taken")
vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
say("  %s", vim.api.nvim_buf_get_lines(0, 2, 3, false)[1])
wait("one diagnostic", function() return #vim.diagnostic.get(0) == 1 end)
show_diagnostics()

say("> \"girls\" is typed on a new line, and completed")
vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "girls" })
vim.api.nvim_win_set_cursor(0, { 7, 5 })
local params = vim.lsp.util.make_position_params()
params.position = { line = 6, character = 5 }
local list = ask("textDocument/completion", params)
say("  %s", list.items[1].label)
say("  %s", list.items[1].textEdit.newText)

say("> symbols")
for _, symbol in ipairs(ask("textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params() })) do
  say("  %s", symbol.name)
  for _, child in ipairs(symbol.children or {}) do say("    %s", child.name) end
end

say("> definition of the figure")
vim.api.nvim_win_set_cursor(0, { 3, 2 })
local place = ask("textDocument/definition", vim.lsp.util.make_position_params())
say("  %s:%d", place.uri:match("[^/]+$"), place.range.start.line + 1)
out:close()
vim.cmd("qall!")
