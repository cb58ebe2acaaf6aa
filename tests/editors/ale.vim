" Drives Vim with ALE as the client of the language server.
set nocompatible noswapfile
execute 'set runtimepath^=/usr/share/vim-ale,' . fnameescape($EDITORS . '/vim')
let g:ale_linters = {'markdown': ['statlint']}
let g:ale_markdown_statlint_executable = $STATLINT
filetype plugin on
runtime plugin/ale.vim
edit draft.md
set filetype=markdown
let lines = ['> vim with ALE: :edit draft.md']
call ale#Queue(0, 'lint_file', bufnr(''))
let rounds = 0
while len(ale#engine#GetLoclist(bufnr(''))) < 2 && rounds < 100
  sleep 50m
  let rounds += 1
endwhile
for item in ale#engine#GetLoclist(bufnr(''))
  call add(lines, printf('  %d:%d-%d %s %s', item.lnum, item.col, get(item, 'end_col', 0), item.type, split(item.text, "\n")[0]))
endfor
call writefile(lines, $TRANSCRIPT)
qall!
