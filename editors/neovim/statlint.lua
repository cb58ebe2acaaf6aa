-- statlint for Neovim's own client, 0.7 or later. In init.lua: dofile("PATH/TO/statlint.lua")
local filetypes = { "markdown", "html", "tex", "rst", "asciidoc", "org", "text" }

local client_id
local function attach(args)
  local root = vim.fn.fnamemodify(vim.fn.findfile(".statlint.toml", ".;"), ":p:h")
  client_id = client_id or vim.lsp.start_client({
    name = "statlint",
    cmd = { vim.g.statlint_program or "statlint", "lsp" },
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
  })
  if client_id then vim.lsp.buf_attach_client(args.buf, client_id) end
end

vim.api.nvim_create_autocmd("FileType", { pattern = filetypes, callback = attach })
