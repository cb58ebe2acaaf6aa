" Drives Vim: `:make` with the compiler file, and the quickfix list that comes of it.
set nocompatible noswapfile
let $PATH = fnamemodify($STATLINT, ':h') . ':' . $PATH
edit draft.md
execute 'set runtimepath+=' . fnameescape($EDITORS . '/vim')
compiler statlint
silent! make!
let lines = ['> :compiler statlint | make']
for item in getqflist()
  if item.valid | call add(lines, printf('  %s:%d:%d %s %s', bufname(item.bufnr), item.lnum, item.col, item.type, item.text)) | endif
endfor
silent! cfirst
call add(lines, '> :cfirst')
call add(lines, printf('  the cursor is at %d:%d', line('.'), col('.')))
call writefile(lines, $TRANSCRIPT)
qall!
