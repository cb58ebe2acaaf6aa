" statlint as a language server of ALE. Put the folder `vim` on the runtimepath.
call ale#Set('markdown_statlint_executable', 'statlint')
call ale#linter#Define('markdown', {
\   'name': 'statlint',
\   'lsp': 'stdio',
\   'executable': {b -> ale#Var(b, 'markdown_statlint_executable')},
\   'command': '%e lsp',
\   'project_root': {b -> fnamemodify(bufname(b), ':p:h')},
\})
