# statlint for Kakoune: `:lint` marks the findings of the buffer.
hook global WinSetOption filetype=(markdown|html|latex|restructuredtext|asciidoc|org) %{
    set-option window lintcmd %{ run() { statlint check --quiet --color=never "$1" | grep -E '^[^ ]+:[0-9]+:[0-9]+: (error|warning): '; }; run }
}
