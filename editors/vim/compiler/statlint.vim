" statlint for Vim. Put this folder on the runtimepath, then `:compiler statlint`, `:make` and `:cnext`.
" With ALE it checks as you write: let g:ale_linters = {"markdown": ["statlint"]}.
let current_compiler = 'statlint'
CompilerSet makeprg=statlint\ check\ --quiet\ --color=never\ %:S
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tote:\ %m,%-G%.%#
